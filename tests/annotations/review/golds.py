"""The gold that follows from sets and decisions, for tests."""

from __future__ import annotations

from annotations.review.comparing import alone, compare
from annotations.review.standing import Standing
from annotations.sets import GOLD, AnnotationSet, Progress, State

NEW = AnnotationSet("a", GOLD)


def made(who: str, *items, state: State = State.DONE) -> AnnotationSet:
    return AnnotationSet.of("a", who, [*items, Progress(state)])


def standing(gold: AnnotationSet, *sets: AnnotationSet) -> Standing:
    return Standing(sets, gold, compare(sets) if len(sets) > 1 else alone(sets[0]))


def settled(gold: AnnotationSet, *sets: AnnotationSet) -> AnnotationSet:
    return standing(gold, *sets).settled()
