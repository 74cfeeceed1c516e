"""A table of figures, with the whole sentence of the cell in hand below it; any number of rows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from annotations.agreement.tables import Table
from ui import bindings
from ui.fixed_keys import FIXED
from ui.look.fonts import font
from ui.look.layouts import column
from ui.look.lines import Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAMES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
EMPTY = Table("", "", (), ())
HIGH, NAME, WIDEST = 26, 96, 240  # pixels at 100 %: a row, the first column at least, another at most


class _Figures(QAbstractTableModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.table = EMPTY

    def show(self, table: Table) -> None:
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return len(self.table.header)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        cell = self.table.rows[index.row()][index.column()]
        if role == Role.DisplayRole:
            return cell.words
        if role == Role.ToolTipRole:
            return tip(cell.why or cell.words)
        if role == Role.AccessibleTextRole:
            return self.sentence(index)
        if role == Role.FontRole:
            return font(12, tabular=index.column() > 0)
        if role == Role.TextAlignmentRole:
            return NAMES if index.column() < self.table.names else NUMBERS
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Role.DisplayRole:
            return self.table.header[section]
        if role == Role.FontRole:
            return font(11, 600)
        if role == Role.TextAlignmentRole:
            return NAMES if section < self.table.names else NUMBERS
        return None

    def sentence(self, index: Index) -> str:
        """Return the cell as a sentence: what it is of, its figure, or why there is none."""
        if not index.isValid():
            return ""
        name = self.table.rows[index.row()][0].words
        return f"{name}, {self.figure(index)}" if index.column() else name

    def figure(self, index: Index) -> str:
        """Return its figure under the column's title, or why there is none."""
        if not index.isValid() or index.column() == 0:
            return ""
        cell = self.table.rows[index.row()][index.column()]
        words = "" if cell.words == cell.why else f" {cell.words}"
        return f"{self.table.header[index.column()]}:{words} {cell.why}".rstrip()


class FigureTable(QWidget):
    """A table of figures.

    `article_wanted`: somebody wants to see the article of a row; `wanted`: what a cell is about, by row and column.
    """

    article_wanted = Signal(str)
    wanted = Signal(int, int)
    moved = Signal()  # another cell is in hand

    def __init__(self, title: str) -> None:
        super().__init__()
        self.model = _Figures(self)
        self.cells = QTableView()
        self.cells.setObjectName("figures")
        self.cells.setModel(self.model)
        self.cells.setAccessibleName(title)
        self.cells.setFrameShape(QFrame.Shape.NoFrame)
        self.cells.setShowGrid(False)
        self.cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.cells.verticalHeader().hide()
        self.cells.setTabKeyNavigation(False)
        self.cells.setWordWrap(False)
        header = self.cells.horizontalHeader()
        header.setResizeContentsPrecision(50)
        header.setHighlightSections(False)
        self.why = Words(px=12, role="text2", wraps=True)
        self.why.setAccessibleName("The current figure")
        self.why.setAlignment(Qt.AlignmentFlag.AlignTop)
        lines = column(gap=4)
        lines.add(self.cells, 1)
        lines.add(self.why)
        self.setLayout(lines)
        self.setFocusProxy(self.cells)
        self.cells.selectionModel().currentChanged.connect(self._say)
        bindings.bind(self.cells, "", FIXED["list_open"].keys, self.want)
        self.cells.doubleClicked.connect(self.want)
        follow(self)

    @property
    def table(self) -> Table:
        """Return what is shown."""
        return self.model.table

    def show_table(self, table: Table) -> None:
        """Show the table, its first figure in hand."""
        self.model.show(table)
        header = self.cells.horizontalHeader()
        for place in range(len(table.header)):
            stretch = QHeaderView.ResizeMode.Stretch, QHeaderView.ResizeMode.ResizeToContents
            header.setSectionResizeMode(place, stretch[place != table.wide])
        self.cells.setCurrentIndex(self.model.index(0, min(table.names, len(table.header) - 1)))
        self._say()

    def restyle(self) -> None:
        """Take the scale in force."""
        header = self.cells.horizontalHeader()
        header.setMinimumSectionSize(px(40))
        header.setMaximumSectionSize(px(WIDEST) * 4)
        self.cells.verticalHeader().setDefaultSectionSize(px(HIGH))
        self.why.setMinimumHeight(self.why.fontMetrics().height() * 2)
        self.cells.doItemsLayout()

    def named(self) -> str:
        """Return what the row in hand is about."""
        at = self.cells.currentIndex()
        return self.table.rows[at.row()][0].words if at.isValid() else ""

    def figure(self) -> str:
        """Return the figure in hand, or why there is none."""
        return self.model.figure(self.cells.currentIndex())

    def want(self) -> None:
        """Ask for the article of the row in hand, and for what its cell is about."""
        at = self.cells.currentIndex()
        if not at.isValid():
            return
        if at.row() < len(self.table.articles):
            self.article_wanted.emit(self.table.articles[at.row()])
        self.wanted.emit(at.row(), at.column())

    def _say(self) -> None:
        self.why.setText(self.model.sentence(self.cells.currentIndex()))
        self.moved.emit()
