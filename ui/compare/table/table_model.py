"""The table of groups as Qt's views ask for it; a cell is worded when it is seen."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotations.compare.comparison import ComparedGroup, CrossComparison, JudgedRow
from annotations.compare.table import ComparedTable, TableCell, TableColumn, shown_roles
from annotations.schema.types import Schema
from annotations.spans import Status
from annotations.text.counts import counted
from ui.compare.table.marks import RowMarks
from ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
OTHERS = "was decided on other values"


class TableModel(QAbstractTableModel):
    """The model: `groups` are the rows shown, in order.  `marks`: the rows and cells that are marked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.table = ComparedTable(CrossComparison("", ()), Schema(""))
        self.groups: list[ComparedGroup] = []
        self.marks = RowMarks()

    def show(self, table: ComparedTable, groups: list[ComparedGroup]) -> None:
        """Show those groups of the table."""
        self.beginResetModel()
        self.table, self.groups = table, groups
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.groups)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() or not self.groups else len(self.table.columns)

    def cell(self, index: Index) -> TableCell:
        """Return what the article of the index's column says of the group of its row."""
        return self.table.cell(self.groups[index.row()], index.column())

    def column(self, place: int) -> TableColumn:
        return self.table.columns[place]

    def row_of(self, group: str) -> int:
        """Return the row of the group of that id, -1 when it is not shown."""
        return next((n for n, one in enumerate(self.groups) if one.id == group), -1)

    def is_marked(self, index: Index) -> bool:
        """Return whether the cell is marked."""
        return bool(self.marks.cells) and self.marks.has_cell(
            self.groups[index.row()].id, self.column(index.column()).articles[0].id
        )

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if role not in (Role.DisplayRole, Role.AccessibleTextRole, Role.ToolTipRole):
            return None
        cell, said = self.cell(index), self.table.said(self.groups[index.row()], index.column())
        if role == Role.ToolTipRole:
            return tip("\n".join([*self.table.sentences(cell), said]), wraps=True)
        if role == Role.AccessibleTextRole:
            return f"{said}{', marked' * self.is_marked(index)}"
        return f"{cell.differing or cell.other or '–'} {cell.stance}".rstrip()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole) -> Any:
        if role not in (Role.DisplayRole, Role.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return said_of_column(self.column(section))
        group = self.groups[section]
        return f"{said_of_group(group)}{', marked' * (group.id in self.marks.rows)}"


def is_of_copies(table: ComparedTable, group: ComparedGroup) -> bool:
    """Return whether all facts of a group that is only proposed lie in copies of one text: nothing to decide."""
    columns = {table.column_of(id_) for id_ in group.articles}
    return group.item is None and len(columns) == 1 and len(group.articles) > 1


def said_of_column(column: TableColumn) -> str:
    """Return an article's title, who published it when, and how many have its text."""
    parts = (column.title, column.outlet, "no day is known" if column.day == "?" else column.day)
    same = f"{counted(len(column.articles), 'article')} of one text" if len(column.articles) > 1 else ""
    return ", ".join(filter(None, (*parts, same)))


def status_of(group: ComparedGroup) -> str:
    """Return in a few words whether the group is proposed or confirmed, and what is left of it to decide."""
    if not group.there:
        return "gone"
    if group.status is Status.SUGGESTED:
        return f"proposed, {round(100 * group.score)} %"
    added = len(group.undecided)
    return f"confirmed, {counted(added, 'fact')} more proposed" if added else "confirmed"


def said_of_role(row: JudgedRow) -> str:
    """Return the verdict on a role with its reason, and with the computed one where a person judged."""
    if row.judged is None:
        return f"{row.role} {row.verdict}: {row.computed.reason}"
    others = f"; it {OTHERS}" if row.is_on_others else ""
    reason = f" ({row.judged.reason})" if row.judged.reason else ""
    return f"{row.role} {row.verdict}, judged{reason}{others}; computed {row.computed.computed}: {row.computed.reason}"


def said_of_group(group: ComparedGroup) -> str:
    """Return the group as a line: its name, type, status and verdicts."""
    roles = "; ".join(
        f"{row.role} {row.verdict}{', judged' if row.judged else ''}{f', it {OTHERS}' if row.is_on_others else ''}"
        for row in shown_roles(group)
    )
    return f"{group.name}, {group.type}, {status_of(group)}{f'; {roles}' if roles else ''}"
