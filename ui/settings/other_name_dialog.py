"""The dialog of another name for an annotator."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from models.settings import is_annotator
from ui.look.dialog import Dialog

ABOUT = (
    "Work, history, comments, reviews and assignments have the new name then, and what comes later from the copies that "
    "they worked in. A backup is made first."
)


class OtherNameDialog(Dialog):
    """The dialog of another name for an annotator, in all that the project holds."""

    chosen = Signal(str, str)  # the name until now, and the one from now on

    def __init__(self, names: list[str], parent: QWidget | None = None) -> None:
        super().__init__("Rename an annotator", parent, about=ABOUT)
        self._names = names
        self.old, self.new = QComboBox(), QLineEdit()
        self.old.addItems(names)
        self.add(self.field("Name &until now", self.old))
        self.add(self.field("&New name", self.new))
        self._go = self.end_with("Rename", self._accept)
        self.new.textChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        """Say why the name cannot be that one, once one is typed."""
        new = self.new.text().strip()
        taken = f"There is {new} in this project already." if new in self._names else ""
        wrong = taken if is_annotator(new) else "This cannot be an annotator's name."
        self.wrong.setText(wrong if new else "")
        self._go.setEnabled(not wrong)

    def _accept(self) -> None:
        self.accept()
        self.chosen.emit(self.old.currentText(), self.new.text().strip())
