"""The page of the view Compare: stories and entities on the left, the table of groups, evidence beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from ui.compare.comparing import Comparing
from ui.look.layouts import Pane, column
from ui.look.restyled import follow
from ui.look.scale import px
from ui.project.commands import Commands
from ui.session import Session

NARROW = 1200  # pixels at 100 %, of the window: in a narrower one the evidence lies below the table
SIDE, NARROW_SIDE = 264, 232
EVIDENCE = 344


class ComparePage(Pane):
    """The page; its actions are methods below it.

    `side`: stories, and below them entities.  `beside`: the table, and the evidence.
    """

    def __init__(self, session: Session, commands: Commands) -> None:
        super().__init__(ground="page")
        self._session = session
        self.comparing = Comparing(session, commands, self)
        self.side = QSplitter(Qt.Orientation.Vertical, childrenCollapsible=False)
        self.middle = QWidget()
        self.beside = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        self.beside.addWidget(self.middle)
        self.across = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for part in (self.side, self.beside):
            self.across.addWidget(part)
        self.across.setStretchFactor(1, 1)
        for splitter in (self.side, self.beside, self.across):
            splitter.setHandleWidth(1)
        self.setLayout(column(self.across, gap=0))
        follow(self)

    def open(self) -> None:
        """Read how all stands, and take the keyboard."""
        self.comparing.watch(is_on=True)
        self.setFocus()

    def restyle(self) -> None:
        """Take the scale in force."""
        is_narrow = self.width() < px(NARROW)
        way = Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal
        self.beside.setOrientation(way)
        side = px(NARROW_SIDE if is_narrow else SIDE)
        self.across.setSizes([side, max(1, self.width() - side)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
