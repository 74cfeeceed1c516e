"""How far the project is: kept up to date, and counted on by and by where it is not known what is left."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.errors import Busy
from models.queries.progress import ProjectProgress, count_on, project_progress
from ui.session import Session

PAUSE = 200  # milliseconds without another change before the project is added up anew
TURN, TURNS = 25, 40  # milliseconds between two slices of counting, and slices until they are shown


class ProjectCounts(QObject):
    """The progress of the open project; `changed` gives it, a ProjectProgress, whenever it is another."""

    changed = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.progress = ProjectProgress()
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.refresh)
        self._count = QTimer(self, interval=TURN, singleShot=True)
        self._count.timeout.connect(self._count_on)
        self._turn = 0
        for told in (session.project_opened, session.project_closed):
            told.connect(self._begin)
        for told in (session.articles_changed, session.rows_changed, session.saved):
            told.connect(lambda *_: self._soon.start())

    def refresh(self) -> None:
        """Add the project up now, and go on counting what is not known."""
        self._add_up()
        if self.progress.uncounted:
            self._count.start()

    def _add_up(self) -> None:
        project, found = self._session.project, ProjectProgress()
        if project:
            try:
                found = project_progress(project, self._session.annotator)
            except Busy:
                self._soon.start()
                return
        if found != self.progress:
            self.progress = found
            self.changed.emit(found)

    def _begin(self) -> None:
        """Say nothing of the project before; add this one up once the window has had its turn."""
        self._count.stop()
        self.progress = ProjectProgress()
        self.changed.emit(self.progress)
        self._soon.start()

    def _count_on(self) -> None:
        project = self._session.project
        if project and count_on(project, self._session.annotator):
            self._turn += 1
            self._count.start()
        else:
            self._turn = 0
        if not self._turn % TURNS:
            self._add_up()
