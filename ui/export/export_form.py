"""The form of an export: what can be chosen for the format at hand, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from annotations import formats
from annotations.formats.base import Format
from annotations.formats.units import CODE_POINTS, UTF16
from annotations.formats.writing.selection import Choice
from annotations.sets import GOLD
from ui.export.export_words import Wanted, abilities
from ui.plain_text import PlainLabel, tip

ARTICLES = {"done": "finished ones", "reviewed": "reviewed ones", "all": "all"}
SPANS = {"confirmed": "confirmed", "suggested": "confirmed and undecided", "all": "all, rejected too"}
UNITS = {CODE_POINTS: "code points", UTF16: "UTF-16 units"}
OVERLAPS = {
    "longest": "the longest stays",
    "priority": "the schema's order decides",
    "keep": "the others go to a further file",
}
MISALIGNED = {"cover": "widened to whole tokens", "drop": "left out"}
SPLITS = ("", "80/10/10", "80/20", "90/10")
WIDEST = 330  # pixels of a field


class ExportForm(QWidget):
    """The form of an export; `changed`: something else is wanted."""

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._offered = folder, ""
        able = {name: formats.FORMATS[name].about for name in formats.names(to="write")}
        self.format = _combo({name: f"{name}: {about}" for name, about in able.items()})
        for place, name in enumerate(able):
            words = abilities(formats.FORMATS[name])
            self.format.setItemData(place, tip(words), Qt.ItemDataRole.ToolTipRole)
            self.format.setItemData(place, tip(words), Qt.ItemDataRole.AccessibleDescriptionRole)
        self.carries = PlainLabel(wordWrap=True)
        self.annotator = _combo({"all": "everybody", GOLD: "gold: adjudicated work"})
        self.articles, self.spans = _combo(ARTICLES), _combo(SPANS)
        self.boilerplate = QCheckBox("spans in boilerplate &too")
        self.soft = QCheckBox("o&ne line an article: how many marked each span")
        self.offsets, self.overlaps, self.misaligned = _combo(UNITS), _combo(OVERLAPS), _combo(MISALIGNED)
        self.split = _combo({share: share or "one file" for share in SPLITS})
        self.split.setEditable(True)
        self.seed = QSpinBox(maximum=2**31 - 1)
        self.group_by = _combo({"": "source and date"})
        self.strict = QCheckBox("write nothing if anything cannot be carried")
        self.safe_cells = QCheckBox("an apostrophe before what a spreadsheet would run")
        self.path = QLineEdit()
        self._lay_out()
        self._connect()
        self._follow_format()

    @property
    def form(self) -> Format:
        return formats.FORMATS[self.format.currentData()]

    def wanted(self) -> Wanted:
        """Return the export as the form says it; of rows that the format does not have, nothing."""
        rows = {name: self._has(name) for name in ("offsets", "overlaps", "misaligned")}
        unit = self.offsets.currentData() if rows["offsets"] else ""
        return Wanted(
            self.path.text().strip(),
            self.form.name,
            replace(self._choice(), boilerplate=self._on("boilerplate"), soft=self._on("soft")),
            offsets="" if not unit or unit == self.form.units[0] else unit,
            overlaps=self.overlaps.currentData() if rows["overlaps"] else "",
            misaligned=self.misaligned.currentData() if rows["misaligned"] else "",
            split=self._share(),
            seed=self.seed.value(),
            group_by=self.group_by.currentData(),
            strict=self.strict.isChecked(),
            safe_cells=self._on("safe_cells"),
        )

    def offer(self, annotators: Iterable[str], fields: Iterable[str]) -> None:
        """Add these annotators and fields to the choices; what is chosen stays so."""
        _add(self.annotator, annotators)
        _add(self.group_by, fields)

    # --- how it is put together

    def _lay_out(self) -> None:
        browse = QPushButton("&Browse…", autoDefault=False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(browse)
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        named: dict[str, QWidget] = {
            "&Format": self.format,
            "": self.carries,
            "&Whose work": self.annotator,
            "&Articles": self.articles,
            "&Spans and facts": self.spans,
            "Boilerplate": self.boilerplate,
            "Soft labels": self.soft,
            "&Offsets in": self.offsets,
            "O&verlapping spans": self.overlaps,
            "Spans off the to&kens": self.misaligned,
            "S&plit": self.split,
            "See&d": self.seed,
            "Kept to&gether by": self.group_by,
            "Strict": self.strict,
            "Safe cells": self.safe_cells,
        }
        for name, field in named.items():
            field.setAccessibleName(name.replace("&", "") or "What the format carries")
            self.rows.addRow(name, field)
        self.path.setAccessibleName("File")
        self.rows.addRow("F&ile", place)
        label = self.rows.labelForField(place)
        if isinstance(label, QLabel):
            label.setBuddy(self.path)

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._follow_format)
        boxes = (self.annotator, self.articles, self.spans, self.offsets, self.overlaps, self.misaligned)
        for box in (*boxes, self.group_by):
            box.currentIndexChanged.connect(self._tell)
        for check in (self.boilerplate, self.soft, self.strict, self.safe_cells):
            check.toggled.connect(self._tell)
        self.split.currentTextChanged.connect(self._tell)
        self.seed.valueChanged.connect(self._tell)
        self.path.textChanged.connect(self._tell)

    # --- what follows from what

    def _follow_format(self) -> None:
        """Show the rows that the format has, and offer a file name for it unless another was written."""
        form = self.form
        self.carries.setText(abilities(form))
        self.offsets.blockSignals(True)
        self.offsets.clear()
        for unit in form.units:
            self.offsets.addItem(UNITS[unit], unit)
        self.offsets.blockSignals(False)
        if self.path.text() in ("", self._offered):
            self._offered = str(self._folder / _file_name(form))
            self.path.setText(self._offered)
        self._tell()

    def _tell(self) -> None:
        rows = ("offsets", "overlaps", "misaligned", "seed", "group_by", "boilerplate", "soft", "safe_cells")
        for name in rows:
            self.rows.setRowVisible(getattr(self, name), self._has(name))
        self.changed.emit()

    def _has(self, name: str) -> bool:
        """Return whether the row has an effect, with the format and the rest as they are."""
        form = self.form
        there: Mapping[str, bool] = {
            "offsets": bool(form.units),
            "overlaps": not form.overlaps,
            "misaligned": form.tokens in ("spacy", "own"),
            "seed": bool(self._share()),
            "group_by": bool(self._share()),
            "soft": self._choice().has_soft(form.name),
            "safe_cells": form.cells,
            "boilerplate": self.spans.currentData() != "all",
        }
        return there[name]

    def _choice(self) -> Choice:
        return Choice(*(box.currentData() for box in (self.annotator, self.articles, self.spans)))

    def _on(self, name: str) -> bool:
        return self._has(name) and getattr(self, name).isChecked()

    def _share(self) -> str:
        text = self.split.currentText().strip()
        return "" if text == self.split.itemText(0) else text

    def _browse(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, "Export", self.path.text())
        if path:
            self.path.setText(path)


def _file_name(form: Format) -> str:
    """Return the file name to offer, with the format's first ending, or a usual one if it has none."""
    if form.folder:
        return f"dataset-{form.name}"
    usual = ".conll" if form.tokens == "spacy" else ".jsonl"
    return f"dataset{form.suffixes[0] if form.suffixes else usual}"


def _combo(choices: Mapping[str, str]) -> QComboBox:
    box = QComboBox(minimumContentsLength=16)
    box.setMaximumWidth(WIDEST)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, words in choices.items():
        box.addItem(words, value)
    return box


def _add(box: QComboBox, names: Iterable[str]) -> None:
    for name in names:
        if box.findData(name) < 0:
            box.addItem(name, name)
