"""Statements across articles beside others that come: which of them speak of the same, and whether they agree."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from annotations.compare.in_force import Stamps, in_force
from annotations.compare.items import (
    Entity,
    FactGroup,
    Grouped,
    JudgedRole,
    KeptApart,
    Member,
    Related,
    article_of,
)
from annotations.sets import AnnotationSet, Item

Place = tuple[Any, ...]


class Statements:
    """The statements of a project set, by the entities and groups that theirs are by now."""

    def __init__(self, said: AnnotationSet, stamps: Stamps | None = None) -> None:
        self._held = in_force(said, stamps)
        self._known: dict[Place, Item] = {}
        for item in map(self.now, said):
            for key in _likes(item):
                self._known.setdefault(key, item)

    def like(self, item: Item) -> Item | None:
        """Return what is here on the same: of that id, or on that place."""
        return next((self._known[key] for key in _likes(item) if key in self._known), None)

    def now(self, item: Item) -> Item:
        """Return the item with the entities and groups that its own were merged into here."""
        now = self._held.now
        if isinstance(item, Member):
            return replace(item, entity=now(item.entity))
        if isinstance(item, Grouped | JudgedRole):
            return replace(item, group=now(item.group))
        if isinstance(item, Related):
            return replace(item, from_=now(item.from_), to=now(item.to))
        if isinstance(item, KeptApart) and item.of == "entity":
            return kept(item, now(item.one), now(item.other))
        return item


def kept(item: KeptApart, one: str, other: str) -> KeptApart:
    """Return what is kept apart with other ids, in order."""
    (first, a), (second, b) = sorted(zip((one, other), item.said, strict=True))
    return KeptApart(item.of, first, second, (a, b), item.note)


def _likes(item: Item) -> list[Place]:
    """Return the keys of an item: two with one of them speak of the same."""
    keys: list[Place] = [(item.kind, item.id)]
    if isinstance(item, Member):
        keys.append((item.kind, article_of(item.id), item.start, item.end, item.label))
    if isinstance(item, Grouped) and item.trigger:
        keys.append((item.kind, article_of(item.id), item.type, item.trigger))
    return keys


def agree(known: Item, made: Item) -> bool:
    """Return whether two statements on the same agree: the same, or one leaves open what the other says."""
    if isinstance(known, Entity | FactGroup) and type(made) is type(known):
        sides = ((getattr(known, name), getattr(made, name)) for name in type(known).__slots__)
        return all(ours == theirs or not ours or not theirs for ours, theirs in sides)
    if isinstance(known, Member) and isinstance(made, Member):
        return known.entity == made.entity
    if isinstance(known, Grouped) and isinstance(made, Grouped):
        return known.group == made.group
    return known == made
