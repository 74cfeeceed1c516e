"""The choice of the way in which a new project begins, and the page of each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.creating.parts import named
from ui.creating.source_pages import FilePage, ProjectPage
from ui.creating.start_pages import NewsPage, OwnPage, StartPage
from ui.look.layouts import column, row
from ui.look.segments import Segments

WAYS = {"news": "News", "own": "My own labels", "project": "Another project", "file": "A file"}


class StartPart(QWidget):
    """The choice of the way, and its page.  `changed`: other labels."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ways = Segments("Start with", WAYS)
        self.news, self.own = NewsPage(), OwnPage()
        self.project, self.file = ProjectPage(), FilePage()
        self.pages: dict[str, StartPage] = {
            "news": self.news,
            "own": self.own,
            "project": self.project,
            "file": self.file,
        }
        self.setLayout(column(named("Start with", row(self.ways, None)), *self.pages.values(), gap=8))
        self.ways.changed.connect(self._turn)
        for page in self.pages.values():
            page.changed.connect(partial(self._tell, page))
        for one in self.ways.segments:
            one.installEventFilter(self)
        self._turn()

    @property
    def page(self) -> StartPage:
        """Return the page of the way that is chosen."""
        return self.pages[self.ways.value or "news"]

    def _turn(self) -> None:
        for page in self.pages.values():
            page.setVisible(page is self.page)
        self.changed.emit()

    def _take_field(self) -> None:
        if field := self.page.field:
            field.setFocus()

    def _tell(self, page: StartPage) -> None:
        if page is self.page:
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have whoever clicks a way type into its field at once; the keys stay among the ways."""
        if event.type() is QEvent.Type.MouseButtonRelease:
            QTimer.singleShot(0, self, self._take_field)
        return super().eventFilter(watched, event)
