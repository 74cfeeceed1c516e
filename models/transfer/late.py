"""The writing of what waited for another program: shown since it was done, and written when there is a turn."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from annotations.edits import Edit
from annotations.errors import STALE, StaleEdit
from models.queries.gold_keeper import GoldKeeper
from models.store.database import Database, stored_set
from models.store.edit_log import History
from models.store.schema_writes import SchemaWrites


class LateWrites:
    """The writes that an open project has still to make.

    `edits`: those that are shown but not in the file as yet; sets are read with them.
    """

    def __init__(
        self,
        database: Database,
        history: History,
        learn: Callable[[Edit], None],
        writes: SchemaWrites,
        golds: GoldKeeper,
    ) -> None:
        self._db, self._history, self._learn, self._writes = database, history, learn, writes
        self._golds = golds
        self.edits = database.unwritten

    @property
    def is_schema_late(self) -> bool:
        """Return whether `project.yaml` lacks what the database says it is to hold."""
        return self._writes.is_late

    def at_once(self) -> AbstractContextManager[None]:
        """Wait for no other writer as long as this is held."""
        return self._db.at_once()

    def apply(self, edit: Edit, *, by: str) -> Edit:
        """Write an edit that waited, with the state that follows from it now; return what was written.

        StaleEdit when it was made against rows that have changed since; UserError when a set is in review by now.
        """
        stored = [stored_set(self._db, change.article, change.annotator) for change in edit.changes]
        pairs = zip(stored, edit.changes, strict=True)
        try:
            now = Edit.over(edit.verb, [(before, change.applied(before)) for before, change in pairs])
        except StaleEdit as error:
            raise StaleEdit(STALE.format(verb=edit.verb)) from error
        self._history.apply(now, by=by)
        self._golds.after(now, is_settled=True)
        self._learn(now)
        return now

    def took_schema(self, event: int) -> bool:
        """Return whether the edit of that event changed the schema: its undo cannot wait."""
        return self._db.row("SELECT 1 FROM recast WHERE event = ?", (event,)) is not None
