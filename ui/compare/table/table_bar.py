"""The heading over the table: the story, how much of it is left, the filter; and that a search is out of date."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from annotations.compare.comparison import ComparedGroup
from annotations.compare.items import Verdict
from annotations.text.counts import counted
from ui import bindings
from ui.fixed_keys import FIXED
from ui.look.buttons import Button
from ui.look.layouts import Hair, Pane, column, row
from ui.look.lines import Elided
from ui.look.restyled import follow
from ui.look.scale import px

FILTER, NARROW_FILTER = 180, 96  # pixels at 100 %
NARROW = 560  # pixels at 100 %: a narrower bar has the narrow filter


class TableBar(Pane):
    """The heading.  `filtered`: other rows are wanted; `left`: back to the table; `searched`: search again."""

    filtered = Signal()
    left = Signal()
    searched = Signal()

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.title, self.about = Elided(px=16, weight=600), Elided(px=12, role="text2")
        self.about.setAccessibleName("How many groups there are")
        self.words = QLineEdit(placeholderText="Filter the rows", clearButtonEnabled=True)
        self.words.setAccessibleName("Rows with these words")
        self.only = Button("Contradictions", "x", kind="tab", height=28, pad=8)
        self.only.setCheckable(True)
        self.old, self.again = Elided(px=12, role="warn"), Button("Search again", "search", height=28)
        parts = row(gap=12, margins=(20, 8, 16, 6))
        parts.add(column(self.title, self.about, gap=2), 1)
        for part in (self.words, self.only):
            parts.add(part)
        self._old = Pane(row(self.old, self.again, gap=12, margins=(20, 4, 16, 4)), ground="chrome")
        lines = column(gap=0)
        lines.add(parts, 1)
        for below in (self._old, Hair()):
            lines.add(below)
        self.setLayout(lines)
        self._old.hide()
        self.words.textChanged.connect(self.filtered)
        self.only.toggled.connect(self.filtered)
        self.again.clicked.connect(self.searched)
        bindings.bind(self.words, "", FIXED["filter_now"].keys, self.left.emit)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.words.setFixedWidth(px(FILTER if self.width() >= px(NARROW) else NARROW_FILTER))
        self.setFixedHeight(px(60) + (px(38) if not self._old.isHidden() else 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def shows(self, group: ComparedGroup) -> bool:
        """Return whether a group is among those that are wanted, by its verdict."""
        return not self.only.isChecked() or group.verdict is Verdict.CONTRADICTS

    def wanted(self) -> str:
        """Return the words that rows must have."""
        return self.words.text().strip()

    def tell(
        self,
        story: str,
        groups: Sequence[ComparedGroup],
        shown: int,
        marked: int,
        *,
        old: str = "",
        left_out: int = 0,
    ) -> None:
        """Show the story, how many groups it has, how many of them are shown and marked, and why the search is old.

        `left_out`: groups of which nothing is to be decided, since all their facts are of one text.
        """
        left = sum(bool(one.undecided) for one in groups)
        against = sum(one.verdict is Verdict.CONTRADICTS for one in groups)
        parts = [counted(len(groups), "group"), f"{left:,} to decide" if left else "all decided"]
        parts += [f"{against:,} contradict" if against > 1 else "1 contradicts"] if against else []
        parts += [f"{shown:,} shown"] if shown < len(groups) else []
        parts += [f"{marked:,} marked"] if marked else []
        self.title.setText(story)
        parts = parts if groups else []
        parts += [f"{left_out:,} left out, of copies of one text"] if left_out else []
        self.about.setText(" · ".join(parts))
        self.old.setText(old)
        self._old.setVisible(bool(old))
        self.restyle()
