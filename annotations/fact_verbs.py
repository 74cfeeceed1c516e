"""The verbs of an annotator on facts: pure functions from one fact, or one annotation set, to the next.

A fact without trigger and fillers goes; a confirmed one never refers to an undecided span.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from annotations.facts import Fact, Filler, Role, Value
from annotations.schema.types import FactType, RoleType
from annotations.sets import AnnotationSet
from annotations.span_verbs import drop_fact, put_fact
from annotations.spans import Span

TRIGGER = "trigger"  # what a fact without any words lacks


def confirm_fact(to: AnnotationSet, fact: Fact, undecided: Iterable[Span] = ()) -> AnnotationSet:
    """Return the set with the fact confirmed, and with it those of the undecided spans that fill it."""
    return put_fact(to, fact, undecided)


def reject_fact(to: AnnotationSet, *facts: Fact) -> AnnotationSet:
    """Return the set without the facts; a suggested one stays, rejected, so that it is not offered again."""
    return drop_fact(to, *facts)


def change_fact(to: AnnotationSet, fact: Fact, undecided: Iterable[Span] = ()) -> AnnotationSet:
    """Return the set with the changed fact confirmed; a fact left without trigger and fillers goes."""
    if not fact.is_empty():
        return put_fact(to, fact, undecided)
    return drop_fact(to, to.facts[fact.id]) if fact.id in to.facts else to


# --- from one fact to the next


def filler_of(span: Span, value: Value | None = None) -> Filler:
    """Return a filler for a role that refers to the span."""
    return Filler(span.start, span.end, span.id, value)


def filled(fact: Fact, role: RoleType | str, *fillers: Filler) -> Fact:
    """Return the fact with these fillers added to the role; one already there only takes the new value.

    Of more than the role's `most`, the last stay.
    """
    name, most = (role, None) if isinstance(role, str) else (role.name, role.most)
    kept = [old for old in fillers_in(fact, name) if not any(_same(old, new) for new in fillers)]
    both = [*kept, *fillers]
    return with_fillers(fact, name, both[-most:] if most else both)


def emptied(fact: Fact, role: str, *fillers: Filler) -> Fact:
    """Return the fact without these fillers of the role, or without the role's fillers when none is named."""
    left = [old for old in fillers_in(fact, role) if not any(_same(old, gone) for gone in fillers)]
    return with_fillers(fact, role, left if fillers else [])


def with_fillers(fact: Fact, role: str, fillers: Sequence[Filler]) -> Fact:
    """Return the fact with just these fillers in the role, in this order; a role without any is dropped."""
    made = Role(role, tuple(fillers))
    if any(old.role == role for old in fact.roles):
        roles = tuple(made if old.role == role else old for old in fact.roles)
    else:
        roles = (*fact.roles, made)
    return replace(fact, roles=tuple(role for role in roles if role.fillers))


def with_value(fact: Fact, role: str, filler: Filler, value: Value | None) -> Fact:
    """Return the fact with that value in the filler, as when a person corrects it."""
    changed = (replace(f, value=value) if _same(f, filler) else f for f in fillers_in(fact, role))
    return with_fillers(fact, role, list(changed))


def moved_to(fact: Fact, filler: Filler, role: str, to: RoleType | str) -> Fact:
    """Return the fact with the filler in another role, behind those that are there; see `filled`."""
    return filled(emptied(fact, role, filler), to, filler)


def retyped(fact: Fact, type_: FactType) -> Fact:
    """Return the fact as one of another type; the fillers of roles that this type lacks go."""
    return replace(fact, type=type_.name, roles=tuple(r for r in fact.roles if r.role in type_.roles))


# --- what the window asks


def fillers_in(fact: Fact, role: str) -> tuple[Filler, ...]:
    """Return the fillers of the role, none when it has no such role."""
    return next((found.fillers for found in fact.roles if found.role == role), ())


def incomplete(fact: Fact, type_: FactType) -> list[str]:
    """Return what a fact lacks, nothing when it is complete: the required roles without a filler, in the schema's order.

    A fact without any words lacks at least its trigger, whatever its type asks for; one that says no more than that
    something happened lacks the first of its type's roles, where the type requires none.
    """
    roles = [role.name for role in type_.roles.values() if role.required and not fillers_in(fact, role.name)]
    if roles or fact.is_empty():
        return roles or [TRIGGER]
    says_something = any(role.fillers for role in fact.roles)
    return [] if says_something else [role.name for role in type_.roles.values()][:1]


def _same(one: Filler, other: Filler) -> bool:
    return (one.start, one.end) == (other.start, other.end)
