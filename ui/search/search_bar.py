"""The top of the view Search: the line, what starts and ends a search, and how it stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.look.buttons import Button
from ui.look.layouts import Hair, Pane, column, keep_room, row
from ui.look.lines import Elided


class SearchBar(Pane):
    """The top.  `wanted`: search now; `stopped`: end it; `folded`: fold or show the form."""

    wanted = Signal()
    stopped = Signal()
    folded = Signal()

    def __init__(self, line: QWidget) -> None:
        super().__init__(ground="page")
        self.search = Button("Search", "search", kind="primary", takes_focus=True)
        self.form = Button("Form", "panel-left", kind="plain")
        self.form.setCheckable(True)
        self.stop = Button("Cancel", "x", height=28)
        self.about = Elided(px=12, role="text2")
        self.about.setAccessibleName("How the search stands")
        upper = row(gap=8)
        upper.add(column(self.form, None))
        upper.add(line, 1)
        upper.add(column(self.search, None))
        lower = row(gap=8)
        lower.add(self.about, 1)
        lower.add(self.stop)
        lines = column(column(upper, lower, gap=0, margins=(16, 10, 16, 4)), Hair(), gap=0)
        self.setLayout(lines)
        keep_room(self.stop)
        self.stop.hide()
        self.search.clicked.connect(self.wanted)
        self.stop.clicked.connect(self.stopped)
        self.form.clicked.connect(self.folded)

    def tell(self, words: str, *, is_running: bool = False, is_odd: bool = False) -> None:
        """Say how it stands; `is_odd`: something is to be seen to."""
        self.about.set_role("warn" if is_odd else "text2")
        self.about.setText(words)
        self.about.setAccessibleDescription(words)
        self.stop.setVisible(is_running)
