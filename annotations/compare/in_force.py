"""Statements in force of a project set: which entities and groups are one, and which pairs are kept apart.

Two people's copies, merged item by item, may say both that two are one and that they are not.  Then the later counts:
what was said last is taken first, and each earlier statement only where it does not go against those taken.  So all
copies that hold the same items agree, in whatever order they were merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import cast

from annotations.compare.items import (
    Entity,
    FactGroup,
    Grouped,
    JudgedRole,
    KeptApart,
    Member,
    Related,
    Story,
    United,
)
from annotations.exchange.merge import Key, Stamp, key_of
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet

Stamps = Mapping[Key, Stamp]
FIRST = Stamp(0, "")
Statement = United | Grouped | KeptApart


@dataclass(frozen=True)
class InForce:
    """Statements in force of a project set; `one_of` leads from an entity or group to the one that it is now.

    `grouped` and `apart` are what is in force of these, `overruled` what a later statement goes against.
    """

    said: AnnotationSet
    one_of: Mapping[str, str] = field(default_factory=dict)
    grouped: Mapping[str, Grouped] = field(default_factory=dict)  # by the key of a fact
    apart: tuple[KeptApart, ...] = ()
    overruled: tuple[Statement, ...] = ()
    other_types: frozenset[str] = frozenset()  # keys of facts of another type than their group is: in none

    def now(self, id_: str) -> str:
        """Return the entity or group that the one of that id is by now."""
        return self.one_of.get(id_, id_)

    def entity(self, id_: str) -> Entity | None:
        return cast("Entity | None", self.said.items.get(Entity.kind, {}).get(id_))

    def group(self, id_: str) -> FactGroup | None:
        return cast("FactGroup | None", self.said.items.get(FactGroup.kind, {}).get(id_))

    @property
    def members(self) -> Iterable[Member]:
        return cast(Iterable[Member], self.said.items.get(Member.kind, {}).values())

    @property
    def relations(self) -> Iterable[Related]:
        return cast(Iterable[Related], self.said.items.get(Related.kind, {}).values())

    @property
    def stories(self) -> Iterable[Story]:
        return cast(Iterable[Story], self.said.items.get(Story.kind, {}).values())

    def judged(self, group: str) -> dict[str, JudgedRole]:
        """Return the verdicts that a person gave on the group, or on one that was merged into it, by role."""
        found: dict[str, JudgedRole] = {}
        for item in cast(Iterable[JudgedRole], self.said.items.get(JudgedRole.kind, {}).values()):
            if self.now(item.group) == group and (item.group == group or item.role not in found):
                found[item.role] = item
        return found


def in_force(said: AnnotationSet, stamps: Stamps | None = None) -> InForce:
    """Return what is in force of the project set; `stamps`: of its items, for those that go against each other."""
    known = stamps or {}
    kinds = (United.kind, Grouped.kind, KeptApart.kind)
    statements = [cast(Statement, item) for kind in kinds for item in said.items.get(kind, {}).values()]
    statements.sort(key=lambda item: (known.get(key_of(item), FIRST), *key_of(item)), reverse=True)
    joined, taken, overruled = _Joined(), list[Statement](), list[Statement]()
    others = _of_other_types(said)
    for item in statements:
        is_taken = not (isinstance(item, Grouped) and item.id in others) and joined.take(item)
        (taken if is_taken else overruled).append(item)
    return InForce(
        said,
        _names_of(item for item in taken if isinstance(item, United)),
        {item.id: item for item in taken if isinstance(item, Grouped)},
        tuple(sorted((i for i in taken if isinstance(i, KeptApart)), key=lambda item: item.id)),
        tuple(sorted(overruled, key=key_of)),
        others,
    )


def _of_other_types(said: AnnotationSet) -> frozenset[str]:
    """Return the keys of the facts that are not of their group's type: what it says it is of, else its first fact's."""
    types: dict[str, dict[str, str]] = {}
    grouped = cast(Mapping[str, Grouped], said.items.get(Grouped.kind, {}))
    for key in sorted(grouped):
        types.setdefault(grouped[key].group, {})[key] = grouped[key].type
    found = set[str]()
    for id_, its in types.items():
        if len(set(its.values())) > 1:
            group = cast("FactGroup | None", said.items.get(FactGroup.kind, {}).get(id_))
            is_told = group is not None and group.type in its.values()
            type_ = group.type if group and is_told else next(iter(its.values()))
            found |= {key for key, one in its.items() if one != type_}
    return frozenset(found)


class _Joined:
    """Sets of ids that are one, each with the ids that it is kept apart from."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}
        self._enemies: dict[str, set[str]] = {}  # by root: roots or what became one since

    def take(self, item: Statement) -> bool:
        """Take the statement, unless it goes against those taken; return whether it was."""
        if isinstance(item, KeptApart):
            return self._part(_node(item.of, item.one), _node(item.of, item.other))
        if isinstance(item, Grouped):
            return self._join(_node("fact", item.id), _node("group", item.group))
        sort = "entity" if item.of == "entity" else "group"
        return self._join(_node(sort, item.one), _node(sort, item.other))

    def _root(self, node: str) -> str:
        while (up := self._up.get(node, node)) != node:
            self._up[node] = self._up.get(up, up)
            node = up
        return node

    def _part(self, one: str, other: str) -> bool:
        one, other = self._root(one), self._root(other)
        if one == other:
            return False
        self._enemies.setdefault(one, set()).add(other)
        self._enemies.setdefault(other, set()).add(one)
        return True

    def _join(self, one: str, other: str) -> bool:
        one, other = self._root(one), self._root(other)
        if one == other:
            return True
        if other in self._enemies.get(one, ()):
            return False
        if len(self._enemies.get(one, ())) > len(self._enemies.get(other, ())):
            one, other = other, one
        self._up[one] = other
        for enemy in self._enemies.pop(one, set()):
            self._enemies[enemy].discard(one)
            self._enemies[enemy].add(other)
            self._enemies.setdefault(other, set()).add(enemy)
        return True


def _node(sort: str, id_: str) -> str:
    return f"{sort} {id_}"


def _names_of(merges: Iterable[United]) -> dict[str, str]:
    """Return for each id what it is now: what all of its kind were merged into, of several the smallest id.

    A ring, as two people make one, has no such end and is its smallest id.
    """
    joined, leaving = dict[str, list[str]](), set[str]()
    for item in merges:
        leaving.add(item.one)
        ours, theirs = joined.setdefault(item.one, [item.one]), joined.setdefault(item.other, [item.other])
        if ours is not theirs:
            ours += theirs
            joined |= dict.fromkeys(theirs, ours)
    return {id_: min([one for one in all_ if one not in leaving] or all_) for id_, all_ in joined.items()}
