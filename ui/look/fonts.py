"""Fonts of the window, by their size at 100 %."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ui.look.scale import scale


def font(px: float = 13, weight: int = 400, *, tabular: bool = False, italic: bool = False) -> QFont:
    """Return the window's font at that size, in pixels at 100 %; `tabular`: all digits are as wide."""
    made = QFont(QApplication.font())
    made.setPixelSize(max(1, round(px * scale())))
    made.setWeight(QFont.Weight(weight))
    made.setItalic(italic)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
