"""The log as a check reads it: what each set was, going by its events, and which event wrote each item."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping

from annotations.edits import Change
from annotations.sets import AnnotationSet
from models.checks.faults import is_sound
from models.store.database import Database, tables
from models.store.edit_log import changes

KEPT = 16  # events over many sets whose changes stay read: an edit over the whole project is asked for set by set

Whose = tuple[str, str]  # article, annotator
Written = Mapping[tuple[str, str], int]  # kind and id -> the event that wrote the item


class Log:
    """The events of a project, each parsed once for all sets that it touched."""

    def __init__(self, database: Database) -> None:
        self._db = database
        self._read: OrderedDict[int, dict[Whose, list[Change]]] = OrderedDict()

    def replayed(self, number: int, article: str, annotator: str) -> tuple[AnnotationSet, Written]:
        """Return the set that the log alone gives, and the event that wrote each of its items.

        Raises one of `UNREADABLE` when the log of that set cannot be read, or does not fit together.
        """
        sql = (
            f"SELECT event FROM {tables(article).touched} WHERE article = ? AND annotator = ? ORDER BY event"
        )
        return self.replayed_from(
            (row[0] for row in self._db.rows(sql, (number, annotator))), article, annotator
        )

    def replayed_from(
        self, events: Iterable[int], article: str, annotator: str
    ) -> tuple[AnnotationSet, Written]:
        """Return the same as `replayed`, of those events alone."""
        made, written = AnnotationSet(article, annotator), dict[tuple[str, str], int]()
        for event in events:
            for change in self._changes(event).get((article, annotator), ()):
                made = change.applied(made)
                written |= {(item.kind, item.id): event for item in change.added}
        return made, written

    def _changes(self, event: int) -> dict[Whose, list[Change]]:
        if event in self._read:
            self._read.move_to_end(event)
            return self._read[event]
        row = self._db.row("SELECT body FROM event WHERE number = ?", (event,))
        if row is None:
            raise LookupError(f"event {event} is missing")
        if not is_sound(row[0]):
            raise ValueError(f"event {event} holds bytes that are no text")
        found: dict[Whose, list[Change]] = {}
        for change in changes(row[0]):
            found.setdefault((change.article, change.annotator), []).append(change)
        self._read[event] = found
        if len(self._read) > KEPT:
            self._read.popitem(last=False)
        return found
