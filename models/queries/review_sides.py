"""Who takes part in a review, and how many of them must be done with an article."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.sets import FINISHED, GOLD
from models.queries.review_queue import articles_of
from models.store.database import HasDatabase
from models.store.rows import marks


def finishers(project: HasDatabase) -> list[str]:
    """Return the annotators who have finished an article, in alphabetical order; gold is none of them."""
    sql = (
        "SELECT DISTINCT annotator FROM item WHERE kind = 'progress' "
        f"AND annotator <> ? AND label IN ({marks(len(FINISHED))}) ORDER BY annotator"
    )
    return [row[0] for row in project.db.rows(sql, (GOLD, *FINISHED))]


def least_of(project: HasDatabase, annotators: Sequence[str]) -> int:
    """Return how many of them must be done with an article that is reviewed: two, unless they share none."""
    shared = len(annotators) > 1 and articles_of(project, annotators, least=2, states=tuple(FINISHED))
    return 2 if shared else 1
