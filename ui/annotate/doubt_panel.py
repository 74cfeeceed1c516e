"""The panel that lists what is most doubtful in the project, with the reasons."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from annotations.spans import Span
from annotations.text.text import quoted
from models.queries.doubt_queue import Doubtful
from ui.annotate.doubt import said, target
from ui.session import Session
from ui.widgets.place_list import PlaceList, PlaceRow

SHOWN = 30  # entries
PAUSE = 150  # milliseconds without another change, after which the list is made anew


class DoubtPanel(QWidget):
    """The list of what is most doubtful; `pointed`: a Target was chosen, and is to be shown."""

    pointed = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.places = PlaceList("Doubtful first", "There is nothing doubtful left to decide.")
        self.places.pointed.connect(self.pointed)
        self.list = self.places.list
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.places)
        self.setFocusProxy(self.list)
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._fill)
        self._fill()

    def refresh(self) -> None:
        self._soon.start()

    def _fill(self) -> None:
        project = self._session.project
        found = project.learning.doubtful(self._session.annotator, SHOWN) if project else []
        self.places.show_rows([_row(entry) for entry in found])


def _row(found: Doubtful) -> PlaceRow:
    label = found.item.label if isinstance(found.item, Span) else "missing?"
    words = quoted(found.words, 0, len(found.words))
    return PlaceRow(f"{words} {label} · {found.title or found.article}", said(found), target(found))
