"""The dialog of what is confirmed and not in the list: each wording with its label and how often, to be ticked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHeaderView, QLineEdit, QTreeView, QWidget

from annotations.suggest.pattern_lines import PatternLine
from annotations.text.controls import unturned
from annotations.text.counts import counted
from ui import bindings
from ui.fixed_keys import FIXED
from ui.look.buttons import Button
from ui.look.dialog import Dialog
from ui.look.layouts import column, row
from ui.look.restyled import follow
from ui.look.scale import px

COLUMNS = ("Wording", "Label", "Times", "In doubt")
ABOUT = "Ticked are those that were confirmed with one label more often than otherwise."
ANY = "All labels"
SHARE, HIGH = 0.9, 26  # of the free part of the screen, both ways; pixels at 100 % of a row
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Tick = Qt.CheckState


class ConfirmedRows(QAbstractTableModel):
    """The wordings, each with its tick; those in doubt have none at first.  `ticked`: a tick is another."""

    ticked = Signal()

    def __init__(self, found: Sequence[dict[str, Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self._all, self.rows = list(found), list(found)
        self.wanted = {id(one) for one in found if not one["doubtful"]}

    def chosen(self) -> list[PatternLine]:
        """Return those that are ticked, whether they are shown or not."""
        return [PatternLine(one["label"], one["wording"]) for one in self._all if id(one) in self.wanted]

    def sift(self, words: str, label: str | None) -> None:
        """Show those with the words in them, of the label (None: any)."""
        wanted = " ".join(words.split()).casefold()
        self.beginResetModel()
        self.rows = [
            one
            for one in self._all
            if label in (None, one["label"]) and (not wanted or wanted in one["wording"].casefold())
        ]
        self.endResetModel()

    def tick(self, is_on: bool) -> None:
        """Tick all that are shown, or none of them."""
        shown = {id(one) for one in self.rows}
        self.wanted = self.wanted | shown if is_on else self.wanted - shown
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, 0))
        self.ticked.emit()

    def turn(self, place: int) -> None:
        """Tick the row, or no more."""
        self.wanted ^= {id(self.rows[place])}
        self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
        self.ticked.emit()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | (
            Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else Qt.ItemFlag.NoItemFlags
        )

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_name = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_name else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            said = (one["wording"], one["label"], f"{one['confirmed']:,}", one["doubtful"])
            return unturned(said[index.column()])
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Tick.Checked if id(one) in self.wanted else Tick.Unchecked
        return QSize(0, px(HIGH)) if role == Qt.ItemDataRole.SizeHintRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if (Tick(value) is Tick.Checked) != (id(self.rows[index.row()]) in self.wanted):
            self.turn(index.row())
        return True


class ConfirmedDialog(Dialog):
    """The dialog; `chosen`: the wordings that were ticked, as patterns."""

    chosen = Signal(list)

    def __init__(self, found: Sequence[dict[str, Any]], parent: QWidget) -> None:
        super().__init__("What is confirmed", parent, about=ABOUT)
        self.search, self.of = QLineEdit(placeholderText="Search", clearButtonEnabled=True), QComboBox()
        self.search.setAccessibleName("Search what is confirmed")
        self.of.setAccessibleName("Show the label")
        self.of.addItem(ANY, None)
        for label in dict.fromkeys(one["label"] for one in found):
            self.of.addItem(label, label)
        self.rows, self.list = ConfirmedRows(found, self), QTreeView()
        self.list.setModel(self.rows)
        self.list.setAccessibleName("Confirmed wordings")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.list.setCurrentIndex(self.rows.index(0, 0))
        self.all, self.none = (
            Button(word, kind="ghost", takes_focus=True) for word in ("Tick all", "Tick none")
        )
        head = row(gap=8)
        head.add(self.search, 1)
        head.add(self.of)
        self.add(head)
        self.add(column(self.list, row(self.all, self.none, None, gap=4), gap=4), 1)
        self.take = self.end_with("Add", self._take, icon="plus")
        self._connect()
        follow(self)
        self._count()
        self.list.setFocus()

    def _connect(self) -> None:
        self.search.textChanged.connect(self._sift)
        self.of.activated.connect(self._sift)
        self.all.clicked.connect(lambda: self.rows.tick(True))
        self.none.clicked.connect(lambda: self.rows.tick(False))
        self.rows.ticked.connect(self._count)
        bindings.bind(self.list, "Add", FIXED["list_open"].keys, self._take)

    def _sift(self) -> None:
        self.rows.sift(self.search.text(), self.of.currentData())

    def _count(self) -> None:
        """Say on the button how many would be added."""
        count = len(self.rows.chosen())
        self.take.say(f"Add {counted(count, 'wording')}", "plus", "")
        self.take.setEnabled(bool(count))

    def _take(self) -> None:
        if patterns := self.rows.chosen():
            self.accept()
            self.chosen.emit(patterns)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.resize(QSize(px(640), px(480)).boundedTo(self.screen().availableSize() * SHARE))
        for place, wide in enumerate((280, 110, 60)):
            self.list.setColumnWidth(place, px(wide))
