"""Another name for an annotator, in all that items say of people: who wrote or decided, and whose side was taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from annotations.facts import Fact, Filler
from annotations.review.decisions import TAKE
from annotations.sets import Comment, Decision, Item
from annotations.spans import Span


def renamed(decision: Decision, old: str, new: str) -> Decision:
    """Return the decision with the new name wherever it says the old one."""
    choice = f"{TAKE} {new}" if decision.choice == f"{TAKE} {old}" else decision.choice
    return replace(decision, choice=choice, by=new if decision.by == old else decision.by)


def item_renamed(item: Item, old: str, new: str) -> Item:
    """Return the item with the annotator's new name wherever it says the old one, else the item itself."""
    if isinstance(item, Decision):
        made: Item = renamed(item, old, new)
    elif isinstance(item, Comment):
        made = replace(item, by=new) if item.by == old else item
    elif isinstance(item, Span):
        made = replace(item, origin=new) if item.origin == old else item
    elif isinstance(item, Fact):
        made = _fact(item, old, new)
    else:
        return item
    return item if made == item else made


def _fact(fact: Fact, old: str, new: str) -> Fact:
    """Return the fact with the name where it stands as its origin, or as what resolved a value."""

    def filler(one: Filler) -> Filler:
        value: Any = one.value
        return replace(one, value=replace(value, by=new)) if getattr(value, "by", None) == old else one

    roles = tuple(replace(role, fillers=tuple(map(filler, role.fillers))) for role in fact.roles)
    return replace(fact, roles=roles, origin=new if fact.origin == old else fact.origin)
