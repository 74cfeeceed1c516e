"""The gold that follows from sets and decisions, for tests."""

from __future__ import annotations

from annotations.review.standing import Standing, of_sets
from annotations.sets import GOLD, AnnotationSet, Progress, State

NEW = AnnotationSet("a", GOLD)


def made(who: str, *items, state: State = State.DONE) -> AnnotationSet:
    return AnnotationSet.of("a", who, [*items, Progress(state)])


def standing(gold: AnnotationSet, *sets: AnnotationSet) -> Standing:
    return of_sets(sets, gold, ())


def settled(gold: AnnotationSet, *sets: AnnotationSet) -> AnnotationSet:
    return standing(gold, *sets).settled()
