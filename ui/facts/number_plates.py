"""The numbers of what a digit takes, while a fact is built: small plates in the gap above the words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPalette

from ui.article.measures import Measures


def paint_plate(painter: QPainter, words: QRectF, number: int, measures: Measures, page: QPalette) -> None:
    """Paint a plate above the first letter of the words."""
    side = max(11.0, measures.leading + 2.0)
    plate = QRectF(words.left() - side / 2, words.top() - side + 2.0, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(page.color(QPalette.ColorRole.Highlight))
    painter.drawRoundedRect(plate, 3.0, 3.0)
    font = QFont(measures.font)
    font.setPixelSize(max(6, round(side - 1.0)))
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(page.color(QPalette.ColorRole.HighlightedText))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(number))
