"""A search as it runs, from the first article on; after an edit, or what another program wrote, its hits are old.

Words, spans and facts are looked for in slices between two events, regular expressions in a process of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, Signal

from annotations.errors import UserError
from annotations.search.hits import FoundPlace
from annotations.search.query import Query
from models.queries.searching import ProjectSearch
from models.queries.searching.patterns import has_patterns
from ui.project.processes.searcher import PatternSearch
from ui.search.hits.slices import Slices
from ui.session import Session

FEW = 200  # hits that are worth a painting of the table
Step = tuple[list[FoundPlace], int, int]  # places, articles done, of how many


class SearchRun(QObject):
    """The search at hand; `left_out` has a sentence for each article that took too long.

    `grown`: more FoundPlaces, in order; `told`: so many articles of how many are done; `ended`: all are found, or it
    was ended before; `failed`: a sentence, and it is over; `aged`: the hits may be others now.
    """

    grown = Signal(list)
    told = Signal(int, int)
    ended = Signal()
    failed = Signal(str)
    aged = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._slices, self._patterns = Slices(self), PatternSearch(self)
        self.query: Query | None = None  # that is, or was, looked for
        self.is_old = self.is_cut = False  # cut: it was ended before its end
        self.left_out = list[str]()
        self._waiting: list[FoundPlace] = []
        self._count = 0  # hits that were told
        self._slices.came.connect(self._take_step)
        self._patterns.came.connect(self._take)
        self._patterns.told.connect(self.told)
        self._patterns.left_out.connect(self.left_out.append)
        for part in (self._slices, self._patterns):
            part.ended.connect(self._finish)
            part.failed.connect(self._fail)
        changed = (session.edited, session.reloaded, session.articles_changed, session.rows_changed)
        for signal in (*changed, session.schema_changed):
            signal.connect(self._age)

    @property
    def is_running(self) -> bool:
        """Return whether hits may still come."""
        return self._slices.is_running or self._patterns.is_running

    def start(self, query: Query) -> None:
        """Look for that, from the first article on."""
        self._drop()
        project = self._session.project
        if project is None:
            return
        self.query, self.is_old, self.is_cut = query, False, False
        self._waiting, self._count = [], 0
        self.left_out.clear()
        if has_patterns(query):
            self._patterns.start(project, query, self._session.annotator)
            return
        try:
            self._slices.start(_steps(ProjectSearch(project, query, self._session.annotator)))
        except UserError as error:
            self.failed.emit(str(error))

    def stop(self) -> bool:
        """End it with what is found so far; return whether it ran."""
        if not self._drop():
            return False
        self.is_cut = True
        self._finish()
        return True

    def close(self) -> None:
        """End it and its process, with the project or the program."""
        self._slices.stop()
        self._patterns.close()

    def _drop(self) -> bool:
        ran = self._slices.stop()
        return self._patterns.stop() or ran

    def _take_step(self, step: Step) -> None:
        places, done, of = step
        self.told.emit(done, of)
        self._take(places)

    def _take(self, found: list[FoundPlace]) -> None:
        """Take what was found.  What is told grows by doubling, since each growth is a painting."""
        self._waiting += found
        if len(self._waiting) >= max(FEW, self._count) or (self._waiting and not self._count):
            self._tell()

    def _tell(self) -> None:
        found, self._waiting = self._waiting, []
        self._count += len(found)
        self.grown.emit(found)

    def _finish(self) -> None:
        self._tell()
        self.ended.emit()

    def _fail(self, why: str) -> None:
        """Keep what was found before it failed."""
        self.is_cut = True
        self._finish()
        self.failed.emit(why)

    def _age(self, *_: object) -> None:
        if self.query is not None and not self.is_old:
            self.is_old = True
            self.aged.emit()


def _steps(search: ProjectSearch) -> Iterator[Step]:
    done = 0
    for batch in search.batches():
        done += len(batch)
        yield search.look(batch), done, len(search.scope)
