"""Skipping an article: the reason, from a short list or in one's own words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ui.plain_text import PlainLabel

REASONS = (
    "a duplicate",
    "not in the project's language",
    "no news",
    "broken or cut short",
    "off the subject",
)


class SkipDialog(QDialog):
    """The dialog that asks for the reason; `chosen` is never empty."""

    chosen = Signal(str)

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Skip the article")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.reason = QComboBox(editable=True)
        self.reason.setAccessibleName("Reason")
        # It would put more into one's own words; PySide's stub does not know that None takes it away.
        self.reason.setCompleter(None)  # type: ignore[arg-type]
        self.reason.addItems(REASONS)
        self.reason.setCurrentText(reason or REASONS[0])
        if line := self.reason.lineEdit():
            line.selectAll()
        words = "It keeps what was done to it, but leaves in no export. Why is it skipped?"
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        skip = buttons.button(QDialogButtonBox.StandardButton.Ok)
        skip.setText("Skip")
        self.reason.editTextChanged.connect(lambda text: skip.setEnabled(bool(text.strip())))
        buttons.accepted.connect(self._skip)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(PlainLabel(words))
        layout.addWidget(self.reason)
        layout.addWidget(buttons)
        self.resize(480, 130)

    def _skip(self) -> None:
        self.accept()
        self.chosen.emit(self.reason.currentText().strip())
