"""The form of an export: what can be chosen for the format at hand, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from annotations import formats
from annotations.formats.base import Format
from annotations.formats.units import CODE_POINTS, UTF16
from annotations.formats.writing.selection import Choice
from ui.export.export_words import Wanted, abilities
from ui.export.format_choice import FormatChoice
from ui.export.people_choice import PeopleChoice
from ui.look.buttons import Button
from ui.look.layouts import Packed, column, row
from ui.look.lines import Caption, Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.look.segments import Segments

ARTICLES = {"done": "done", "reviewed": "reviewed", "all": "all"}
SPANS = {"confirmed": "confirmed", "suggested": "suggested too", "all": "rejected too"}
UNITS = {CODE_POINTS: "code points", UTF16: "UTF-16 units"}
OVERLAPS = {
    "longest": "the longest stays",
    "priority": "the schema's order decides",
    "keep": "the others go to a further file",
}
ROWS = (  # that some formats have
    *("offsets", "overlaps", "misaligned", "seed", "group_by", "boilerplate", "soft", "safe_cells"),
    "singletons",
)
MISALIGNED = {"cover": "widened to whole tokens", "drop": "left out"}
NAME, GAP, MARGINS = 64, 12, (28, 20, 20, 16)  # pixels at 100 %: of a name, before its field, round the form
SPLITS = {"": "none", "80/10/10": "80 / 10 / 10", "80/20": "80 / 20"}


class ExportForm(QWidget):
    """The form of an export; `changed`: something else is wanted."""

    changed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder, self._offered = folder, ""
        self._named: list[Packed] = []
        self._names: list[Words] = []
        self.format = FormatChoice()
        self.carries = Words(px=12, role="text2", wraps=True)
        self.annotator = PeopleChoice()
        self.articles, self.spans = Segments("Articles", ARTICLES), Segments("Status", SPANS)
        self.split, self.own_split = Segments("Split", SPLITS), QLineEdit(placeholderText="other")
        self.boilerplate = QCheckBox("spans in boilerplate too")
        self.soft = QCheckBox("one line an article: how many marked each span")
        self.offsets, self.overlaps, self.misaligned = _combo({}), _combo(OVERLAPS), _combo(MISALIGNED)
        self.seed = QSpinBox(maximum=2**31 - 1)
        self.group_by = _combo({"": "source and date"})
        self.strict = QCheckBox("write nothing if anything cannot be carried")
        self.safe_cells = QCheckBox("an apostrophe before what a spreadsheet would run")
        self.singletons = QCheckBox("chains of one mention too")
        self.more = Button("More", "chevron-right", kind="ghost", height=28, pad=8)
        self.path = QLineEdit()
        self.rest = QWidget()
        self._lay_out()
        self._connect()
        self._follow_format()
        follow(self)

    @property
    def form(self) -> Format:
        return formats.FORMATS[self.format.value]

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
            singletons=self._on("singletons"),
        )

    def offer(self, annotators: Iterable[str], fields: Iterable[str], machines: Collection[str] = ()) -> None:
        """Add these annotators and fields to the choices; what is chosen stays so."""
        self.annotator.offer(annotators, machines)
        for name in fields:
            if self.group_by.findData(name) < 0:
                self.group_by.addItem(name, name)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.own_split.setFixedWidth(px(76))
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        """Have names stand over their fields where one of them has no room beside."""
        fields = [part.sizeHint().width() for line in self._named if (part := line.itemAt(1))]
        widest = max((px(NAME), *(name.sizeHint().width() for name in self._names)))
        wanted = widest + px(GAP) + max(fields, default=0)
        fits = wanted <= self.width() - px(MARGINS[0]) - px(MARGINS[2])
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        for line, name in zip(self._named, self._names, strict=True):
            line.setDirection(way)
            name.setMinimumWidth(widest)

    # --- how it is put together

    def _lay_out(self) -> None:
        split = row(self.split, self.own_split, None, gap=8)
        self.own_split.setAccessibleName("Another split, as 70/30")
        self.path.setAccessibleName("File")
        choices = column(gap=8)
        for name, field in (
            ("Articles", self.articles),
            ("By", self.annotator),
            ("Status", self.spans),
            ("Split", split),
        ):
            self._names.append(Words(name))
            self._named.append(row(self._names[-1], _held(field), gap=GAP))
            choices.add(self._named[-1])
        self._lay_out_rest()
        self.setLayout(
            column(
                Words("Export", px=20, weight=600),
                Caption("Format"),
                self.format,
                self.carries,
                4,
                Caption("What goes in"),
                choices,
                row(self.more, None),
                self.rest,
                None,
                gap=8,
                margins=MARGINS,
            )
        )

    def _lay_out_rest(self) -> None:
        """Lay out the rows that few need."""
        self.rows = QFormLayout(self.rest)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for name, one in {
            "Boilerplate": self.boilerplate,
            "Soft labels": self.soft,
            "Offsets in": self.offsets,
            "Overlapping spans": self.overlaps,
            "Spans off the tokens": self.misaligned,
            "Seed": self.seed,
            "Kept together by": self.group_by,
            "Strict": self.strict,
            "Safe cells": self.safe_cells,
            "Singletons": self.singletons,
        }.items():
            one.setAccessibleName(name)
            self.rows.addRow(name, one)
        self.rest.hide()

    def _connect(self) -> None:
        self.format.changed.connect(self._follow_format)
        for choice in (self.annotator, self.articles, self.spans):
            choice.changed.connect(self._tell)
        self.split.changed.connect(self._take_split)
        self.own_split.textEdited.connect(self._take_own_split)
        for box in (self.offsets, self.overlaps, self.misaligned, self.group_by):
            box.currentIndexChanged.connect(self._tell)
        for check in (self.boilerplate, self.soft, self.strict, self.safe_cells, self.singletons):
            check.toggled.connect(self._tell)
        self.seed.valueChanged.connect(self._tell)
        self.path.textChanged.connect(self._tell)
        self.more.clicked.connect(lambda: self.unfold(is_open=self.rest.isHidden()))

    def unfold(self, *, is_open: bool = True) -> None:
        """Show the rows that few need, or put them away."""
        self.rest.setVisible(is_open)
        self.more.say("More", "chevron-down" if is_open else "chevron-right", "")

    # --- what follows from what

    def _take_split(self) -> None:
        self.own_split.clear()
        self._tell()

    def _take_own_split(self, written: str) -> None:
        self.split.choose(None if written.strip() else "")
        self._tell()

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
        for name in ROWS:
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
            "singletons": form.chains,
            "boilerplate": self.spans.value != "all",
        }
        return there[name]

    def _choice(self) -> Choice:
        return Choice(self.annotator.value, self.articles.value or "done", self.spans.value or "confirmed")

    def _on(self, name: str) -> bool:
        return self._has(name) and getattr(self, name).isChecked()

    def _share(self) -> str:
        return self.own_split.text().strip() or self.split.value or ""

    def browse(self) -> None:
        """Ask for another file."""
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
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for value, words in choices.items():
        box.addItem(words, value)
    return box


def _held(field: QWidget | Packed) -> QWidget:
    """Return a widget with the field at its left."""
    held = QWidget()
    held.setLayout(row(field, None, gap=0))
    return held
