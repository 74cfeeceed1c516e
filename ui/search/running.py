"""A search as it runs: hits come a slice of time at a time, and it can be ended; a new one ends the one before.

After an edit, or what another program wrote, the hits may be others: `is_old` says so until it is looked again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import UserError
from annotations.search.hits import FoundPlace
from annotations.search.query import Query
from models.queries import searching
from ui.session import Session

SLICE = 0.012  # seconds of searching between two events
FEW = 200  # hits that are worth a painting of the table


class SearchRun(QObject):
    """The search at hand.

    `grown`: more FoundPlaces, in order; `ended`: all are found, or it was ended before; `failed`: a sentence, and
    it is over; `aged`: the hits may be others now.
    """

    grown = Signal(list)
    ended = Signal()
    failed = Signal(str)
    aged = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.query: Query | None = None  # that is, or was, looked for
        self.is_old = self.is_cut = False  # cut: it was ended before its end
        self._search: Iterator[list[FoundPlace]] | None = None
        self._waiting: list[FoundPlace] = []
        self._told = 0
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._pull)
        for changed in (session.edited, session.reloaded, session.articles_changed, session.rows_changed):
            changed.connect(self._age)
        session.schema_changed.connect(self._age)

    @property
    def is_running(self) -> bool:
        """Return whether hits may still come."""
        return self._search is not None

    def start(self, query: Query) -> None:
        """Look for that, from the first article on."""
        self._drop()
        if self._session.project is None:
            return
        self.query, self.is_old, self.is_cut = query, False, False
        self._waiting, self._told = [], 0
        try:
            self._search = searching.found(self._session.project, query, self._session.annotator)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self._timer.start()

    def stop(self) -> bool:
        """End it with what is found so far; return whether it ran."""
        if self._search is None:
            return False
        self.is_cut = True
        self._finish()
        return True

    def forget(self) -> None:
        """End it, and be about nothing."""
        self._drop()
        self.query, self.is_old = None, False

    def _pull(self) -> None:
        """Search on for one slice of time.  What is told grows by doubling, since each growth is a painting."""
        end = time.monotonic() + SLICE
        if self._session.project is None:  # it was closed meanwhile
            self.forget()
        try:
            while self._search and time.monotonic() < end:
                batch = next(self._search, None)
                if batch is None:
                    self._finish()
                    return
                self._waiting += batch
        except UserError as error:
            self._drop()
            self.failed.emit(str(error))
            return
        if len(self._waiting) >= max(FEW, self._told) or (self._waiting and not self._told):
            self._tell()

    def _tell(self) -> None:
        found, self._waiting = self._waiting, []
        self._told += len(found)
        self.grown.emit(found)

    def _finish(self) -> None:
        self._tell()
        self._drop()
        self.ended.emit()

    def _drop(self) -> None:
        """Let go of what runs; its process, if any, ends with it."""
        self._timer.stop()
        search, self._search = self._search, None
        if close := getattr(search, "close", None):
            close()

    def _age(self, *_: object) -> None:
        if self.query is not None and not self.is_old:
            self.is_old = True
            self.aged.emit()
