"""Changes to the roles of a fact type: added, changed, renamed, removed, put in another order.

Pure: a schema in, the next one out, every mistake a sentence.  What a rename or removal means for an annotation
set is here too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.schema.changes import moved
from annotations.schema.kinds import KINDS
from annotations.schema.sentence_templates import renamed, template
from annotations.schema.types import MOST_FILLERS, FactType, RoleType, Schema
from annotations.sets import AnnotationSet
from annotations.values.kinds import VALUE_KINDS

NOTATION = "{}[]*,"  # signs of a sentence's notation, in which a role's name stands


def add_role(schema: Schema, type_: str, name: str) -> Schema:
    """Return the schema with a new role of that name, last in the fact type.

    UserError when the name cannot be taken.
    """
    fact = _fact_type(schema, type_)
    name = _free(fact, name)
    return _having(schema, fact, [*fact.roles.values(), RoleType(name)])


def change_role(schema: Schema, type_: str, role: str, **fields: Any) -> Schema:
    """Return the schema with other fields of the role.

    The fields are kind (None or "" for what the name implies), labels, required, most (None for any number),
    ordered and value (None or "" for none).  UserError when one of them cannot be so.
    """
    fact = _fact_type(schema, type_)
    old = _role(fact, role)
    for name in ("kind", "value"):
        if name in fields:
            fields[name] = fields[name] or None
    fields.setdefault("kind", old.said_kind)  # what was implied is implied anew
    if "labels" in fields:
        fields["labels"] = tuple(dict.fromkeys(fields["labels"]))
    new = replace(old, **fields)
    _check(schema, new)
    return _having(schema, fact, [new if one is old else one for one in fact.roles.values()])


def rename_role(schema: Schema, type_: str, old: str, new: str) -> Schema:
    """Return the schema with the role under another name in the same place; the type's sentence follows.

    UserError as `add_role`.
    """
    fact = _fact_type(schema, type_)
    role, new = _role(fact, old), _free(fact, new)
    roles = [replace(role, name=new) if one is role else one for one in fact.roles.values()]
    sentence = renamed(fact.sentence, old, new) if fact.sentence else ""
    return _having(schema, replace(fact, sentence=sentence), roles)


def remove_role(schema: Schema, type_: str, role: str) -> Schema:
    """Return the schema without the role.  UserError while the type's sentence names it."""
    fact = _fact_type(schema, type_)
    gone = _role(fact, role)
    if fact.sentence and gone.name in template(fact.sentence).names:
        raise UserError(
            f"The sentence of {type_} says {{{role}}}; take it out there, then the role can be removed."
        )
    return _having(schema, fact, [one for one in fact.roles.values() if one is not gone])


def move_role(schema: Schema, type_: str, role: str, to: int) -> Schema:
    """Return the schema with the role at place `to` among the type's roles, from 0; the last where that is too far."""
    fact = _fact_type(schema, type_)
    _role(fact, role)
    return _having(schema, fact, moved(fact.roles, role, to).values())


def put_role_back(schema: Schema, type_: str, role: RoleType) -> Schema:
    """Return the schema with the role back in the fact type, last, unless it is there or the type is gone."""
    fact = schema.facts.get(type_)
    if fact is None or role.name in fact.roles:
        return schema
    known = tuple(label for label in role.labels if label in schema.labels)
    return _having(schema, fact, [*fact.roles.values(), replace(role, labels=known)])


def carried_role(to: AnnotationSet, type_: str, old: str, new: str) -> AnnotationSet:
    """Return the set with role `old` renamed in every fact of the type; with `new` "" its fillers go.

    Where a fact has a role `new` already, that gets the fillers it lacks.  One that says nothing any more goes.
    """
    facts = [fact for fact in to.facts.values() if fact.type == type_ and has_role(fact, old)]
    made = [with_role_renamed(fact, old, new) for fact in facts]
    empty = [fact for fact in made if fact.is_empty()]
    return to.having(*made).lacking(*empty) if made else to


def has_role(fact: Fact, role: str) -> bool:
    """Return whether the fact has the role, filled or not."""
    return any(one.role == role for one in fact.roles)


def with_role_renamed(fact: Fact, old: str, new: str) -> Fact:
    """Return the fact with the role under another name, at its place; without it where `new` is ""."""
    fillers: dict[str, tuple[Filler, ...]] = {}
    for role in fact.roles:
        if name := new if role.role == old else role.role:
            fillers[name] = tuple(dict.fromkeys((*fillers.get(name, ()), *role.fillers)))
    return replace(fact, roles=tuple(Role(name, found) for name, found in fillers.items()))


# --- parts of a schema


def _fact_type(schema: Schema, name: str) -> FactType:
    if name not in schema.facts:
        raise UserError(f"There is no fact type {name} any more; look at the schema again.")
    return schema.facts[name]


def _role(fact: FactType, name: str) -> RoleType:
    if name not in fact.roles:
        raise UserError(f"There is no role {name} in {fact.name} any more; look at the schema again.")
    return fact.roles[name]


def _having(schema: Schema, fact: FactType, roles: Iterable[RoleType]) -> Schema:
    made = replace(fact, roles={role.name: role for role in roles})
    facts: Mapping[str, FactType] = {**schema.facts, fact.name: made}
    return replace(schema, facts=facts)


def _free(fact: FactType, name: str) -> str:
    """Return the name, its blanks folded.  UserError when it cannot be a role of the type."""
    name = " ".join(name.split())
    if not name:
        raise UserError("A role needs a name; write one.")
    if not name.isprintable():
        raise UserError("The name of a role can hold no invisible characters; write it anew.")
    if sign := next((sign for sign in NOTATION if sign in name), ""):
        raise UserError(f"The name of a role cannot hold {sign}, which is a sign of sentences; leave it out.")
    if name in fact.roles:
        raise UserError(f"{fact.name} has a role {name} already; choose another name.")
    return name


def _check(schema: Schema, role: RoleType) -> None:
    if unknown := [label for label in role.labels if label not in schema.labels]:
        raise UserError(f"There is no label {unknown[0]} for role {role.name}; add it to the labels first.")
    if role.kind is not None and role.kind not in KINDS:
        raise UserError(
            f"There is no kind {role.kind} for role {role.name}; it is one of {', '.join(KINDS)}."
        )
    if role.value is not None and role.value not in VALUE_KINDS:
        raise UserError(f"The value of role {role.name} is {' or '.join(VALUE_KINDS)}, not {role.value}.")
    if role.most is not None and not 1 <= role.most <= MOST_FILLERS:
        raise UserError(
            f"Role {role.name} can hold from 1 to {MOST_FILLERS:,} fillers, or any number; not {role.most}."
        )
