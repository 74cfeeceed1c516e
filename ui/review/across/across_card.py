"""The card of a case across articles: what gold says, and below it a column for each annotator.

A click on a column's button takes its side as the key does.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from ui.fixed_keys import ARROWS, FIXED
from ui.frame.verb_row import spelled
from ui.key_words import USUAL
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Elided, Words
from ui.look.marks import draw_card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import tip
from ui.review.across.across_words import SaidLine
from ui.review.readings import DIFFERS

WIDE = 240  # pixels at 100 %, the least of a column
ARROW_KEYS = tuple(ARROWS[USUAL[name][0]] for name in ("across_left", "across_right"))
DIGITS = FIXED["across_side"].keys


class SideColumn(QWidget):
    """One annotator's column.  `taken`: its button was clicked."""

    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.who = ""
        self.title, self.button = Elided(px=14, weight=600), Button("", kind="ghost", height=28, pad=6)
        self.button.clicked.connect(self.taken)
        self.lines: list[Words] = []
        head = row(gap=4)
        head.add(self.title, 1)
        head.add(self.button)
        self._inner = column(gap=4)
        self.setLayout(column(head, self._inner, None, gap=4, margins=(16, 8, 12, 12)))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setMinimumWidth(px(WIDE))
        self.update()

    def show_side(
        self, who: str, called: str, number: int, lines: Sequence[SaidLine], *, can_take: bool
    ) -> None:
        """Show what the annotator says, in the column of that number from 0."""
        self.who = who
        self.title.setText(called)
        keys = [*ARROW_KEYS[number : number + 1], *(spelled([key]) for key in DIGITS[number : number + 1])]
        self.button.setVisible(can_take)
        self.button.say("Take", "check", keys[0] if keys else "")
        self.button.setAccessibleName(f"Take what {called} says")
        self.button.setToolTip(
            tip(" ".join((f"Take what {called} says", f"({' or '.join(keys)})" * bool(keys))))
        )
        for old in self.lines:
            self._inner.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.lines = [_made(line) for line in lines]
        for line in self.lines:
            self._inner.add(line)
        self.setAccessibleName(called)
        self.setAccessibleDescription("\n".join(line.text() for line in self.lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_card(painter, self.rect().toRectF())
        painter.end()


class AcrossCard(QWidget):
    """The card.  `taken`: that annotator's side was clicked."""

    taken = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Case")
        self.title, self.about = Elided(px=16, weight=600), Elided(px=12, role="text2")
        self.gold = Words(px=13, weight=500, wraps=True)
        self.gold.setAccessibleName("What gold says")
        self.neither = Button("Neither", "x", spelled(USUAL["across_neither"]), takes_focus=True)
        self.keep = Button("Keep gold's", "star", spelled(USUAL["across_keep"]), takes_focus=True)
        self.approve = Button("Approve", "circle-check", spelled(USUAL["across_approve"]), takes_focus=True)
        self.columns: list[SideColumn] = []
        self._row = row(gap=12)
        inner = QWidget()
        inner.setLayout(column(self._row, None, gap=0))
        self.sides = QScrollArea(widgetResizable=True)
        self.sides.setFrameShape(QFrame.Shape.NoFrame)
        self.sides.setAccessibleName("What each says")
        self.sides.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sides.setWidget(inner)
        inner.setAutoFillBackground(False)  # setWidget has set it
        self.sides.viewport().setAutoFillBackground(False)
        below = row(self.neither, self.keep, None, self.approve, gap=8)
        whole = column(self.title, self.about, self.gold, gap=6, margins=(28, 14, 24, 12))
        whole.add(self.sides, 1)
        whole.add(below)
        self.setLayout(whole)

    def show_sides(self, sides: Sequence[tuple[str, str, Sequence[SaidLine]]], *, can_take: bool) -> None:
        """Show the sides: an annotator, what they are called, what they say."""
        while len(self.columns) < len(sides):
            made = SideColumn()
            made.taken.connect(partial(self._take, made))
            self.columns.append(made)
            self._row.add(made, 1)
        for number, made in enumerate(self.columns):
            made.setVisible(number < len(sides))
        for number, (who, called, lines) in enumerate(sides):
            self.columns[number].show_side(who, called, number, lines, can_take=can_take)
        self.sides.verticalScrollBar().setValue(0)

    @property
    def shown(self) -> list[SideColumn]:
        """Return the columns that are shown."""
        return [made for made in self.columns if not made.isHidden()]

    def _take(self, made: SideColumn) -> None:
        self.taken.emit(made.who)


def _made(line: SaidLine) -> Words:
    words = f"{DIFFERS} {line.words}" if line.is_other else line.words
    return Words(
        words, weight=600 if line.is_heading else 400, role="text" if line.is_heading else "text2", wraps=True
    )
