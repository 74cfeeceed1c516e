"""The fields of a file, a row each: its name, its first value, and the choice of what it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from annotations.formats.reading.first_look import METADATA, WORK
from ui.look.lines import Caption, Elided
from ui.look.restyled import follow
from ui.look.scale import px

BECOMES = {  # what a field may become, in the order of the choice, and how that is called
    "text": "the text",
    "title": "the title",
    "published": "the date",
    "id": "the id",
    "url": "the address",
    "source": "the source",
    "author": "the author",
    "annotator": "the annotator",
    METADATA: METADATA,
}
LEFT_OUT = "nothing: it is left out"
HEADINGS = ("Field", "First value", "Becomes")


class FieldRows(QWidget):
    """The rows.  `changed`: another choice was made."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Fields of the file")
        self.choices: dict[str, QComboBox] = {}
        self._lent: dict[
            str, tuple[str, str]
        ] = {}  # what a field has of another while the choice lasts: whose, and what
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(6))

    def show_fields(self, fields: Sequence[Mapping[str, Any]]) -> None:
        """Show the fields; where they are those that are shown, only what they become may be another."""
        if list(self.choices) != [one["name"] for one in fields]:
            self._make(fields)
        for one in fields:
            choice = self.choices[one["name"]]
            said = one["becomes"]
            choice.blockSignals(True)
            for extra in (WORK, LEFT_OUT):
                if (at := choice.findText(extra)) >= 0:
                    choice.removeItem(at)
            if said not in BECOMES:
                choice.addItem(WORK if said else LEFT_OUT, said)
            choice.setCurrentIndex(choice.findData(said))
            choice.setEnabled(said != WORK)
            choice.blockSignals(False)

    def chosen(self) -> dict[str, str]:
        """Return the names of the fields that stand for ours, by ours."""
        said = ((choice.currentData(), name) for name, choice in self.choices.items())
        return {ours: name for ours, name in said if ours in BECOMES and ours != METADATA}

    def _make(self, fields: Sequence[Mapping[str, Any]]) -> None:
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.choices, self._lent = {}, {}
        for column, heading in enumerate(HEADINGS if fields else ()):
            self._grid.addWidget(Caption(heading), 0, column)
        for line, one in enumerate(fields, 1):
            choice = QComboBox()
            choice.setAccessibleName(f"{one['name']} becomes")
            for name, words in BECOMES.items():
                choice.addItem(words, name)
            choice.currentIndexChanged.connect(lambda _, mine=one["name"]: self._choose(mine))
            self.choices[one["name"]] = choice
            self._grid.addWidget(Elided(one["name"], weight=600), line, 0)
            self._grid.addWidget(Elided(one["sample"], role="text2"), line, 1)
            self._grid.addWidget(choice, line, 2)

    def _choose(self, name: str) -> None:
        """Take the choice; another field that was the same of ours is metadata as long as it lasts."""
        ours = self.choices[name].currentData()
        if name in self._lent:
            self._set(*self._lent.pop(name))
        for other, choice in self.choices.items():
            if other != name and ours != METADATA and choice.currentData() == ours:
                self._lent[name] = (other, ours)
                self._set(other, METADATA)
        self.changed.emit()

    def _set(self, name: str, ours: str) -> None:
        choice = self.choices[name]
        choice.blockSignals(True)
        choice.setCurrentIndex(choice.findData(ours))
        choice.blockSignals(False)
