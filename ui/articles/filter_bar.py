"""The filter bar over the article list: what the listed articles must have, and how many do."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QWidget,
)

from models.queries.filters import Filter
from ui import bindings
from ui.fixed_keys import FIXED
from ui.frame.pane_round import tab_after
from ui.look.buttons import Button
from ui.look.layouts import Packed, column, row
from ui.plain_text import PlainLabel

if TYPE_CHECKING:
    from ui.articles.more_filters import MoreFilters

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
        self._labels, self._annotators = list[str](), (list[str](), "")
        self.count, self.clear_all = PlainLabel(), QPushButton("Clear", autoDefault=False)
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self.apply)
        self._lay_out()
        self._connect()
        self.tell(0, None)

    def filter(self) -> Filter:
        chosen = self.details.values() if "details" in vars(self) else {}
        return Filter(text=self.text.text().strip(), **chosen)

    @cached_property
    def details(self) -> MoreFilters:
        """Return the filters below the line, made when they are first shown."""
        from ui.articles.more_filters import MoreFilters

        made = MoreFilters()
        made.show_labels(self._labels)
        made.show_annotators(*self._annotators)
        made.chosen.connect(self.apply)
        made.counted.connect(self._soon.start)
        self._lines.insertWidget(1, made)
        made.setVisible(self.more.isChecked())
        tab_after(self.more, made)
        return made

    def show_labels(self, names: Iterable[str]) -> None:
        """Offer the labels that can be asked for; the chosen one stays if it is among them."""
        self._labels = list(names)
        if "details" in vars(self):
            self.details.show_labels(self._labels)

    def show_annotators(self, names: Iterable[str], me: str) -> None:
        """Offer the annotators who were given articles; `me` first, whether or not given any."""
        self._annotators = list(names), me
        if "details" in vars(self):
            self.details.show_annotators(*self._annotators)

    def open(self) -> None:
        """Show all of the bar and give it the keyboard."""
        self.more.setChecked(True)
        self.text.setFocus()
        self.text.selectAll()

    def clear(self) -> None:
        """Clear every field, so that all articles are listed."""
        self.blockSignals(True)
        self.text.clear()
        if "details" in vars(self):
            self.details.clear()
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
        parts = _spread(self.text, self.more), _spread(self.count, self.clear_all)
        self._lines = column(*parts, gap=4, margins=(16, 4, 12, 6))
        self.setLayout(self._lines)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._soon.start)
        bindings.bind(self.text, "", FIXED["filter_now"].keys, self.apply)
        self.more.toggled.connect(lambda is_wanted: self.details.setVisible(is_wanted))
        self.clear_all.clicked.connect(self.clear)


def _spread(wide: QWidget, other: QWidget) -> Packed:
    """Return the two side by side, the first as wide as there is room."""
    line = row(gap=4)
    line.add(wide, 1)
    line.add(other)
    return line
