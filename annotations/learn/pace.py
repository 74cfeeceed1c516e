"""The pace of training: how many epochs a run has, how long it takes, and from how much on it starts at all."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.learn.shapes import LEAST_ARTICLES, LEAST_SPANS, Lesson
from annotations.text.counts import counted

MAPPED, FROM_NOTHING = (6, 10, 300_000), (10, 30, 600_000)  # epochs at least, at most; tokens in all epochs
A_SECOND = 6_500.0  # tokens that are trained in a second of one core
A_TOKEN = 5.0  # code points
LOADING = 3.0  # seconds


def length_of(lessons: Iterable[Lesson]) -> int:
    """Return how many code points the lessons have together."""
    return sum(len(lesson.text) for lesson in lessons)


def planned(length: int, *, from_nothing: bool) -> tuple[int, int]:
    """Return how many epochs a run on so many code points has: as a rule, and where a label is still unfound."""
    least, longest, tokens = FROM_NOTHING if from_nothing else MAPPED
    passes = tokens * A_TOKEN // max(length, 1)
    return int(min(max(passes, least), longest)), longest


def lasts(length: int, *, from_nothing: bool, curve: bool) -> float:
    """Return about how many seconds training on so many code points takes, those held out among them."""
    most, _ = planned(length, from_nothing=from_nothing)
    passes = most * (0.8 + (1.2 if curve else 0)) + 1  # the first run, the curve, all
    return LOADING + passes * length / A_TOKEN / A_SECOND


def too_little(articles: int, spans: int) -> str:
    """Return why so many finished articles and spans are too few to learn from; "" when they are enough.

    >>> too_little(1, 40)
    '1 finished article with 40 spans; training starts at 10 and 50.'
    """
    if articles >= LEAST_ARTICLES and spans >= LEAST_SPANS:
        return ""
    much = f"{counted(articles, 'finished article')} with {counted(spans, 'span')}"
    return f"{much}; training starts at {LEAST_ARTICLES} and {LEAST_SPANS}."
