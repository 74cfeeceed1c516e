"""The changes that a card asks for, each as a verb and the fact as it would then be.

Nothing is written here: a change that leaves the fact as it was is none.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from annotations.fact_attributes import ATTRIBUTES, AttributeValue
from annotations.fact_draft import Nearby, value_of
from annotations.fact_verbs import emptied, fillers_in, moved_to, retyped, with_fillers, with_value
from annotations.facts import Fact, Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import FactType, RoleType, Schema
from annotations.values import kinds
from annotations.values.kinds import Reference


class FactChange(NamedTuple):
    """A change of a fact: its verb, before the fact's name, and the fact as changed."""

    verb: str
    after: Fact


@dataclass(frozen=True)
class FactContext:
    """The surroundings of a fact: the article's text, the schema, and a trusted date of publication."""

    text: str
    schema: Schema
    published: date | None
    annotator: str

    def type_of(self, fact: Fact) -> FactType:
        return self.schema.facts.get(fact.type) or FactType(fact.type)

    def roles_of(self, fact: Fact) -> list[RoleType]:
        """Return the roles of its type, then those that it fills and its type lacks."""
        known = self.type_of(fact).roles
        return [*known.values(), *(RoleType(r.role) for r in fact.roles if r.role not in known)]

    def types_for(self, fact: Fact) -> list[str]:
        """Return the names of the types that it may have; its own is among them."""
        names = [type_.name for type_ in self.schema.facts.values() if not type_.archived]
        return names if fact.type in names else [*names, fact.type]


def kind_of(role: RoleType, filler: Filler) -> str | None:
    """Return the name of the kind of a filler's value; None when it has none."""
    return role.value if filler.value is None else kinds.kind_of(filler.value).name


def is_movable(fact: Fact, role: RoleType) -> bool:
    """Return whether the fillers of the role have an order that can be changed."""
    return role.ordered and len(fillers_in(fact, role.name)) > 1


def stating(fact: Fact, name: str, value: AttributeValue) -> FactChange:
    return FactChange(ATTRIBUTES[name].edit(value), fact.stating(**{name: value}))


def typed_as(fact: Fact, type_: FactType) -> FactChange:
    return FactChange(f"make a {type_.name} of", retyped(fact, type_))


def without(fact: Fact, role: RoleType, filler: Filler) -> FactChange:
    return FactChange(f"empty {role.name} of", emptied(fact, role.name, filler))


def stepped(fact: Fact, role: RoleType, filler: Filler, step: int) -> FactChange:
    """Move the filler one place on (1) or back (-1) within its role, if there is one."""
    order = list(fillers_in(fact, role.name))
    at = order.index(filler)
    if is_movable(fact, role) and 0 <= at + step < len(order):
        order.insert(at + step, order.pop(at))
    return FactChange(f"order {role.name} of", with_fillers(fact, role.name, order))


def given_to(fact: Fact, role: RoleType, filler: Filler, to: RoleType, context: FactContext) -> FactChange:
    """Give the filler to another role, whatever its label; a value of another kind is read anew."""
    moved = filler
    if to.value is None or to.value != kind_of(role, filler):
        around = Nearby(context.text, (), (), context.published, context.schema.language)
        moved = replace(filler, value=value_of(to, around, (filler.start, filler.end)))
    after = fact if to == role else moved_to(fact, moved, role.name, to)
    return FactChange(f"move {role.name} to {to.name} in", after)


def valued(fact: Fact, role: RoleType, filler: Filler, typed: str, context: FactContext) -> FactChange:
    """Read what was typed as the filler's value; an empty text takes the value away.

    UserError when it is no value of the role's kind.
    """
    at = Reference(context.published, by=context.annotator)
    value = kinds.typed(typed, kind_of(role, filler) or "", at)
    return FactChange(f"value {role.name} of", with_value(fact, role.name, filler, value))
