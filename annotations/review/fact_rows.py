"""The rows of a fact in a review: type, trigger, each role and each attribute; and turning one over to another reading."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum

from annotations.errors import UserError
from annotations.fact_attributes import ATTRIBUTES
from annotations.fact_verbs import fillers_in, with_fillers
from annotations.facts import Fact, Role
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Content, Ordered, content
from annotations.schema.types import FactType

DIGITS = range(1, 10)
Types = Mapping[str, FactType]  # the schema's, by name


class RowKind(StrEnum):
    """The kind of a row: what part of a fact it is."""

    TYPE = "type"
    TRIGGER = "trigger"
    ROLE = "role"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True)
class FactRow:
    """A row: `name` is that of the role or the attribute, else that of its kind."""

    kind: RowKind
    name: str


TYPE, TRIGGER = FactRow(RowKind.TYPE, "type"), FactRow(RowKind.TRIGGER, "trigger")


def rows_of(facts: Sequence[Fact], types: Types) -> list[FactRow]:
    """Return the rows in which the facts stand beside each other.

    Their type is one only where it differs; roles come in the order of the types, attributes where one is stated.
    """
    known = [role for fact in facts for role in (types.get(fact.type) or FactType(fact.type)).roles]
    said = [role.role for fact in facts for role in fact.roles]
    return [
        *([TYPE] if len({fact.type for fact in facts}) > 1 else []),
        TRIGGER,
        *(FactRow(RowKind.ROLE, name) for name in dict.fromkeys([*known, *said])),
        *(
            FactRow(RowKind.ATTRIBUTE, name)
            for name, attribute in ATTRIBUTES.items()
            if any(attribute.words(fact.attribute(name)) for fact in facts)
        ),
    ]


def reading(fact: Fact, row: FactRow, ordered: Ordered = ()) -> Content:
    """Return what the fact says in that row: equal where two say the same, whoever said it."""
    if row.kind is RowKind.ROLE:
        fillers = fillers_in(fact, row.name)
        only = Fact("", fact.type, roles=(Role(row.name, fillers),) if fillers else ())
        _, _, roles, _ = content(only, ordered)
        return (roles,)
    if row == TYPE:
        return content(Fact("", fact.type))
    if row == TRIGGER:
        return content(Fact("", "", fact.trigger))
    return content(Fact("", "").stating(**{row.name: fact.attribute(row.name)}))


def numbers(rows: Iterable[FactRow], differing: Collection[FactRow]) -> dict[FactRow, int]:
    """Return the digit of each row that differs: a role has its place among the roles, as everywhere.

    Others have the digits that are free, those behind the last role first; where none is left a row has no digit.
    """
    rows = list(rows)
    roles = [row for row in rows if row.kind is RowKind.ROLE]
    found = {row: n for row, n in zip(roles, DIGITS, strict=False) if row in differing}
    free = [n for n in DIGITS if n not in found.values()]
    free.sort(key=lambda n: (n <= len(roles), n))
    others = [row for row in rows if row in differing and row not in found]
    return found | dict(zip(others, free, strict=False))


def next_reading(fact: Fact, row: FactRow, sides: Sequence[Fact], ordered: Ordered = ()) -> Fact | None:
    """Return the side whose reading of that row comes after the fact's, round the end; None where no other is."""
    by_reading: dict[Content, Fact] = {}
    for side in sides:
        by_reading.setdefault(reading(side, row, ordered), side)
    said, here = list(by_reading), reading(fact, row, ordered)
    if here not in by_reading:
        return next(iter(by_reading.values()), None)
    following = said[(said.index(here) + 1) % len(said)]
    return None if following == here else by_reading[following]


def turned(fact: Fact, row: FactRow, other: Fact, types: Types) -> Fact:
    """Return the fact with that row as the other has it; fillers keep their values.

    With the type, roles go that it lacks, and those come that only it has.  UserError when nothing of the text would be
    left, or when the fact's type has no such role.
    """
    if row == TYPE:
        made = _of_type_of(fact, other, types)
    elif row == TRIGGER:
        made = replace(fact, trigger=other.trigger)
    elif row.kind is RowKind.ATTRIBUTE:
        made = fact.stating(**{row.name: other.attribute(row.name)})
    else:
        fillers, type_ = fillers_in(other, row.name), types.get(fact.type)
        if fillers and type_ and row.name not in type_.roles:
            raise UserError(f"{fact.type} has no role {row.name}; turn its type over first.")
        made = with_fillers(fact, row.name, fillers)
    if made.is_empty():
        raise UserError("Nothing of the fact would be left; {key:review_neither} says that nothing is here.")
    return made


def _of_type_of(fact: Fact, other: Fact, types: Types) -> Fact:
    """Return the fact as one of the other's type."""
    before, after = types.get(fact.type), types.get(other.type)
    kept = [role for role in fact.roles if after is None or role.role in after.roles]
    lacked = [role for role in other.roles if before is not None and role.role not in before.roles]
    come = [role for role in lacked if not fillers_in(fact, role.role)]
    return replace(fact, type=other.type, roles=(*kept, *come))
