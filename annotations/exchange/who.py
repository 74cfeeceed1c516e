"""Whose work a name stands for: a name in two copies of a project is one person or two, and only people know.

Of a name is known how far its work in each copy goes, as the greatest Lamport number of what it pressed there.
Where one side knows all of the other's, one history goes on: a package that comes back, an older one, one that
went through a third copy, a project that was moved or copied. Where each has work that the other lacks, two
copies went on by themselves, and somebody is asked. What was imported, or pressed before copies had ids, is
told apart set by set: there each side must hold something that the other never had.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product

from annotations.exchange.merge import State, key_of
from annotations.exchange.packed_sets import Event, PackedSet
from annotations.review.cases import Ordered
from annotations.review.renaming import item_renamed, moved_stamps
from annotations.sets import GOLD, Decision, Progress

Upto = Mapping[str, int]  # copy -> the greatest Lamport number there; "" for copies that are not known
Pair = frozenset[str]  # two copies, or one of them where both are not known
Pairs = set[tuple[str, str]]  # a copy of this side, one of the other


def people_of(sets: Iterable[PackedSet]) -> set[str]:
    """Return whose work the sets are: annotators, and of gold those who decided."""
    found = set[str]()
    for made in sets:
        found |= {event.by for event in made.events.values()} if made.annotator == GOLD else {made.annotator}
    return found - {GOLD}  # what gold does to follow is nobody's


def upto_of(sets: Iterable[PackedSet], name: str) -> dict[str, int]:
    """Return how far the sets show the name's work in each copy to go; what was imported is nobody's."""
    found = dict[str, int]()
    for event in (event for made in sets for event in made.events.values()):
        if event.by == name and event.lamport:
            found[event.copy] = max(event.lamport, found.get(event.copy, 0))
    return found


def joined(one: Upto, other: Upto) -> dict[str, int]:
    """Return how far is known what both sides know."""
    return {copy: max(one.get(copy, 0), other.get(copy, 0)) for copy in {**one, **other}}


def apart(ours: Upto, theirs: Upto) -> Pairs:
    """Return the copies in which the name went on without the other side knowing."""
    here = (copy for copy, upto in ours.items() if copy and upto > theirs.get(copy, 0))
    there = (copy for copy, upto in theirs.items() if copy and upto > ours.get(copy, 0))
    return set(product(here, list(there)))


def has_old(made: PackedSet) -> bool:
    """Return whether anything in the set was imported, or pressed by its annotator nobody knows where."""
    return any(True for _ in _old(made.state, made.events, made.annotator))


def torn(state: State, events: Mapping[str, Event], packed: PackedSet) -> Pairs:
    """Return the copies of what was imported, or pressed nobody knows where, that each side alone ever had."""
    ours, theirs = (
        dict(_old(*side, packed.annotator)) for side in ((state, events), (packed.state, packed.events))
    )
    twice = [key for key in ours.keys() & theirs.keys() if _is_other(state, packed.state, key)]
    here = {ours[key] for key in [*(ours.keys() - packed.state.keys()), *twice]}
    there = {theirs[key] for key in [*(theirs.keys() - state.keys()), *twice]}
    return {(one, other) for one, other in product(here, there) if one != other or not one}


def unsettled(pairs: Pairs, ours: Upto, theirs: Upto, same: Collection[Pair]) -> Pairs:
    """Return the pairs of copies of which nobody has said that the name is one person in them.

    What was said of a copy holds for one that knows all of its work, as when the project was moved.
    """
    here = {copy for copy, upto in ours.items() if upto >= theirs.get(copy, 0)}
    there = {copy for copy, upto in theirs.items() if upto >= ours.get(copy, 0)}

    def is_said(pair: tuple[str, str]) -> bool:
        one, other = pair
        near = [
            pair,
            *((one, knows) for knows in there - {one}),
            *((knows, other) for knows in here - {other}),
        ]
        return any(frozenset(two) in same for two in near)

    return {pair for pair in pairs if not is_said(pair)}


def renamed_set(made: PackedSet, old: str, new: str, *, ordered: Ordered = ()) -> PackedSet:
    """Return the set with the new name wherever it says the old one."""
    steps = [one.item for one in made.state.values() if isinstance(one.item, Decision)]
    moved = moved_stamps(steps, old, new, article=made.article, ordered=ordered)
    state = {}
    for key, stamped in made.state.items():
        item = stamped.item and item_renamed(
            stamped.item, old, new, article=made.article, ordered=ordered, moved=moved
        )
        state[key_of(item) if item else key] = replace(stamped, item=item)
    events = {
        uuid: event._replace(by=new) if event.by == old else event for uuid, event in made.events.items()
    }
    whose = new if made.annotator == old else made.annotator
    assigned = tuple(dict.fromkeys(new if name == old else name for name in made.assigned))
    return replace(made, annotator=whose, assigned=assigned, events=events, state=state)


def _old(state: State, events: Mapping[str, Event], name: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield the keys of what was imported, or pressed by the name nobody knows where, each with its copy."""
    for key, stamped in state.items():
        event = events[stamped.stamp.event]
        if key[0] != Progress.kind and (not event.lamport or (event.by == name and not event.copy)):
            yield key, event.copy


def _is_other(ours: State, theirs: State, key: tuple[str, str]) -> bool:
    """Return whether both sides imported the item, each with another content."""
    return not (ours[key].stamp.lamport or theirs[key].stamp.lamport) and ours[key].item != theirs[key].item
