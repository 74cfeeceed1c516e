"""The rows of a project's list as Qt's views ask for them; any number costs what is seen of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon
from PySide6.QtWidgets import QWidget

from annotations.suggest.own_list import ListRow
from annotations.text.controls import unturned
from ui.look.icons import icon
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

COLUMNS = ("Wording or pattern", "Label", "Line", "What is wrong")
WORDS, LABEL, LINE, WRONG = range(4)
LONGEST, HIGH = 300, 26  # code points of a row that are shown; pixels at 100 % of it
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class ListRows(QAbstractTableModel):
    """The rows that are shown, in the order of their lines."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.rows: Sequence[ListRow] = ()

    def show(self, rows: Sequence[ListRow]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def place_of(self, line: int) -> int:
        """Return the place of the row of that line, -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.line == line), -1)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        is_name = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return COLUMNS[section] if is_name else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return _shown(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            said = (row.said, row.label, "", row.wrong)[column]
            return tip(said[: LONGEST * 4], wraps=True) if said else None
        if role == Qt.ItemDataRole.DecorationRole and column == WORDS and row.wrong:
            return self._mark()
        if role == Qt.ItemDataRole.ForegroundRole and column == WRONG:
            return QBrush(QColor(roles().bad))
        if role == Qt.ItemDataRole.TextAlignmentRole and column == LINE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return QSize(0, px(HIGH)) if role == Qt.ItemDataRole.SizeHintRole else None

    def _mark(self) -> QIcon:
        ratio = self._parent.devicePixelRatioF()
        return QIcon(icon("circle-alert", QColor(roles().bad).name(), px(16), ratio=ratio))


def sieve(text: str, label: str | None, *, wrong_alone: bool) -> Callable[[ListRow], bool]:
    """Return whether a row is among those looked for: by words in it, by its label (None: any), by mistakes."""
    wanted = " ".join(text.split()).casefold()

    def passes(row: ListRow) -> bool:
        if (wrong_alone and not row.wrong) or (label is not None and row.label != label):
            return False
        return not wanted or wanted in row.said.casefold() or wanted in row.label.casefold()

    return passes


def with_wrong(rows: Collection[ListRow], wrong: Mapping[str, str]) -> list[ListRow]:
    """Return the rows, those of these token patterns with that as what is wrong."""
    return [_with(row, wrong) for row in rows]


def _with(row: ListRow, wrong: Mapping[str, str]) -> ListRow:
    said = "" if row.wrong or row.is_wording else wrong.get(row.words, "")
    return row._replace(wrong=said) if said else row


def _shown(row: ListRow, column: int) -> str:
    said = row.said
    words = said if len(said) <= LONGEST else said[:LONGEST] + "…"
    return (unturned(words), unturned(row.label), f"{row.line:,}", row.wrong)[column]
