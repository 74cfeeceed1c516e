"""The count of how often an annotator took a wording as a label, in all articles."""

from __future__ import annotations

from models.queries.doubt.doubt_queue import given
from models.store.database import HasDatabase


def times_taken(project: HasDatabase, wording: str, label: str, annotator: str) -> int:
    """Return how often the annotator confirmed the wording with the label."""
    return given(project.db, wording, annotator).own.get(label, 0)
