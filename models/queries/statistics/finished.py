"""Finished sets and the event by which each was finished.

A review writes the state anew, though the work was done before: then it is the annotator's last event on the set.
"""

from __future__ import annotations

from typing import NamedTuple

from annotations.sets import FINISHED
from models.store.database import HasRows
from models.store.rows import marks

OWN = (
    "SELECT t.event FROM touched t JOIN event o ON o.number = t.event "
    "WHERE t.article = i.article AND t.annotator = i.annotator AND t.event < i.event "
    "AND o.\"by\" = i.annotator AND o.fate = 'done' ORDER BY t.event DESC LIMIT 1"
)
BROUGHT = (  # work that was merged: the log has no more of it than what wrote the items
    "SELECT o.number FROM item x JOIN event o ON o.number = x.event WHERE x.article = i.article "
    "AND x.annotator = i.annotator AND o.\"by\" = i.annotator AND o.kind = 'merged' AND o.at <= e.at "
    "ORDER BY o.at DESC, o.number DESC LIMIT 1"
)
EVENT = f"iif(e.\"by\" = i.annotator OR e.kind = 'base', i.event, coalesce(({OWN}), ({BROUGHT}), i.event))"
SETS = (
    f"SELECT i.article, i.annotator, {EVENT}, instr(i.body, '\"skipped\":') > 0 "
    "FROM item i JOIN event e ON e.number = i.event "
    f"WHERE i.kind = 'progress' AND i.label IN ({marks(len(FINISHED))}) ORDER BY i.article"
)


class FinishedSet(NamedTuple):
    """The set of an annotator on an article, by its number, that is finished."""

    article: int
    annotator: str
    event: int
    is_skipped: bool


def finished_sets(rows: HasRows) -> list[FinishedSet]:
    """Return all finished sets in the order of articles, those of gold and of machines too."""
    return [
        FinishedSet(article, who, event, bool(skipped))
        for article, who, event, skipped in rows.rows(SETS, FINISHED)
    ]
