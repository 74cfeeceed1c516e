"""The question which label the wordings of a file have, when it names none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.look.dialog import Dialog


class LabelDialog(Dialog):
    """The question; `chosen`: the label."""

    chosen = Signal(str)

    def __init__(self, name: str, labels: Sequence[str], parent: QWidget) -> None:
        super().__init__("Lists", parent, about=f"{name} names no labels.", size=(440, 0))
        self.label = QComboBox()
        for one in labels:
            self.label.addItem(one, one)
        self.add(self.field("&Label of its wordings", self.label))
        self.end_with("Add", self._take, icon="plus").setEnabled(bool(labels))

    def _take(self) -> None:
        self.accept()
        self.chosen.emit(str(self.label.currentData()))
