"""The edits that are shown but not in the file as yet, since another program holds it; they end with the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from annotations.edits import Change, Edit
from annotations.errors import StaleEdit
from annotations.sets import AnnotationSet


class Unwritten:
    """The edits that wait to be written, in their order, and the sets as they will be then."""

    def __init__(self) -> None:
        self._edits: list[Edit] = []

    def __iter__(self) -> Iterator[Edit]:
        return iter(self._edits)

    def put(self, edit: Edit) -> None:
        self._edits.append(edit)

    def drop(self, edit: Edit) -> None:
        """Forget that very edit: it is written, taken back or given up."""
        self._edits = [one for one in self._edits if one is not edit]

    def touches(self, article: str, annotator: str | None = None) -> bool:
        """Return whether an edit of the annotator's set on the article waits; without a name, of anybody's."""
        return any(
            change.article == article and annotator in (None, change.annotator) for change in self._changes()
        )

    def over(self, stored: AnnotationSet) -> AnnotationSet:
        """Return the set with what waits for it; a change that does not fit any more is left out."""
        for change in self._changes():
            if (change.article, change.annotator) == (stored.article, stored.annotator):
                with suppress(StaleEdit):
                    stored = change.applied(stored)
        return stored

    def _changes(self) -> list[Change]:
        return [change for edit in self._edits for change in edit.changes]
