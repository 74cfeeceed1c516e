"""The swatch: a small box in a label's colours, for lists."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from ui.theme import label_style


def swatch(of: QWidget, hue: int | None) -> QIcon:
    """In the widget's palette and as high as a line of its text; the same where it is selected."""
    style, side = label_style(hue, of.palette()), of.fontMetrics().height()
    picture = QPixmap(QSize(side, side) * of.devicePixelRatioF())
    picture.setDevicePixelRatio(of.devicePixelRatioF())
    picture.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(style.edge)
    painter.setBrush(style.fill)
    painter.drawRoundedRect(2, 2, side - 4, side - 4, 3, 3)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
