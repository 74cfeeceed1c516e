"""The choice of a hue: a strip in the colours that labels have, with a mark at each hue that is taken."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QSlider

from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import label_style

MOST = 359


class HueSlider(QSlider):
    """A slider of 0..359; a click goes there, the arrows go by five."""

    draws_ring = True

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, MOST)
        self.setSingleStep(5)
        self.setPageStep(30)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._taken: Collection[int] = ()
        follow(self)

    def show_taken(self, hues: Collection[int]) -> None:
        """Mark the hues of the other labels."""
        self._taken = hues
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), px(30))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave it where it is."""

    def _go_to(self, x: float) -> None:
        self.setValue(round((x - px(9)) / max(1, self._room) * MOST))

    @property
    def _room(self) -> int:
        return self.width() - px(18)

    def _x(self, hue: int) -> float:
        return px(9) + self._room * hue / MOST

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strip = QRectF(px(9), px(8), self._room, px(10))
        colours = QLinearGradient(strip.topLeft(), strip.topRight())
        for hue in range(0, MOST + 1, 15):
            colours.setColorAt(hue / MOST, label_style(hue, self.palette()).badge)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours if self.isEnabled() else QColor(r.track))
        painter.drawRoundedRect(strip, px(5), px(5))
        painter.setBrush(QColor(r.text2))
        for hue in self._taken:
            painter.drawRoundedRect(QRectF(self._x(hue) - px(1), px(23), px(2), px(5)), 1, 1)
        painter.setPen(QPen(QColor(r.accent if self.hasFocus() else r.text), 2))
        painter.setBrush(label_style(self.value(), self.palette()).fill)
        painter.drawEllipse(QPointF(self._x(self.value()), px(13)), px(8), px(8))
        painter.end()
