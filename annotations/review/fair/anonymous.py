"""Anonymous review: letters for the names of those compared, and their sides shuffled article by article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotations.review.cases import Case
from annotations.spans import derived_id

ONE_OF_THEM = "one of those compared"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letter(place: int) -> str:
    """Return the letter of the side at that place, from 0."""
    return LETTERS[place % len(LETTERS)]


def shuffled(names: Iterable[str], article: str) -> tuple[str, ...]:
    """Return the names in an order that the article's id gives, the same in every copy and each time."""
    return tuple(sorted(names, key=lambda name: derived_id("side", article, name)))


def turned(case: Case, order: Sequence[str]) -> Case:
    """Return the case with its sides in that order; one whose sides are no annotators stays as it is."""
    if not set(case.of) <= set(order):
        return case
    of = tuple(who for who in order if who in case.of)
    return replace(case, sides={who: case.sides[who] for who in of if who in case.sides}, of=of)


def called(who: str, sides: Sequence[str], *, is_hidden: bool) -> str:
    """Return what somebody is called in a review: the name, or where names are hidden the letter of their side."""
    return letter(sides.index(who)) if is_hidden and who in sides else who


def decider(who: str, called: Callable[[str], str]) -> str:
    """Return who decided or asked: never by a name that is hidden, nor by the letter, which would give it away."""
    return (who if called(who) == who else ONE_OF_THEM) or "somebody"
