"""A search as it runs, from the first article on; after an edit, or what another program wrote, its hits are old."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from annotations.errors import UserError
from annotations.search.hits import FoundPlace
from annotations.search.query import Query
from models.queries import searching
from ui.search.slices import Slices
from ui.session import Session

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
        self._session, self._slices = session, Slices(self)
        self.query: Query | None = None  # that is, or was, looked for
        self.is_old = self.is_cut = False  # cut: it was ended before its end
        self._waiting: list[FoundPlace] = []
        self._told = 0
        self._slices.came.connect(self._take)
        self._slices.ended.connect(self._finish)
        self._slices.failed.connect(self.failed)
        changed = (session.edited, session.reloaded, session.articles_changed, session.rows_changed)
        for signal in (*changed, session.schema_changed):
            signal.connect(self._age)

    @property
    def is_running(self) -> bool:
        """Return whether hits may still come."""
        return self._slices.is_running

    def start(self, query: Query) -> None:
        """Look for that, from the first article on."""
        self._slices.stop()
        project = self._session.project
        if project is None:
            return
        self.query, self.is_old, self.is_cut = query, False, False
        self._waiting, self._told = [], 0
        try:
            self._slices.start(searching.found(project, query, self._session.annotator))
        except UserError as error:
            self.failed.emit(str(error))

    def stop(self) -> bool:
        """End it with what is found so far; return whether it ran."""
        if not self._slices.stop():
            return False
        self.is_cut = True
        self._finish()
        return True

    def forget(self) -> None:
        """End it, and be about nothing."""
        self._slices.stop()
        self.query, self.is_old = None, False

    def _take(self, found: list[FoundPlace]) -> None:
        """Take what was found.  What is told grows by doubling, since each growth is a painting."""
        self._waiting += found
        if len(self._waiting) >= max(FEW, self._told) or (self._waiting and not self._told):
            self._tell()

    def _tell(self) -> None:
        found, self._waiting = self._waiting, []
        self._told += len(found)
        self.grown.emit(found)

    def _finish(self) -> None:
        self._tell()
        self.ended.emit()

    def _age(self, *_: object) -> None:
        if self.query is not None and not self.is_old:
            self.is_old = True
            self.aged.emit()
