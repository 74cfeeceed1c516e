"""Facts as arcs for formats that know relations alone.

A plain relation is one arc of its own name.  Any other fact has an arc to each filler, labelled TYPE:role, from its
trigger; without one from the first filler, which then has an arc to itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotations.fact_attributes import ATTRIBUTES, stated
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Format, Losses
from annotations.formats.reading.given import Found
from annotations.processes.quick_dataclass import dataclass

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
    """An arc; `symmetric`: it leads from its child to its head just as well; `key`: the file's own of it."""

    label: str
    head: ArcEnd
    child: ArcEnd
    symmetric: bool = False
    key: str = ""


class Stated(NamedTuple):
    """A relation as a file states it: its name, the keys of its ends, whether it leads both ways, and its own key."""

    label: str
    head: str
    child: str
    symmetric: bool = False
    key: str = ""


def is_plain_relation(fact: Fact) -> bool:
    """Return whether the fact is one arc of its own name: no trigger, and one head and one child alone."""
    sizes = {role: len(fillers) for role, fillers in fact.by_role().items()}
    return fact.trigger is None and sizes == {HEAD: 1, CHILD: 1}


def arcs_of(fact: Fact) -> list[Arc]:
    """Return the fact's arcs, in the order of roles and fillers."""
    if is_plain_relation(fact):
        by_role = fact.by_role()
        head, child = (_place(fact, role, by_role[role][0], 0) for role in (HEAD, CHILD))
        return [Arc(fact.type, head, child, bool(fact.attribute("symmetric")))]
    ends = [
        (role.role, _place(fact, role.role, filler, number))
        for number, (role, filler) in enumerate((r, f) for r in fact.roles for f in r.fillers)
    ]
    first = ArcEnd(f"{fact.id}/t", *fact.trigger, fact.type) if fact.trigger else ends[0][1] if ends else None
    return [Arc(f"{fact.type}:{role}", first, place) for role, place in ends] if first else []


def _place(fact: Fact, role: str, filler: Filler, number: int) -> ArcEnd:
    label = f"{fact.type}:{role}"
    return ArcEnd(filler.span or f"{fact.id}/{role}{number}", filler.start, filler.end, label, filler.span)


def is_own_end(relation: str, label: str, is_head: bool) -> bool:
    """Return whether an end of that label was only written for the relation: a trigger, or a bare range."""
    type_, colon, _ = relation.partition(":")
    own = {relation, type_} if is_head else {relation}
    return label == f"{relation}:{HEAD if is_head else CHILD}" or (bool(colon) and label in own)


def facts_of(arcs: Iterable[Arc]) -> list[Fact]:
    """Return the facts that the arcs state; their ids are the keys of their arcs, a line each.

    Arcs of ours with one head and type are one fact; any other arc is a fact of its own name, whatever that is.
    """
    listed = list(arcs)
    selves = {(_type(arc), arc.head.key) for arc in listed if arc.head.key == arc.child.key}
    groups: dict[tuple[str, ...], list[Arc]] = {}
    for number, arc in enumerate(listed):
        key = (_type(arc), arc.head.key)
        is_ours = ":" in arc.label and (key in selves or arc.head.label == key[0])
        groups.setdefault(key if is_ours else (*key, str(number)), []).append(arc)
    return [_fact(group) if len(key) == 2 else _relation(group[0]) for key, group in groups.items()]


def _type(arc: Arc) -> str:
    return arc.label.partition(":")[0]


def facts_of_keys(relations: Sequence[Stated], found: Mapping[str, Found]) -> tuple[list[Fact], set[str]]:
    """Return facts of the relations, and the keys of what is no span of its own.

    No span of its own is what is labelled as an end of the arc alone, unless the arc leads from it to itself.
    """
    selves = {(one.label.partition(":")[0], one.head) for one in relations if one.head == one.child}
    bare: set[str] = set()
    for label, head, child, *_ in relations:
        bare |= {child} if is_own_end(label, found[child].label, False) else set()
        if is_own_end(label, found[head].label, True) and (label.partition(":")[0], head) not in selves:
            bare.add(head)

    def place(key: str) -> ArcEnd:
        one = found[key]
        return ArcEnd(key, one.start, one.end, one.label, None if key in bare else key)

    return facts_of(
        Arc(one.label, place(one.head), place(one.child), one.symmetric, one.key) for one in relations
    ), bare


