"""The question which label the wordings of a file have, when it names none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QWidget

from ui.look.layouts import column
from ui.look.lines import Words


class LabelDialog(QDialog):
    """The question; `chosen`: the label."""

    chosen = Signal(str)

    def __init__(self, name: str, labels: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Lists")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.label = QComboBox()
        self.label.setAccessibleName("Label")
        for one in labels:
            self.label.addItem(one, one)
        ok = QDialogButtonBox.StandardButton.Ok
        buttons = QDialogButtonBox(ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(ok).setText("Add")
        buttons.button(ok).setEnabled(bool(labels))
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        asks = Words(f"{name} names no labels. Which label do its wordings have?", wraps=True)
        asks.setMinimumWidth(360)
        self.setLayout(column(asks, self.label, buttons, gap=12, margins=(16, 14, 16, 14)))
        self.label.setFocus()

    def _take(self) -> None:
        self.accept()
        self.chosen.emit(str(self.label.currentData()))
