"""The filter bar over the article list: what the listed articles must have, and how many do."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from annotations.sets import State
from models.queries.filters import ORIGINS, Filter
from ui import bindings
from ui.fixed_keys import FIXED
from ui.look.buttons import Button
from ui.look.layouts import Packed, column, row
from ui.plain_text import PlainLabel
from ui.wording import FINDERS

PAUSE = 200  # milliseconds after a letter before the articles are looked through


class FilterBar(QWidget):
    """The filter bar.  `changed` gives a Filter whenever another is wanted, or the same anew."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit(placeholderText="Filter: words or “a phrase”", clearButtonEnabled=True)
        self.text.setAccessibleName("Articles with these words")
        self.more = Button("", "funnel", kind="tab", height=28, pad=6)
        self.more.setCheckable(True)
        self.more.setToolTip("State, label, who found it and more")
        self.more.setAccessibleName("More filters")
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
        self.count, self.clear_all = PlainLabel(), QPushButton("Clear", autoDefault=False)
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.apply)
        self._lay_out()
        self._connect()
        self.tell(0, None)

    def filter(self) -> Filter:
        return Filter(
            text=self.text.text().strip(),
            state=self.state.currentData(),
            label=self.label.currentData(),
            origin=self.origin.currentData(),
            undecided=self.undecided.isChecked(),
            below=round(self.below.value(), 2),
            commented=self.commented.isChecked(),
            skipped=self.skipped.currentData(),
            assigned=self.assigned.currentData(),
        )

    def show_labels(self, names: Iterable[str]) -> None:
        """Offer the labels that can be asked for; the chosen one stays if it is among them."""
        _offer(self.label, {name: name for name in names})

    def show_annotators(self, names: Iterable[str], me: str) -> None:
        """Offer the annotators who were given articles; `me` first, whether or not given any."""
        others = {name: f"assigned to {name}" for name in names if name != me}
        _offer(self.assigned, {me: "assigned to me", **others})

    def open(self) -> None:
        """Show all of the bar and give it the keyboard."""
        self.more.setChecked(True)
        self.text.setFocus()
        self.text.selectAll()

    def clear(self) -> None:
        """Clear every field, so that all articles are listed."""
        self.blockSignals(True)
        self.text.clear()
        for box in self._boxes:
            box.setCurrentIndex(0)
        for check in (self.undecided, self.commented):
            check.setChecked(False)
        self.below.setValue(0.0)
        self.blockSignals(False)
        self.apply()

    def apply(self) -> None:
        self._soon.stop()
        self.changed.emit(self.filter())

    def tell(self, found: int, of: int | None) -> None:
        """Show how many of how many articles are listed; None when no filter is on."""
        self.count.setText("" if of is None else f"{found:,} of {of:,} articles")
        self.count.setVisible(of is not None)
        self.clear_all.setVisible(of is not None)

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
        self._details = QWidget()
        self._details.setLayout(grid)
        self._details.hide()
        self.setLayout(
            column(
                _spread(self.text, self.more),
                self._details,
                _spread(self.count, self.clear_all),
                gap=4,
                margins=(16, 4, 12, 6),
            )
        )

    def _connect(self) -> None:
        self.text.textChanged.connect(self._soon.start)
        bindings.bind(self.text, "", FIXED["filter_now"].keys, self.apply)
        self.more.toggled.connect(self._details.setVisible)
        for box in self._boxes:
            box.currentIndexChanged.connect(self.apply)
        for check in (self.undecided, self.commented):
            check.toggled.connect(self.apply)
        self.below.valueChanged.connect(self._soon.start)
        self.clear_all.clicked.connect(self.clear)


def _choices(name: str, anything: str, choices: dict[str, str]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.addItem(anything, "")
    for value, words in choices.items():
        box.addItem(words, value)
    return box


def _spread(wide: QWidget, other: QWidget) -> Packed:
    """Return the two side by side, the first as wide as there is room."""
    line = row(gap=4)
    line.add(wide, 1)
    line.add(other)
    return line


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
