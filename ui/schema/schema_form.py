"""The form of one label or fact type: name, key, colour, guideline, archived; and the buttons beside them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSlider,
    QWidget,
)

from annotations.schema.changes import Entry
from annotations.schema.types import Label
from ui.keys_in_force import IN_FORCE
from ui.look.theme import swatch
from ui.plain_text import PlainLabel

SOON = 400  # milliseconds without a change after which hue and guideline are kept


class SchemaForm(QWidget):
    """The form of an entry: it signals what is wanted, and knows no schema."""

    changed = Signal(str, str, dict)  # part, name, fields
    adding = Signal(str)
    renaming = Signal(str)  # the new name of the one in hand
    merging = Signal(str)  # the one that it goes into

    def __init__(self) -> None:
        super().__init__()
        self._part = "labels"
        self._entry: Entry | None = None
        self.part = QComboBox()
        for part, words in (("labels", "Labels"), ("facts", "Fact types")):
            self.part.addItem(words, part)
        self.name, self.key = QLineEdit(), QLineEdit(maxLength=1)
        self.hue = QSlider(Qt.Orientation.Horizontal)
        self.hue.setRange(0, 359)
        self.hue.setSingleStep(5)
        self.colour = PlainLabel()
        self.guideline = QPlainTextEdit(tabChangesFocus=True)
        self.archived = QCheckBox("Ar&chived: kept, but no longer offered")
        self.into = QComboBox()
        self.wrong = PlainLabel(wordWrap=True)
        self.wrong.setAccessibleName("What is wrong")
        self.add = QPushButton("&Add", autoDefault=False)
        self.rename = QPushButton("&Rename…", autoDefault=False)
        self.merge = QPushButton("&Merge…", autoDefault=False)
        self._soon = QTimer(self, interval=SOON, singleShot=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        form = QFormLayout(self)
        form.addRow("&Show", self.part)
        form.addRow(_words("&Name", self.name), _row(self.name, self.add, self.rename))
        form.addRow("&Key", self.key)
        form.addRow(_words("C&olour", self.hue), _row(self.hue, self.colour))
        form.addRow("&Guideline", self.guideline)
        form.addRow("", self.archived)
        form.addRow(_words("Merge &into", self.into), _row(self.into, self.merge))
        form.addRow(self.wrong)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self.adding.emit(self.name.text()))
        self.name.returnPressed.connect(lambda: self.adding.emit(self.name.text()))
        self.rename.clicked.connect(lambda: self.renaming.emit(self.name.text()))
        self.merge.clicked.connect(lambda: self.merging.emit(self.into.currentText()))
        self.key.editingFinished.connect(self.keep)
        self.archived.clicked.connect(self.keep)
        self.hue.valueChanged.connect(self._show_hue)
        self.hue.valueChanged.connect(lambda: self._soon.start())
        self.guideline.textChanged.connect(self._soon.start)
        self._soon.timeout.connect(self.keep)
        for edited in (self.name.textEdited, self.key.textEdited, self.guideline.textChanged):
            edited.connect(self.wrong.clear)

    def show_entry(self, entry: Entry | None, names: list[str]) -> None:
        """Show the label or fact type; None for none."""
        part = self.part.currentData()
        another = (part, entry and entry.name) != (self._part, self._entry and self._entry.name)
        self._part, self._entry = part, entry
        self._soon.stop()
        for field in (self.key, self.hue, self.guideline, self.archived, self.rename, self.merge, self.into):
            field.setEnabled(entry is not None)
        self._fill(entry, another)
        self.into.clear()
        self.into.addItems([name for name in names if entry and name != entry.name])
        self.merge.setEnabled(self.into.count() > 0)

    def _fill(self, entry: Entry | None, another: bool) -> None:
        if another:
            self.name.setText(entry.name if entry else "")
        self.key.setText((entry.key or "").upper() if entry else "")
        self.archived.setChecked(entry is not None and entry.archived)
        for field in (self.hue, self.guideline):
            field.blockSignals(True)
        if entry and self.guideline.toPlainText() != entry.guideline:
            self.guideline.setPlainText(entry.guideline)
        is_label = isinstance(entry, Label)
        self.hue.setEnabled(is_label)
        self.hue.setValue(entry.hue if isinstance(entry, Label) else 0)
        for field in (self.hue, self.guideline):
            field.blockSignals(False)
        self._show_hue()

    def refuse(self, why: str) -> None:
        """Say what is wrong, and put the former key back."""
        self.key.setText((self._entry.key or "").upper() if self._entry else "")
        self.wrong.setText(IN_FORCE.fill(why))

    def keep(self) -> None:
        """Signal the fields that differ from the entry shown."""
        self._soon.stop()
        if self._entry is not None and (fields := self._differing()):
            self.changed.emit(self._part, self._entry.name, fields)

    def _differing(self) -> dict[str, Any]:
        entry = self._entry
        if entry is None:
            return {}
        fields: dict[str, Any] = {
            "key": self.key.text().strip().lower() or None,
            "guideline": self.guideline.toPlainText(),
            "archived": self.archived.isChecked(),
        }
        if isinstance(entry, Label):
            fields["hue"] = self.hue.value()
        return {name: value for name, value in fields.items() if value != getattr(entry, name)}

    def _show_hue(self) -> None:
        is_label = isinstance(self._entry, Label)
        icon = swatch(self, self.hue.value() if is_label else None)
        side = self.fontMetrics().height()
        self.colour.setPixmap(icon.pixmap(side, side))


def _words(words: str, field: QWidget) -> PlainLabel:
    """Return the words before a field that shares its row."""
    label = PlainLabel(words)
    label.setBuddy(field)
    field.setAccessibleName(words.replace("&", ""))
    return label


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if place == 0 else 0)
    return row
