"""Another name for an annotator, in all that items say of people: who wrote or decided, and whose side was taken."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from annotations.facts import Fact, Filler
from annotations.review.cases import CLASH, Ordered
from annotations.review.decisions import RETURN, SIDES, TAKE, is_on_case, stamp
from annotations.review.rekeying import rekeyed
from annotations.sets import Comment, Decision, Item, Mark
from annotations.spans import Span, derived_id

ROUNDS = 100  # more often an article is never returned to one annotator


def renamed(
    decision: Decision,
    old: str,
    new: str,
    *,
    article: str = "",
    ordered: Ordered = (),
    moved: Mapping[str, str] = MappingProxyType({}),
) -> Decision:
    """Return the decision with the new name wherever it says the old one, and the key and id that follow from it.

    `article`: the one that it is about; `moved`: stamps that are others now, see `moved_stamps`.
    """
    kind, _, rest = decision.choice.partition(" ")
    is_clash = decision.case.startswith(CLASH)
    saw = [(_voice(who, old, new, is_clash), item and _mark(item, old, new)) for who, item in decision.saw]
    made = replace(
        decision,
        choice=f"{kind} {_voice(rest, old, new, is_clash)}"
        if kind in (TAKE, RETURN) and rest
        else decision.choice,
        by=new if decision.by == old else decision.by,
        saw=tuple(sorted(saw, key=lambda one: one[0]) if kind == SIDES else saw),
        made=tuple(_mark(item, old, new) for item in decision.made),
        settles=tuple(sorted(moved.get(one, one) for one in decision.settles)),
    )
    if kind == RETURN and rest == old:
        ids = {
            derived_id(RETURN, article, old, n): derived_id(RETURN, article, new, n) for n in range(1, ROUNDS)
        }
        return replace(made, id=ids.get(decision.id, decision.id))
    return rekeyed(made, article, ordered) if made != decision else decision


def moved_stamps(
    steps: Iterable[Decision], old: str, new: str, *, article: str, ordered: Ordered
) -> dict[str, str]:
    """Return the stamps of the decisions that say the old name, with those that they have under the new one."""
    found = {}
    for said in steps:
        made = renamed(said, old, new, article=article, ordered=ordered)
        if made is not said and is_on_case(said):
            found[stamp(said)] = stamp(made)
    return found


def _voice(who: str, old: str, new: str, is_clash: bool) -> str:
    """Return the name under its new name; in a clash also the second and later voice of a reviewer."""
    if who == old:
        return new
    if is_clash and who.startswith(f"{old} ") and who.removeprefix(f"{old} ").isdecimal():
        return f"{new} {who.removeprefix(f'{old} ')}"
    return who


def _mark(item: Mark, old: str, new: str) -> Mark:
    if isinstance(item, Span):
        return replace(item, origin=new) if item.origin == old else item
    return _fact(item, old, new) if isinstance(item, Fact) else item


def item_renamed(
    item: Item,
    old: str,
    new: str,
    *,
    article: str = "",
    ordered: Ordered = (),
    moved: Mapping[str, str] = MappingProxyType({}),
) -> Item:
    """Return the item with the annotator's new name wherever it says the old one, else the item itself.

    For what else is given see `renamed`.
    """
    if isinstance(item, Decision):
        made: Item = renamed(item, old, new, article=article, ordered=ordered, moved=moved)
    elif isinstance(item, Comment):
        made = replace(item, by=new) if item.by == old else item
    elif isinstance(item, Span | Fact):
        made = _mark(item, old, new)
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
