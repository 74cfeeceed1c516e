"""A table of figures, with the whole sentence of the cell in hand below it; any number of rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from ui import bindings
from ui.agreement.agreement_tables import Table
from ui.fixed_keys import FIXED
from ui.plain_text import PlainLabel, tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _Figures(QAbstractTableModel):
    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self.table.header)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        cell = self.table.rows[index.row()][index.column()]
        if role == Role.DisplayRole:
            return cell.words
        if role == Role.ToolTipRole:
            return tip(cell.why) if cell.why else None
        if role == Role.AccessibleTextRole:
            return self.sentence(index)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role == Role.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.table.header[section]
        return None

    def sentence(self, index: Index) -> str:
        """Return the cell as a sentence: what it is of, its figure, or why there is none."""
        if not index.isValid():
            return ""
        row = self.table.rows[index.row()]
        cell = row[index.column()]
        if index.column() == 0:
            return cell.words
        words = "" if cell.words == cell.why else f" {cell.words}"
        return f"{row[0].words}, {self.table.header[index.column()]}:{words} {cell.why}".rstrip()


class FigureTable(QWidget):
    """A table of figures.  `article_wanted`: somebody wants to see the article of a row."""

    article_wanted = Signal(str)

    def __init__(self, table: Table, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = _Figures(table, self)
        self.cells = QTableView()
        self.cells.setModel(self.model)
        self.cells.setAccessibleName(table.title)
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.cells.verticalHeader().hide()
        self.cells.setAlternatingRowColors(True)
        self.cells.setTabKeyNavigation(False)
        header = self.cells.horizontalHeader()
        header.setResizeContentsPrecision(50)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.why = PlainLabel(wordWrap=True, margin=6)
        self.why.setAccessibleName("The current figure")
        self.why.setMinimumHeight(self.fontMetrics().height() * 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.cells, 1)
        layout.addWidget(self.why)
        self.setFocusProxy(self.cells)
        self.cells.selectionModel().currentChanged.connect(self._say)
        bindings.bind(self.cells, "", FIXED["list_open"].keys, self._want)
        self.cells.doubleClicked.connect(self._want)

    def _say(self) -> None:
        self.why.setText(self.model.sentence(self.cells.currentIndex()))

    def _want(self) -> None:
        at = self.cells.currentIndex().row()
        if 0 <= at < len(self.model.table.articles):
            self.article_wanted.emit(self.model.table.articles[at])
