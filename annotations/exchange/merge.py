"""Merging two people's copies of one annotation set: of each item, the last writer wins.

Every item carries the stamp of the edit that wrote it, and a deletion leaves a tombstone with its stamp. The
greatest stamp wins, so merging is idempotent, commutative and associative, and no item is forgotten.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from annotations import item_json
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet, Item
from annotations.spans import Status

Key = tuple[str, str]  # kind and id


class Stamp(NamedTuple):
    """The time of an edit: its Lamport number, then the event's uuid, which settles a tie.

    An imported item has the Lamport number 0, so that an edit always counts more: two people who import one
    file wrote nothing.
    """

    lamport: int
    event: str


@dataclass(frozen=True, slots=True)
class Stamped:
    """An item, or None where one was deleted, with the stamp of the edit that did so."""

    item: Item | None
    stamp: Stamp


State = Mapping[Key, Stamped]


def later(one: Stamped, other: Stamped) -> Stamped:
    """Return the item written later; of equal stamps, as in a forged package only, always the same one."""
    if one.stamp != other.stamp:
        return one if one.stamp > other.stamp else other
    return one if _settled(one) >= _settled(other) else other


def merge(ours: State, theirs: State) -> dict[Key, Stamped]:
    """Return the items of both copies, each as it was written last."""
    return {**ours, **winners(ours, theirs)}


def winners(ours: State, theirs: State) -> dict[Key, Stamped]:
    """Return the items of theirs that are new to us or later than ours."""
    found = {}
    for key, their in theirs.items():
        our = ours.get(key)
        if our is None or (our != their and later(our, their) is their):
            found[key] = their
    return found


def bare(made: AnnotationSet) -> AnnotationSet:
    """Return the set with a bare range for each filler whose span is not confirmed in it.

    Merged work may have one: a fact of one copy refers to a span that was deleted in the other.  It stays so
    in the store, where a later merge may bring the span back.
    """
    held = {id_ for id_, span in made.spans.items() if span.status is Status.CONFIRMED}
    lost = [fact for fact in made.facts.values() if not fact.span_ids() <= held]
    return (
        made.having(*(fact.with_fillers(dict.fromkeys(fact.span_ids() - held)) for fact in lost))
        if lost
        else made
    )


def dangling(made: AnnotationSet) -> int:
    """Return how many facts refer to a span that is not there."""
    return sum(not fact.span_ids() <= made.spans.keys() for fact in made.facts.values())


def _settled(stamped: Stamped) -> str:
    item = stamped.item
    return "" if item is None else f"{item.kind}{sorted(item_json.to_json(item).items(), key=repr)}"


def key_of(item: Item) -> Key:
    return item.kind, item.id
