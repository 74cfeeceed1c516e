"""The left pane of the view Schema: labels or fact types, a search, their list, and a line for a new one."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from annotations.schema.changes import WORDS, Entry, Part
from annotations.schema.types import Schema, gloss_of
from ui.look.buttons import Button
from ui.look.empty import Empty, EmptyOver
from ui.look.layouts import Hair, Pane, column, row
from ui.look.segments import Segments
from ui.schema.entry_list import EntryList, entries_of
from ui.schema.labels.given_back import GivenBack

PARTS = {"labels": "Labels", "facts": "Fact types"}


class SearchLine(GivenBack):
    """The line of a search; the arrow down and Enter go to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)


class EntryPane(Pane):
    """The pane.  `chosen`: another entry, by name; `turned`: the other part; `adding`: a name for a new one."""

    chosen = Signal(str)
    turned = Signal()
    adding = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._schema = Schema("")
        self.parts = Segments("What is shown", PARTS)
        self.search = SearchLine(placeholderText="Search", clearButtonEnabled=True)
        self.list = EntryList()
        self.new, self.add = QLineEdit(), Button("Add", "plus", height=30, takes_focus=True)
        self.empty = EmptyOver(self.list, Empty("tag", ""))
        line = row(gap=8)
        line.add(self.new, 1)
        line.add(self.add)
        whole = column(row(self.parts, None), self.search, gap=8, margins=(12, 12, 12, 12))
        whole.add(self.list, 1)
        whole.add(Hair())
        whole.add(line)
        self.setLayout(whole)
        self.parts.changed.connect(self.turned)
        self.search.textChanged.connect(lambda: self.show_schema(self._schema, self.list.in_hand))
        self.search.left.connect(self._go_to_list)
        self.list.chosen.connect(self.chosen)
        self.add.clicked.connect(lambda: self.adding.emit(self.new.text()))
        self.new.returnPressed.connect(lambda: self.adding.emit(self.new.text()))

    @property
    def part(self) -> Part:
        return cast(Part, self.parts.value)

    def show_schema(self, schema: Schema, hold: str) -> None:
        """List what the search leaves of the part, with that entry in hand."""
        self._schema, word = schema, WORDS[self.part]
        looked_for = " ".join(self.search.text().split()).casefold()
        entries = entries_of(schema, self.part)
        found = [entry for entry in entries.values() if looked_for in _searched(entry)]
        self.empty.empty.say(
            f"No {word} has that in its name or gloss." if entries else f"No {word} as yet; add one below."
        )
        self.list.setAccessibleName(PARTS[self.part])
        self.search.setAccessibleName(f"Search the {word}s")
        self.new.setPlaceholderText(f"New {word}")
        self.new.setAccessibleName(f"Name of a new {word}")
        self.list.show_entries(found, hold)

    def begin_new(self) -> None:
        """Give the keyboard to the line of a new label or fact type."""
        self.new.setFocus()
        self.new.selectAll()

    def begin_search(self) -> None:
        """Give the keyboard to the search."""
        self.search.setFocus()
        self.search.selectAll()

    def _go_to_list(self) -> None:
        """Give the list the keyboard, with its first row in hand if none was."""
        if not self.list.in_hand and (names := self.list.names()):
            self.list.hold(names[0])
        self.list.setFocus()


def _searched(entry: Entry) -> str:
    return f"{entry.name}\n{gloss_of(entry)}".casefold()
