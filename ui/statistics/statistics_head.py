"""The head of the view Statistics: what it shows, whose work and of which time, its pages, and how far counting is."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.look.layouts import column, keep_room, row
from ui.look.lines import Words
from ui.look.marks import Bar
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.segments import Segments
from ui.statistics.cards import PAGES
from ui.statistics.choices import ScopeChoice

NARROW = 1200  # pixels at 100 %: below that the pages' names stand under the title


class StatisticsHead(QWidget):
    """The head; `shown` are the pages, `choice` is whose work and of which time."""

    def __init__(self, own: str) -> None:
        super().__init__()
        self.choice, self.shown = ScopeChoice(own), Segments("Page of figures", PAGES)
        self.about, self.bar = Words(role="text2", wraps=True), Bar()
        self._along = row(gap=12, margins=(28, 20, 24, 4))
        self._along.add(column(Words("Statistics", px=20, weight=600), self.about, gap=2), 1)
        self._along.add(row(self.shown, self.choice, None, gap=12))
        lines = column(self._along, gap=0)
        lines.add(row(self.bar, gap=0, margins=(28, 0, 24, 4)))
        self.setLayout(lines)
        keep_room(self.bar)
        follow(self)

    def tell(self, done: int, of: int) -> None:
        """Say whose work is shown, and how many of the figures are counted."""
        is_over, said = done >= of, self.choice.said()
        self.bar.show_share(done / of)
        self.bar.setVisible(not is_over)
        self.about.setText(said if is_over else f"{said} Counting, {done} of {of}…")

    def restyle(self) -> None:
        """Take the scale in force, and place the parts by the room."""
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._along.setDirection(down if self.width() < px(NARROW) else along)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
