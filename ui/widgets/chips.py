"""Chips: small buttons in rows as wide as there is room, one of them in hand.

The chip in hand has an outline and a character of its own; a click leaves the keyboard where it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from ui.plain_text import menu_text, tip

GAP, EDGE = 4, 12  # pixels between two chips, and beside them


@dataclass(frozen=True)
class Chip:
    """The content of a chip: `said` is what a screen reader says and the tooltip shows."""

    text: str
    said: str
    in_hand: bool = False


class Chips(QWidget):
    """The chips.  `chosen`: the place of the chip that was clicked.  `shown` are those it shows now."""

    chosen = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.shown: Sequence[Chip] = ()
        self._buttons: list[_Button] = []

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these in place of those before; what is the same stays."""
        while len(self._buttons) < len(chips):
            self._buttons.append(_Button(self))
            self._buttons[-1].clicked.connect(partial(self._clicked, len(self._buttons) - 1))
        self.shown = tuple(chips)
        for n, button in enumerate(self._buttons):
            button.setVisible(n < len(chips))
        for button, chip in zip(self._buttons, chips, strict=False):
            button.take(chip)
        self._arrange()

    def at(self, on_screen: QPoint) -> int | None:
        """Return the place of the chip at that point of the screen."""
        here = self.mapFromGlobal(on_screen)
        shown = enumerate(self._buttons[: len(self.shown)])
        return next((n for n, button in shown if self.isVisible() and button.geometry().contains(here)), None)

    def middle(self, n: int) -> QPoint:
        """Return the middle of a chip, on the screen."""
        return self.mapToGlobal(self._buttons[n].geometry().center())

    def point_out(self, n: int | None) -> None:
        """Show where something that is dragged would fall."""
        for place, button in enumerate(self._buttons):
            button.setDown(place == n)

    def _clicked(self, n: int, _: bool = False) -> None:
        self.chosen.emit(n)

    def _arrange(self) -> None:
        x, y, height = EDGE, 0, 0
        for button in self._buttons[: len(self.shown)]:
            size = button.sizeHint()
            width = min(size.width(), max(40, self.width() - 2 * EDGE))
            if x > EDGE and x + width > self.width() - EDGE:
                x, y = EDGE, y + height + GAP
            button.setGeometry(QRect(x, y, width, size.height()))
            x, height = x + width + GAP, size.height()
        self.setFixedHeight(y + height + GAP if self.shown else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


class _Button(QPushButton):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, autoDefault=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._in_hand = False

    def take(self, chip: Chip) -> None:
        self._in_hand = chip.in_hand
        self.setText(("▸ " if chip.in_hand else "") + menu_text(chip.text))
        self.setAccessibleName(chip.said)
        self.setToolTip(tip(chip.said))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._in_hand:
            painter = QPainter(self)
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2.0))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
            painter.end()
