"""The votes on a case: each reading once, with those who have it; the columns of the card, in their order.

An annotator has a letter.  The sign of a reading is the letter of the first who has it, with + when others have it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Case, Item

Called = Callable[[str], str]  # what an annotator is called, by name
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NAMED = 3  # of those who have a reading; of more, only the first ones are named


@dataclass(frozen=True)
class Vote:
    """A reading: the item, None for nothing; who has it; and the place of the first of them among all."""

    item: Item | None
    who: tuple[str, ...]
    place: int

    @property
    def is_one(self) -> bool:
        return len(self.who) == 1


def votes(case: Case) -> list[Vote]:
    """Return the readings: first that of the first annotator, then those of most, in the annotators' order."""
    found = [Vote(item, tuple(who), case.of.index(who[0])) for item, who in case.readings().items()]
    first, rest = found[:1], found[1:]
    return [*first, *sorted(rest, key=lambda vote: -len(vote.who))]


def lettered(names: Iterable[str]) -> dict[str, str]:
    """Return the letter of each annotator, in their order."""
    return {who: LETTERS[place % len(LETTERS)] for place, who in enumerate(names)}


def sign(vote: Vote, letters: Mapping[str, str]) -> str:
    """Return the sign of the reading: B of one, B+ of several."""
    return f"{letters.get(vote.who[0], '')}{'' if vote.is_one else '+'}"


def named(who: Sequence[str], called: Called = str) -> str:
    """Return the names as a sentence has them; of many the first ones alone.

    >>> named(["anna"]), named(["ben", "cleo"]), named(["ann", "ben", "cleo", "dora", "eve"])
    ('anna', 'ben and cleo', 'ann, ben and 3 more')
    """
    who = [called(one) for one in who]
    if len(who) > NAMED + 1:
        return f"{', '.join(who[: NAMED - 1])} and {len(who) - NAMED + 1:,} more"
    return listed(who)


def in_short(vote: Vote, called: Called = str) -> str:
    """Return who has the reading where there is little room: anna, or ben +3."""
    first = called(vote.who[0])
    return first if vote.is_one else f"{first} +{len(vote.who) - 1:,}"


def listed(words: Sequence[str]) -> str:
    """Return the words as one lists them.

    >>> listed(["target"]), listed(["target", "time", "source"])
    ('target', 'target, time and source')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
