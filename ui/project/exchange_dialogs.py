"""The dialogs of sharing: whose work goes to which file, and who gets which share of the articles."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotations.errors import UserError
from annotations.exchange import assignment
from ui.plain_text import PlainLabel, window_title
from ui.project.dialogs import path_row

MOST_SEED = 2**31 - 1


class WorkDialog(QDialog):
    """The dialog of whose work goes to which file; the file's name follows the annotator's until changed."""

    chosen = Signal(str, str)  # annotator, file

    def __init__(self, title: str, file: Path, names: list[str], parent: QWidget | None = None) -> None:
        """Take the proposed `file`; its name has "{name}" where the annotator's goes."""
        super().__init__(parent)
        self.setWindowTitle(window_title(title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file = file
        self.annotator, self.path = QComboBox(), QLineEdit()
        self.annotator.addItems(list(dict.fromkeys(names)))
        self.annotator.setAccessibleName("Work of")
        self.path.setAccessibleName("File")
        self._proposed = ""
        self._propose()
        self.annotator.currentIndexChanged.connect(self._propose)
        form = QFormLayout()
        form.addRow("&Work of", self.annotator)
        form.addRow("&File", path_row(self.path, self._browse))
        _close(self, form, self._accept)

    def _propose(self) -> None:
        if self.path.text() == self._proposed:
            name = self._file.name.replace("{name}", self.annotator.currentText())
            self._proposed = str(self._file.with_name(name))
            self.path.setText(self._proposed)

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, self.windowTitle(), self.path.text())
        if path:
            self.path.setText(path)

    def _accept(self) -> None:
        self.accept()
        self.chosen.emit(self.annotator.currentText(), self.path.text())


class AssignDialog(QDialog):
    """The dialog of who gets articles, and how many go to several; it says first how many that is."""

    chosen = Signal(list)  # what the command `assign` takes after the project

    def __init__(self, names: list[str], left: int, every: int, parent: QWidget | None = None) -> None:
        """Take the numbers of articles: `left` that nobody has, `every` that there are."""
        super().__init__(parent)
        self.setWindowTitle("Assign articles")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._left, self._every = left, every
        self.names = QLineEdit(", ".join(names))
        self.overlap = QDoubleSpinBox(maximum=100.0, decimals=1, suffix=" %", singleStep=5.0)
        self.to, self.seed = QSpinBox(minimum=2, maximum=99), QSpinBox(maximum=MOST_SEED)
        self.again = QCheckBox("give out all anew, not only what nobody has")
        self.count = PlainLabel(wordWrap=True)
        self.count.setAccessibleName("How many")
        self.count.setMinimumHeight(self.fontMetrics().height() * 3)
        form = QFormLayout()
        form.addRow("&Names, with commas", self.names)
        form.addRow("&Overlap: go to several", self.overlap)
        form.addRow("Each of &those to", self.to)
        form.addRow("&Seed", self.seed)
        form.addRow("", self.again)
        form.addRow(self.count)
        self._ok = _close(self, form, self._accept)
        for changed in (self.names.textChanged, self.overlap.valueChanged, self.to.valueChanged):
            changed.connect(self._count)
        self.again.toggled.connect(self._count)
        self._count()

    def _people(self) -> list[str]:
        return [name.strip() for name in self.names.text().split(",") if name.strip()]

    def _count(self) -> None:
        """Say what would be given out, or why nothing can be."""
        people, share, to = self._people(), self.overlap.value() / 100, self.to.value()
        many = self._every if self.again.isChecked() else self._left
        try:
            assignment.check(people, overlap=share, to=to)
            shared = round(share * many)
            each = f"{shared:,} of them to {to} annotators each, " if shared else ""
            rest = "the others to one each" if shared else "each to one annotator"
            which = "All" if self.again.isChecked() else "Of those that nobody has, all"
            self.count.setText(f"{which} {many:,} articles go to {len(people):,} people: {each}{rest}.")
        except UserError as error:
            many = 0
            self.count.setText(str(error))
        self._ok.setEnabled(many > 0)

    def _accept(self) -> None:
        options = ["--overlap", str(self.overlap.value()), "--to", str(self.to.value())]
        again = ["--again"] if self.again.isChecked() else []
        self.accept()
        self.chosen.emit([*options, "--seed", str(self.seed.value()), *again, "--", *self._people()])


def _close(dialog: QDialog, form: QFormLayout, accepted: object) -> QPushButton:
    """Put the buttons below the form; return the one that accepts."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    box.accepted.connect(accepted)
    box.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addLayout(form)
    layout.addWidget(box)
    dialog.resize(560, 150)
    return box.button(QDialogButtonBox.StandardButton.Ok)
