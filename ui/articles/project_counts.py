"""How far the project is: kept up to date, and counted on by and by where it is not known what is left."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import Busy
from models.queries.progress import ProgressSums, ProjectProgress
from ui.session import Session

PAUSE = 200  # milliseconds without another change before the project is added up anew
TURN, TURNS = 25, 40  # milliseconds between two slices of counting, and slices until they are shown
BLOCKS = 4  # blocks of articles that are added up between two events


class ProjectCounts(QObject):
    """The progress of the open project; `changed` gives it, a ProjectProgress, whenever it is another, None while it is not known."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.progress: ProjectProgress | None = None
        self._sums: ProgressSums | None = None
        self._at_hand = list[str]()  # open last: their tallies are kept when they are left
        self._is_told = False  # which articles what is saved was about
        self._goes_on = True  # what is not known is counted
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self._more = QTimer(self, interval=0, singleShot=True)
        self._more.timeout.connect(self._add_up)
        self._count = QTimer(self, interval=TURN, singleShot=True)
        self._count.timeout.connect(self._count_on)
        self._turn = 0
        for told in (session.project_opened, session.project_closed):
            told.connect(self._begin)
        session.articles_changed.connect(lambda: self._change(None))
        session.rows_changed.connect(self._change)
        session.saved.connect(self._note_saved)
        session.article_opened.connect(self._note_article)

    def refresh(self) -> None:
        """Add the project up, a few blocks now and the others by and by, and go on counting what is not known."""
        self._goes_on = True
        self._forget(self._at_hand)
        self._add_up()

    def _add_up(self) -> None:
        """Add up a few blocks, and show the sum once that were all."""
        found = ProjectProgress()
        if self._sums:
            try:
                if not self._sums.added_up(BLOCKS):
                    self._more.start()
                    return
                found = self._sums.progress
            except Busy:
                self._soon.start()
                return
        if found != self.progress:
            self.progress = found
            self.changed.emit(found)
        if self._goes_on and found.uncounted:
            self._count.start()

    def _begin(self) -> None:
        """Say nothing as yet; add the project up once the window has had its turn."""
        self._count.stop()
        project = self._session.project
        self._sums = ProgressSums(project, self._session.annotator) if project else None
        self._at_hand = []
        self.progress = None
        self.changed.emit(None)
        self._soon.start()

    def _change(self, ids: list[str] | None) -> None:
        """Add up anew what these articles are part of, or with None everything, after a pause."""
        self._is_told = True
        self._forget(ids)
        self._soon.start()

    def _forget(self, ids: list[str] | None) -> None:
        if self._sums:
            try:
                self._sums.forget(ids)
            except Busy:
                self._sums.forget()

    def _note_saved(self) -> None:
        """Add everything up anew where nothing told what was saved."""
        if not self._is_told:
            self._change(None)
        self._is_told = False
        self._soon.start()

    def _note_article(self) -> None:
        if article := self._session.article:
            self._at_hand = [*self._at_hand[-1:], article.id]

    def _count_on(self) -> None:
        self._goes_on = self._sums is not None and self._sums.count_on()
        self._turn = self._turn + 1 if self._goes_on else 0
        if self._goes_on:
            self._count.start()
        if not self._turn % TURNS:
            self._add_up()
