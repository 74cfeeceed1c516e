"""Facts as arcs from a head to each filler, labelled TYPE:role, for formats that know relations alone.

The head is the trigger; without one it is the first filler, which then has an arc to itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from annotations.fact_attributes import ATTRIBUTES
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Losses
from annotations.formats.reading.given import Found

HEAD, CHILD = "head", "child"  # the roles of an arc of somebody else's, whose label names no role


@dataclass(frozen=True)
class ArcEnd:
    """One end of an arc.

    `span`: the id of the span there; None: a trigger or a bare range, which `label` tells.
    """

    key: str
    start: int
    end: int
    label: str
    span: str | None = None


@dataclass(frozen=True)
class Arc:
    label: str
    head: ArcEnd
    child: ArcEnd


def is_plain_relation(fact: Fact) -> bool:
    """Return whether the fact is one arc of its own name: no trigger, and one head and one child alone."""
    sizes = {role: len(fillers) for role, fillers in fact.by_role().items()}
    return fact.trigger is None and sizes == {HEAD: 1, CHILD: 1}


def arcs_of(fact: Fact) -> list[Arc]:
    """Return the fact's arcs, in the order of roles and fillers."""
    ends = [
        (role.role, _place(fact, role.role, filler, number))
        for number, (role, filler) in enumerate((r, f) for r in fact.roles for f in r.fillers)
    ]
    head = ArcEnd(f"{fact.id}/t", *fact.trigger, fact.type) if fact.trigger else ends[0][1] if ends else None
    return [Arc(f"{fact.type}:{role}", head, place) for role, place in ends] if head else []


def _place(fact: Fact, role: str, filler: Filler, number: int) -> ArcEnd:
    label = f"{fact.type}:{role}"
    return ArcEnd(filler.span or f"{fact.id}/{number}", filler.start, filler.end, label, filler.span)


def facts_of(arcs: Iterable[Arc]) -> list[Fact]:
    """Return the facts that the arcs state.

    Arcs with one head and type are one fact; an arc whose label has no role is a fact of its own.
    """
    groups: dict[tuple[str, ...], list[Arc]] = {}
    for number, arc in enumerate(arcs):
        type_, _, role = arc.label.partition(":")
        groups.setdefault((type_, arc.head.key) if role else (type_, arc.head.key, str(number)), []).append(
            arc
        )
    return [_fact(key[0], group) for key, group in groups.items()]


def facts_of_keys(
    relations: Sequence[tuple[str, str, str]], found: Mapping[str, Found]
) -> tuple[list[Fact], set[str]]:
    """Return facts of relations (label, head's key, child's key), and the keys of what is no span of its own.

    No span of its own is a head that bears its fact's type, without an arc to itself, or a child that bears
    the arc's label.
    """
    selves = {(label.partition(":")[0], head) for label, head, child in relations if head == child}
    bare = {child for label, _, child in relations if ":" in label and found[child].label == label}
    for label, head, _ in relations:
        type_, colon, _ = label.partition(":")
        if colon and found[head].label == type_ and (type_, head) not in selves:
            bare.add(head)

    def place(key: str) -> ArcEnd:
        one = found[key]
        return ArcEnd(key, one.start, one.end, one.label, None if key in bare else key)

    return facts_of(Arc(label, place(head), place(child)) for label, head, child in relations), bare


def _fact(type_: str, group: list[Arc]) -> Fact:
    roles: dict[str, list[Filler]] = {}
    if not group[0].label.partition(":")[2]:
        roles = {HEAD: [_filler(group[0].head)], CHILD: [_filler(group[0].child)]}
        return Fact("", type_, None, _roles(roles))
    for arc in group:
        roles.setdefault(arc.label.partition(":")[2], []).append(_filler(arc.child))
    head = group[0].head
    headed = not any(arc.child.key == head.key for arc in group)
    return Fact("", type_, (head.start, head.end) if headed else None, _roles(roles))


def _filler(place: ArcEnd) -> Filler:
    return Filler(place.start, place.end, place.span)


def _roles(roles: dict[str, list[Filler]]) -> tuple[Role, ...]:
    return tuple(Role(name, tuple(fillers)) for name, fillers in roles.items())


def reduced(facts: list[Fact], article: str, by_place: bool, losses: Losses) -> list[Fact]:
    """Return the facts as arcs can hold them; what is lost is counted.

    `by_place`: ends are known by their bounds alone.
    """
    kept: list[Fact] = []
    heads: set[tuple[object, ...]] = set()
    for fact in facts:
        example = f"{article}: {fact.type}"
        _count_attributes(fact, example, losses)
        plain = replace(
            fact,
            type=_unsplit(fact.type),
            roles=tuple(
                replace(r, role=_unsplit(r.role), fillers=tuple(replace(f, value=None) for f in r.fillers))
                for r in fact.roles
            ),
            attributes=(),
        )
        if not fact.fillers():
            losses.note("facts with a trigger alone", example)
            continue
        if by_place and any((f.start, f.end) == fact.trigger for f in fact.fillers()):
            losses.note("triggers that are fillers too", example)
            plain = replace(plain, trigger=None)
        key = _head_key(plain, by_place)
        if key in heads:
            losses.note("facts that share type and head with another", example)
            continue
        heads.add(key)
        kept.append(plain)
    return kept


def _head_key(fact: Fact, by_place: bool) -> tuple[object, ...]:
    head = arcs_of(fact)[0].head
    return (fact.type, head.start, head.end) if by_place else (fact.type, head.key)


def _unsplit(name: str) -> str:
    return name.replace(":", "_")


def _count_attributes(fact: Fact, example: str, losses: Losses) -> None:
    stated = dict(fact.attributes)
    lost = {
        **{f"{row.noun} of facts": name in stated for name, row in ATTRIBUTES.items()},
        "values of fillers": any(filler.value is not None for filler in fact.fillers()),
        "names with a colon": ":" in fact.type or any(":" in role.role for role in fact.roles),
    }
    for kind in (kind for kind, is_lost in lost.items() if is_lost):
        losses.note(kind, example)
