"""Segments: one of several words, side by side in one frame; each is a radio button to keyboard and screen reader."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from ui.look.fonts import font
from ui.look.layouts import row
from ui.look.radio import Radio
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

HIGH, WIDEST = 30, 132  # pixels at 100 %; of one segment


class Segment(Radio):
    """One of the words, which stands for a value."""

    def __init__(self, value: str, word: str) -> None:
        super().__init__()
        self.value, self._word = value, word
        self.setAccessibleName(word)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow(self)

    def text(self) -> str:
        return self._word

    def restyle(self) -> None:
        """Take the scale in force."""
        self._tell()
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def _tell(self) -> None:
        """Tell the word in a tip where it is cut."""
        self.setToolTip(tip(self._word) if self._natural() > self.width() else "")

    def sizeHint(self) -> QSize:
        return QSize(min(self._natural(), px(WIDEST)), px(HIGH))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._natural(), px(44)), px(HIGH))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r, box = QPainter(self), roles(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.hasFocus() or self.underMouse():
            ring = self.hasFocus() or (self.isChecked() and r.is_plain)
            painter.setPen(QPen(QColor(r.accent), 2) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(r.accent_tint if self.isChecked() else r.hover))
            painter.drawRoundedRect(box.adjusted(2, px(3), -2, -px(3)), px(4), px(4))
        face = font(12, 600 if self.isChecked() else 500)
        painter.setFont(face)
        painter.setPen(QColor(r.accent if self.isChecked() else r.text2))
        shown = QFontMetricsF(face).elidedText(self._word, Qt.TextElideMode.ElideRight, box.width() - px(12))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()

    def _natural(self) -> int:
        return round(QFontMetricsF(font(12, 600)).horizontalAdvance(self._word)) + px(24)


class Segments(QWidget):
    """The segments of one choice.  `changed`: another was chosen."""

    changed = Signal()

    def __init__(self, name: str, choices: Mapping[str, str]) -> None:
        """Offer the choices, words by value; the first is chosen."""
        super().__init__()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.segments: list[Segment] = []
        self._group = QButtonGroup(self)
        self._row = row(gap=0)
        self.setLayout(self._row)
        self.offer(choices)
        self._group.buttonToggled.connect(lambda _, is_on: self.changed.emit() if is_on else None)

    @property
    def value(self) -> str | None:
        """Return the value that is chosen; None when none is."""
        return next((one.value for one in self.segments if one.isChecked()), None)

    def offer(self, choices: Mapping[str, str]) -> None:
        """Add the choices that are not there yet."""
        there = {one.value for one in self.segments}
        for value, word in choices.items():
            if value not in there:
                made = Segment(value, word)
                self._group.addButton(made)
                self._row.add(made)
                made.show()
                self.segments.append(made)
                made.setChecked(len(self.segments) == 1)

    def choose(self, value: str | None) -> None:
        """Choose the value; None leaves none chosen."""
        self._group.setExclusive(value is not None)
        for one in self.segments:
            one.setChecked(one.value == value)
        self._group.setExclusive(True)

    def take_keyboard(self) -> None:
        """Give the keyboard to the segment that is chosen."""
        next((one for one in self.segments if one.isChecked()), self.segments[0]).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(r.edge), 1))
        painter.setBrush(QColor(r.page))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6))
        painter.end()
