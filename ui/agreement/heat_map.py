"""The heat map of labels: which label one annotator gave where the other gave which.

A cell has its number, and the diagonal a frame: colour is never the only cue.  Arrows go about, Enter or a
click asks for what is behind a cell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from annotations.text.counts import counted
from ui import bindings
from ui.look.fonts import font
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import contrast, mixed

NOTHING = "nothing"
STRONGEST = 0.66  # how much of the accent the fullest cell takes: its number must be read
ARROWS = ("↓", "→")
LONGEST = 14  # characters of a label's name in a heading
_STEPS = {"map_left": (0, -1), "map_right": (0, 1), "map_up": (-1, 0), "map_down": (1, 0)}
STEPS = {code: step for name, step in _STEPS.items() for code in bindings.codes(name)}


class HeatMap(QWidget):
    """The heat map, with one cell in hand.

    `moved`: another cell is in hand, with what it says; `chosen`: its entry of the report, or None.
    """

    moved = Signal(str)
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Which label met which")
        self._who: Sequence[str] = ("", "")
        self._names: Sequence[str] = ()
        self._cells: dict[tuple[int, int], Mapping[str, Any]] = {}
        self.at = (0, 0)  # row and column in hand
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFont(font(11, tabular=True))
        self.updateGeometry()
        self.resize(self.sizeHint())

    def show_confusion(self, found: Mapping[str, Any]) -> None:
        """Show one of the report's `confusion` entries; rows are the first annotator's labels."""
        self._who, self._names = found["annotators"], [*found["labels"], NOTHING]
        place = {name: n for n, name in enumerate(self._names)}
        self._cells = {
            (place[cell["one"] or NOTHING], place[cell["other"] or NOTHING]): cell for cell in found["cells"]
        }
        self.at = (0, 0)
        self.updateGeometry()
        self.resize(self.sizeHint())
        self._go((0, 0))

    def sentence(self) -> str:
        """Return the cell in hand as a sentence: two annotators, two labels, how often."""
        if not self._names:
            return ""
        row, column = self.at
        said = f"{self._who[0]}: {self._names[row]}, {self._who[1]}: {self._names[column]}"
        return f"{said}, {self.count()}"

    def labels(self) -> str:
        """Return the two labels of the cell in hand, the first annotator's first."""
        return " – ".join(self._names[place] for place in self.at) if self._names else ""

    def count(self) -> str:
        """Return how often they met."""
        cell = self._cells.get(self.at)
        count = cell["count"] if cell else 0
        bounds = f", {cell['bounds']:,} of them with other bounds" if cell and cell["bounds"] else ""
        return f"{counted(count, 'time')}{bounds}"

    def open(self) -> None:
        """Ask for what is behind the cell in hand."""
        if self._names:
            self.chosen.emit(self._cells.get(self.at))

    def rect_of(self, row: int, column: int) -> QRect:
        """Return the rectangle in which the cell is painted."""
        side, head = self._side(), self._head()
        return QRect(head + column * side.width(), head + row * side.height(), side.width(), side.height())

    def sizeHint(self) -> QSize:
        count, side, head = len(self._names), self._side(), self._head()
        return QSize(head + count * side.width() + 2, head + count * side.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _side(self) -> QSize:
        metrics = self.fontMetrics()
        line = max(px(24), round(metrics.height() * 1.75))
        widest = max((cell["count"] for cell in self._cells.values()), default=0)
        return QSize(max(metrics.horizontalAdvance(f"{widest:,}") + px(5), line), line)

    def _head(self) -> int:
        """Return how many pixels the headings take, beside and above."""
        metrics = self.fontMetrics()
        words = (*map(_short, self._names), *map(_headed, zip(ARROWS, self._who, strict=True)))
        return max(metrics.horizontalAdvance(word) for word in words) + px(14)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(roles().card))
        if self._names:
            self._paint_headings(painter)
            for row in range(len(self._names)):
                for column in range(len(self._names)):
                    self._paint_cell(painter, row, column)
            self._paint_hand(painter)
        painter.end()

    def _paint_headings(self, painter: QPainter) -> None:
        head, line = self._head(), self.fontMetrics().height()
        painter.setPen(QColor(roles().text))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for n, name in enumerate(self._names):
            cell = self.rect_of(n, 0)
            painter.drawText(QRect(0, cell.top(), head - 6, cell.height()), right, _short(name))
        for n, side in enumerate(zip(ARROWS, self._who, strict=True)):
            painter.drawText(QRect(2, 2 + n * line, head, line), Qt.AlignmentFlag.AlignLeft, _headed(side))
        painter.save()
        painter.rotate(-90)
        for n, name in enumerate(self._names):
            cell = self.rect_of(0, n)
            upright = QRect(-head + 6, cell.left(), head - 6, cell.width())
            left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(upright, left, _short(name))
        painter.restore()

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        rect, r = self.rect_of(row, column), roles()
        count = self._cells[row, column]["count"] if (row, column) in self._cells else 0
        of = sum(self._cells[row, n]["count"] for n in range(len(self._names)) if (row, n) in self._cells)
        ground, text = QColor(r.card), QColor(r.text)
        fill = mixed(ground, QColor(r.accent), STRONGEST * count / of) if count else ground
        painter.fillRect(rect, fill)
        painter.setPen(QColor(r.line))
        painter.drawRect(rect)
        painter.setPen(
            max((text, QColor(r.on_accent)), key=lambda colour: contrast(colour, fill))
            if count
            else QColor(r.text2)
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, f"{count:,}" if count else "·")
        if row == column and row < len(self._names) - 1:
            painter.setPen(QPen(text, 1, Qt.PenStyle.SolidLine))
            painter.drawRect(rect.adjusted(2, 2, -2, -2))

    def _paint_hand(self, painter: QPainter) -> None:
        has = self.hasFocus()
        painter.setPen(QPen(QColor(roles().accent if has else roles().text), 3 if has else 1))
        painter.drawRect(self.rect_of(*self.at))

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._names) - 1
        if key in STEPS and self._names:
            down, right = STEPS[key]
            self._go((min(max(self.at[0] + down, 0), last), min(max(self.at[1] + right, 0), last)))
        elif key in bindings.codes("map_open") and self._names:
            self.open()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        side, head, point = self._side(), self._head(), event.position().toPoint()
        row, column = (point.y() - head) // side.height(), (point.x() - head) // side.width()
        if 0 <= row < len(self._names) and 0 <= column < len(self._names):
            self.setFocus()
            self._go((row, column))
            self.open()

    def _go(self, to: tuple[int, int]) -> None:
        self.at = to
        self.setAccessibleDescription(self.sentence())
        self.update()
        self.moved.emit(self.sentence())


def _headed(side: tuple[str, str]) -> str:
    """Return whose labels stand down or across, with the arrow that says which."""
    return f"{side[0]} {_short(side[1])}"


def _short(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
