"""The table of groups by articles: arrows go from cell to cell, the heads stay where they are."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView

from annotations.compare.comparison import ComparedGroup, GroupedFact, JudgedRow
from annotations.compare.table import ComparedTable, TableCell
from ui.compare.table.cell_delegate import CellDelegate
from ui.compare.table.heads import ArticleHead, GroupHead, worst_first
from ui.compare.table.table_model import TableModel
from ui.look.restyled import follow
from ui.look.scale import px

HIGH, LEAST = 96, 148  # pixels at 100 %: a row, and the least width of a column


class MarkedCell(NamedTuple):
    """A marked cell: its group, what its column is called, and the facts that are in it."""

    group: ComparedGroup
    article: str
    facts: tuple[GroupedFact, ...]


class GroupTable(QTableView):
    """The table.

    `moved`: another cell or role is in hand; `opened`: its evidence is wanted; `judged`: the role in hand is to be
    judged; `menu_wanted`: its menu, at a place on the screen.
    """

    moved = Signal()
    opened = Signal()
    judged = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.shown = TableModel(self)
        self.marks = self.shown.marks
        self._role = ""  # that was chosen last
        self.setModel(self.shown)
        self.setItemDelegate(CellDelegate(self.shown, self))
        self.articles, self.groups = ArticleHead(self.shown), GroupHead(self.shown)
        self.setHorizontalHeader(self.articles)
        self.setVerticalHeader(self.groups)
        self.setObjectName("compared")
        self.setAccessibleName("Groups of facts by articles")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for corner in self.findChildren(QAbstractButton):
            corner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            corner.setEnabled(False)
        self.groups.taken.connect(self._take_row)
        self.groups.judged.connect(self._judge)
        self.groups.menu_wanted.connect(self._open_menu)
        self.selectionModel().currentChanged.connect(self._move)
        self.doubleClicked.connect(self.opened)
        follow(self)

    # --- what is shown

    def show_groups(self, table: ComparedTable, groups: list[ComparedGroup]) -> None:
        """Show those groups; the cell in hand stays, if its group is still there."""
        group, column = self.group, self.currentIndex().column()
        row = max(0, self.currentIndex().row())
        self.shown.show(table, groups)
        self.restyle()
        here = self.shown.row_of(group.id) if group else -1
        if here >= 0:
            self.go(here, column)
        elif groups:
            self.go_on(min(row, len(groups) - 1))
        else:
            self._move()

    def restyle(self) -> None:
        """Take the scale in force, and share the width among the columns."""
        self.groups.setDefaultSectionSize(px(HIGH))
        self.groups.setMinimumSectionSize(px(HIGH))
        self.groups.updateGeometry()
        columns = max(1, self.shown.columnCount())
        self.articles.setDefaultSectionSize(max(px(LEAST), self.viewport().width() // columns))
        self.updateGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    # --- what is in hand

    @property
    def group(self) -> ComparedGroup | None:
        """Return the group of the row in hand."""
        at = self.currentIndex()
        return self.shown.groups[at.row()] if at.isValid() else None

    @property
    def cell(self) -> TableCell | None:
        """Return the cell in hand."""
        at = self.currentIndex()
        return self.shown.cell(at) if at.isValid() else None

    @property
    def role(self) -> JudgedRow | None:
        """Return the role in hand: the one chosen last, else the worst of the row."""
        rows = worst_first(self.group) if self.group else []
        return next((row for row in rows if row.role == self._role), rows[0] if rows else None)

    def hold_role(self, role: str) -> None:
        """Take that role in hand."""
        self._role = role
        self._move()

    def next_role(self) -> None:
        """Take the next role of the row in hand."""
        rows, at = worst_first(self.group) if self.group else [], self.role
        if at is not None:
            self.hold_role(rows[(rows.index(at) + 1) % len(rows)].role)

    def go(self, row: int, column: int = -1) -> None:
        """Go to a cell; the column that is in hand, unless another is given."""
        column = max(0, column if column >= 0 else self.currentIndex().column())
        at = self.shown.index(row, min(column, max(0, self.shown.columnCount() - 1)))
        self.setCurrentIndex(at)
        if at.isValid():
            self.scrollTo(at)
        self._move()

    def go_on(self, row: int) -> None:
        """Go to the row: to the column that is in hand or, where that is silent, to the first that is not."""
        group, here = self.shown.groups[row], max(0, self.currentIndex().column())
        columns = (here, *range(self.shown.columnCount()))
        cells = ((n, self.shown.table.cell(group, n)) for n in columns)
        self.go(row, next((n for n, cell in cells if not cell.is_silent), here))

    def go_to(self, group: str) -> bool:
        """Go on to the row of the group of that id; return whether it is shown."""
        row = self.shown.row_of(group)
        if row >= 0:
            self.go_on(row)
        return row >= 0

    def marked_cells(self, group: ComparedGroup) -> list[TableCell]:
        """Return the cells of the group that are marked."""
        columns = {self.shown.table.column_of(article) for article in self.marks.of_row(group.id)}
        return [self.shown.table.cell(group, n) for n in sorted(columns) if n >= 0]

    def every_marked_cell(self) -> list[MarkedCell]:
        """Return the marked cells of all rows that are shown, in the order in which they were marked."""
        found = []
        for id_, article in self.marks.cells:
            row, column = self.shown.row_of(id_), self.shown.table.column_of(article)
            if row >= 0 and column >= 0:
                group = self.shown.groups[row]
                facts = self.shown.table.cell(group, column).facts
                found.append(MarkedCell(group, self.shown.column(column).called, tuple(facts)))
        return found

    def turn_marks(self) -> None:
        """Show the marks as they are now."""
        self.viewport().update()
        self.groups.viewport().update()
        self.moved.emit()

    def _move(self, *_: object) -> None:
        role = self.role
        self.groups.hold(self.currentIndex().row(), role.role if role else "")
        self.moved.emit()

    def _take_row(self, row: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.go(row)

    def _judge(self, row: int, role: str) -> None:
        self.hold_role(role)
        self.judged.emit()

    def _open_menu(self, row: int, at: QPoint) -> None:
        self._take_row(row)
        self.menu_wanted.emit(at)

    # --- events

    def keyboardSearch(self, search: str) -> None:
        """Have letters be keys, and no search."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = self.indexAt(event.pos())
        if event.reason() is not QContextMenuEvent.Reason.Keyboard and at.isValid():
            self.setCurrentIndex(at)
        if self.currentIndex().isValid():
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            there = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
            self.menu_wanted.emit(there if by_key else event.globalPos())
