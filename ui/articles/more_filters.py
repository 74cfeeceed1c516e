"""The filters below the line of the filter bar: state, label, who found it and more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QGridLayout, QSizePolicy, QWidget

from annotations.sets import State
from models.queries.filters import ORIGINS
from ui.plain_text import PlainLabel
from ui.wording import FINDERS


class MoreFilters(QWidget):
    """The boxes.  `chosen`: one of them has something else; `counted`: so has the number, which is being written."""

    chosen = Signal()
    counted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = _choices("State", "any state", {state.value: state.value for state in State})
        self.label = _choices("Label", "any label", {})
        self.origin = _choices(
            "Found by", "found by anyone", {kind: f"by {FINDERS[kind]}" for kind in ORIGINS}
        )
        self.skipped = _choices("Skipped", "skipped or not", {"yes": "skipped", "no": "not skipped"})
        self.assigned = _choices("Assigned to", "assigned to anyone", {})
        self._boxes = (self.state, self.label, self.origin, self.skipped, self.assigned)
        self.undecided, self.commented = QCheckBox("undecided"), QCheckBox("commented")
        self.below = QDoubleSpinBox(maximum=1.0, singleStep=0.05, decimals=2)
        self.below.setSpecialValueText("any")
        self.below.setAccessibleName("Lowest score below")
        self._lay_out()
        for box in self._boxes:
            box.currentIndexChanged.connect(self.chosen)
        for check in (self.undecided, self.commented):
            check.toggled.connect(self.chosen)
        self.below.valueChanged.connect(self.counted)

    def values(self) -> dict[str, Any]:
        """Return the values of a Filter that are chosen here."""
        return {
            "state": self.state.currentData(),
            "label": self.label.currentData(),
            "origin": self.origin.currentData(),
            "undecided": self.undecided.isChecked(),
            "below": round(self.below.value(), 2),
            "commented": self.commented.isChecked(),
            "skipped": self.skipped.currentData(),
            "assigned": self.assigned.currentData(),
        }

    def show_labels(self, names: Iterable[str]) -> None:
        """Offer the labels that can be asked for; the chosen one stays if it is among them."""
        _offer(self.label, {name: name for name in names})

    def show_annotators(self, names: Iterable[str], me: str) -> None:
        """Offer the annotators who were given articles; `me` first, whether or not given any."""
        others = {name: f"assigned to {name}" for name in names if name != me}
        _offer(self.assigned, {me: "assigned to me", **others} if me else {})

    def clear(self) -> None:
        """Choose nothing."""
        for box in self._boxes:
            box.setCurrentIndex(0)
        for check in (self.undecided, self.commented):
            check.setChecked(False)
        self.below.setValue(0.0)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        for place, widget in enumerate(self._boxes[:-1]):
            widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(widget, place // 2, place % 2)
        self.assigned.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid.addWidget(self.assigned, 2, 0, 1, 2)
        grid.addWidget(self.undecided, 3, 0, 1, 2)
        grid.addWidget(self.commented, 4, 0, 1, 2)
        grid.addWidget(PlainLabel("lowest score below", wordWrap=True), 5, 0)
        grid.addWidget(self.below, 5, 1)
        grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(grid)


def _choices(name: str, anything: str, choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(anything, "")
    for value, words in choices.items():
        box.addItem(words, value)
    return box


def _offer(box: QComboBox, choices: dict[str, str]) -> None:
    """Replace the choices behind the first; the one that is made stays if it is among them."""
    held = box.currentData()
    box.blockSignals(True)
    while box.count() > 1:
        box.removeItem(1)
    for value, words in choices.items():
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(held)))
    box.blockSignals(False)
