"""Skipping an article: the reason, from a short list or in one's own words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.look.dialog import Dialog

KEPT = "It keeps what was done to it, but leaves in no export."
REASONS = (
    "a duplicate",
    "not in the project's language",
    "no news",
    "broken or cut short",
    "off the subject",
)


class SkipDialog(Dialog):
    """The dialog that asks for the reason; `chosen` is never empty."""

    chosen = Signal(str)

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__("Skip the article", parent, about=KEPT, size=(480, 0))
        self.reason = QComboBox(editable=True)
        self.reason.setAccessibleName("Reason")
        # It would put more into one's own words; PySide's stub does not know that None takes it away.
        self.reason.setCompleter(None)  # type: ignore[arg-type]
        self.reason.addItems(REASONS)
        self.reason.setCurrentText(reason or REASONS[0])
        if line := self.reason.lineEdit():
            line.selectAll()
        self.add(self.field("&Why is it skipped?", self.reason))
        skip = self.end_with("Skip", self._skip, icon="skip-forward")
        self.reason.editTextChanged.connect(lambda text: skip.setEnabled(bool(text.strip())))

    def _skip(self) -> None:
        self.accept()
        self.chosen.emit(self.reason.currentText().strip())
