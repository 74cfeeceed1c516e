"""The labels that a project would begin with, as they will be seen: a key cap in the label's colours, and the name."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotations.schema.types import Label
from ui.look.fonts import font
from ui.look.marks import draw_pill
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import label_style
from ui.plain_text import tip

LINES, HIGH, CAP, BETWEEN, WIDEST = 2, 24, 18, 14, 200  # pixels at 100 %, but for the lines
SHOWN = 60  # labels that are laid out at most; of the others a number is told


class LabelRow(QWidget):
    """The labels in two lines, whatever room they need, so that nothing below moves; of the rest it says how many."""

    def __init__(self) -> None:
        super().__init__()
        self._labels: list[Label] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.show_labels([])
        follow(self)

    @property
    def names(self) -> list[str]:
        """Return the names of the labels shown."""
        return [label.name for label in self._labels]

    def show_labels(self, labels: Iterable[Label]) -> None:
        """Show these labels."""
        self._labels = list(labels)
        listed = ", ".join(self.names)
        self.setAccessibleName(f"Labels: {listed}" if listed else "No labels")
        self.setToolTip(tip(listed, wraps=True))
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(LINES * HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(LINES * HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        boxes, more = self._laid_out()
        for label, box in boxes:
            self._paint(painter, label, box)
        if more.isValid():
            painter.setFont(font(12))
            painter.setPen(QColor(roles().text2))
            painter.drawText(more, _MIDDLE, f"and {len(self._labels) - len(boxes):,} more")
        painter.end()

    def _laid_out(self) -> tuple[list[tuple[Label, QRectF]], QRectF]:
        """Return the labels that fit with their places, and the place for the number of the others."""
        metrics, room = QFontMetricsF(font(12, 600)), float(px(90))
        left, line, boxes = 0.0, 0, list[tuple[Label, QRectF]]()
        for number, label in enumerate(self._labels):
            wide = px(CAP + 6) + min(metrics.horizontalAdvance(label.name), px(WIDEST))
            is_last = number == len(self._labels) - 1
            if left and left + wide > self.width() - (0 if is_last or line < LINES - 1 else room):
                left, line = (0.0, line + 1) if line < LINES - 1 else (left, LINES)
            if line == LINES or number == SHOWN:
                return boxes, QRectF(left, min(line, LINES - 1) * px(HIGH), room * 2, px(HIGH))
            boxes.append((label, QRectF(left, line * px(HIGH), wide, px(HIGH))))
            left += wide + px(BETWEEN)
        return boxes, QRectF()

    def _paint(self, painter: QPainter, label: Label, box: QRectF) -> None:
        style = label_style(label.hue, self.palette())
        cap = QRectF(box.left(), box.top() + (box.height() - px(CAP)) / 2, px(CAP), px(CAP))
        fill, edge = style.fill.name(), style.edge.name()
        key = (label.key or "").upper()
        draw_pill(painter, cap, key, font(11, 600), fill=fill, edge=edge, colour=roles().text, radius=px(4))
        painter.setFont(bold := font(12, 600))
        painter.setPen(QColor(roles().text))
        name = box.adjusted(px(CAP + 6), 0, 2, 0)
        shown = QFontMetricsF(bold).elidedText(label.name, Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, _MIDDLE, shown)


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
