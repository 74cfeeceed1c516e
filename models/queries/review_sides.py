"""Whose work on an article a review compares: of those who take part, whoever has finished there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.sets import GOLD, AnnotationSet, State
from models.store.database import HasDatabase
from models.store.rows import marks

WAITING = (State.DONE, State.IN_REVIEW)  # sets that a reviewer goes through
FINISHED = (*WAITING, State.REVIEWED)


def sides(sets: Sequence[AnnotationSet], least: int) -> list[AnnotationSet]:
    """Return those of the sets that are compared: what is finished or returned; all, of fewer than `least`."""
    there = [made for made in sets if made.state in (*FINISHED, State.RETURNED)]
    return there if len(there) >= least else list(sets)


def is_waiting(sets: Sequence[AnnotationSet], least: int) -> bool:
    """Return whether a reviewer can go through the sets: `least` are finished, and none is returned."""
    states = [made.state for made in sets]
    finished = sum(state in FINISHED for state in states)
    return finished >= least and State.RETURNED not in states and any(state in WAITING for state in states)


def waiting(
    project: HasDatabase, annotators: Sequence[str], least: int, *, place: int = 0, step: int = 1
) -> Iterator[str]:
    """Yield the articles that wait for review, behind the one numbered `place` (with step -1: ahead of it)."""
    order, than = ("ASC", ">") if step > 0 else ("DESC", "<")
    theirs = (
        f"FROM item WHERE article = number AND kind = 'progress' AND annotator IN ({marks(len(annotators))})"
    )
    sql = (
        f"SELECT id FROM article WHERE number {than} ? "
        f"AND (SELECT count(*) {theirs} AND label IN ({marks(len(FINISHED))})) >= ? "
        f"AND EXISTS (SELECT 1 {theirs} AND label IN ({marks(len(WAITING))})) "
        f"AND NOT EXISTS (SELECT 1 {theirs} AND label = ?) ORDER BY number {order}"
    )
    who = tuple(annotators)
    given = (place, *who, *FINISHED, least, *who, *WAITING, *who, State.RETURNED)
    return (row[0] for row in project.db.run(sql, given))


def finishers(project: HasDatabase) -> list[str]:
    """Return the annotators who have finished an article, in alphabetical order; gold is none of them."""
    sql = (
        "SELECT DISTINCT annotator FROM item WHERE kind = 'progress' "
        f"AND annotator <> ? AND label IN ({marks(len(FINISHED))}) ORDER BY annotator"
    )
    return [row[0] for row in project.db.rows(sql, (GOLD, *FINISHED))]


def least_of(project: HasDatabase, annotators: Sequence[str]) -> int:
    """Return how many of them must have finished an article that is reviewed: two, unless they share none."""
    if len(annotators) < 2:
        return 1
    return 2 if next(waiting(project, annotators, 2), None) else 1