def _relation(arc: Arc) -> Fact:
    roles = {HEAD: [_filler(arc.head)], CHILD: [_filler(arc.child)]}
    return Fact(arc.key, arc.label, None, _roles(roles), stated(symmetric=arc.symmetric))


def _fact(group: list[Arc]) -> Fact:
    roles: dict[str, list[Filler]] = {}
    for arc in group:
        roles.setdefault(arc.label.partition(":")[2], []).append(_filler(arc.child))
    head = group[0].head
    headed = not any(arc.child.key == head.key for arc in group)
    key = "\n".join(arc.key for arc in group) if all(arc.key for arc in group) else ""
    return Fact(key, _type(group[0]), (head.start, head.end) if headed else None, _roles(roles))


def _filler(place: ArcEnd) -> Filler:
    return Filler(place.start, place.end, place.span)


def _roles(roles: dict[str, list[Filler]]) -> tuple[Role, ...]:
    return tuple(Role(name, tuple(fillers)) for name, fillers in roles.items())


def reduced(facts: list[Fact], article: str, form: Format, losses: Losses) -> list[Fact]:
    """Return the facts as the format's arcs can hold them; what is lost is counted."""
    by_place = form.facts == "places"  # ends are known by their bounds alone
    kept: list[Fact] = []
    heads: set[tuple[object, ...]] = set()
    bound = {_head_key(fact, by_place) for fact in facts if fact.fillers() and not is_plain_relation(fact)}
    for fact in facts:
        example = f"{article}: {fact.type}"
        if is_plain_relation(fact):
            bare = _bare_of_more(fact, form.holds, example, losses)
            kept.append(_named(bare, bound, by_place, example, losses))
            continue
        plain = _split(_bare_of_more(fact, (), example, losses), example, losses)
        if not fact.fillers():
            losses.note("facts with a trigger alone", example, facts=[fact.id])
            continue
        if by_place and any((f.start, f.end) == fact.trigger for f in fact.fillers()):
            losses.note("triggers that are fillers too", example, facts=[fact.id])
            plain = replace(plain, trigger=None)
        key = _head_key(plain, by_place)
        if key in heads:
            losses.note("facts that share type and head with another", example, facts=[fact.id])
            continue
        heads.add(key)
        kept.append(plain)
    return kept


def _head_key(fact: Fact, by_place: bool) -> tuple[object, ...]:
    head = arcs_of(fact)[0].head
    return (fact.type, *_key(head, by_place))


def _key(end: ArcEnd, by_place: bool) -> tuple[object, ...]:
    return (end.start, end.end) if by_place else (end.key,)


def _bare_of_more(fact: Fact, holds: Collection[str], example: str, losses: Losses) -> Fact:
    """Return the fact without values, and with the attributes that arcs hold alone; what it loses is counted."""
    held = tuple(pair for pair in fact.attributes if pair[0] in holds)
    lost = {
        **{f"{ATTRIBUTES[name].noun} of facts": True for name, _ in fact.attributes if name not in holds},
        "values of fillers": any(filler.value is not None for filler in fact.fillers()),
    }
    for kind in (kind for kind, is_lost in lost.items() if is_lost):
        losses.note(kind, example)
    roles = (replace(r, fillers=tuple(replace(f, value=None) for f in r.fillers)) for r in fact.roles)
    return replace(fact, roles=tuple(roles), attributes=held)


def _named(fact: Fact, bound: set[tuple[object, ...]], by_place: bool, example: str, losses: Losses) -> Fact:
    """Return the relation; a colon in its name goes where its arc would be read as one of a fact in `bound`."""
    (arc,) = arcs_of(fact)
    head, child = (_key(end, by_place) for end in (arc.head, arc.child))
    if ":" not in fact.type or (head != child and (_type(arc), *head) not in bound):
        return fact
    return _split(fact, example, losses)


def _split(fact: Fact, example: str, losses: Losses) -> Fact:
    """Return the fact without colons in its names, which part type and role."""
    if ":" in fact.type or any(":" in role.role for role in fact.roles):
        losses.note("names with a colon", example, facts=[fact.id])
    roles = tuple(replace(role, role=_unsplit(role.role)) for role in fact.roles)
    return replace(fact, type=_unsplit(fact.type), roles=roles)


def _unsplit(name: str) -> str:
    return name.replace(":", "_")
