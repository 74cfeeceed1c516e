"""Fields that the wheel never changes: it scrolls what they lie in."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QStyleOptionComboBox

_SHORT = Qt.ItemDataRole.UserRole + 1


class StillBox(QComboBox):
    """A choice of one; what is chosen may be said shorter than in its list."""

    def __init__(self, name: str, least: int = 8) -> None:
        """Make an empty one, `least` characters wide."""
        super().__init__(minimumContentsLength=least)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setAccessibleName(name)

    def offer(self, value: str, words: str, short: str = "") -> None:
        """Add a choice."""
        self.addItem(words, value)
        self.setItemData(self.count() - 1, short or words, _SHORT)

    def reword(self, value: str, words: str, short: str = "") -> None:
        """Say the choice otherwise."""
        at = self.findData(value)
        self.setItemText(at, words)
        self.setItemData(at, short or words, _SHORT)

    def choose(self, value: str) -> None:
        """Choose the value without a signal."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self.currentData(_SHORT) or ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class StillNumber(QSpinBox):
    """A number."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
