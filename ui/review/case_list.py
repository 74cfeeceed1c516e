"""The list of cases, in groups: decided, to decide and, when they are opened, agreed.

A click or Enter takes a case in hand; a row is worded when it is seen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ui import bindings
from ui.fixed_keys import FIXED
from ui.look.restyled import follow
from ui.plain_text import tip
from ui.review.case_delegate import HEADING, ROW, CaseDelegate

Index = QModelIndex | QPersistentModelIndex
NOTHING = "There are no cases here: everything is agreed."


class Keyed(Protocol):
    """A case of an article, or across articles."""

    @property
    def key(self) -> str: ...


class CaseRow(NamedTuple):
    """The row of a case: its name, the line below it, its group, and whether it is about a fact."""

    name: str
    more: str
    group: str
    is_fact: bool


class CaseModel(QAbstractListModel):
    """The rows, groups with their headings, as Qt's views ask for them; a heading is a row of text alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Any] = []
        self._told: dict[str, CaseRow] = {}
        self._tell: Callable[[Any], CaseRow] = lambda case: CaseRow("", "", "", False)

    def show(self, groups: Mapping[str, Sequence[Keyed]], tell: Callable[[Any], CaseRow]) -> None:
        """Show the groups that have cases; `tell` words one."""
        self.beginResetModel()
        self.rows = []
        for group, cases in groups.items():
            self.rows += [group, *cases] if cases else []
        self._told, self._tell = {}, tell
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        is_case = not isinstance(self.rows[index.row()], str)
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if is_case else Qt.ItemFlag.NoItemFlags
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if isinstance(row, str):
            is_text = role in (Qt.ItemDataRole.DisplayRole, HEADING, Qt.ItemDataRole.AccessibleTextRole)
            return row if is_text else None
        if role == HEADING:
            return None
        told = self._told.get(row.key) or self._told.setdefault(row.key, self._tell(row))
        if role == ROW:
            return told
        said = f"{told.name}: {told.more}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{said}, {told.group.lower()}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(said)
        return said if role == Qt.ItemDataRole.DisplayRole else None


class CaseList(QListView):
    """The list of cases.  `pointed`: the case of that key is wanted, by a click and, where it `opens` them, by Enter."""

    pointed = Signal(str)

    def __init__(self, *, opens: bool = True) -> None:
        super().__init__()
        self.cases = CaseModel(self)
        self.setObjectName("chrome")
        self.setAccessibleName("Cases")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setModel(self.cases)
        self.setItemDelegate(CaseDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._go)
        if opens:
            bindings.bind(self, "", FIXED["list_open"].keys, self._go)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def show_cases(
        self, groups: Mapping[str, Sequence[Keyed]], at: Keyed | None, tell: Callable[[Any], CaseRow]
    ) -> None:
        """Show the groups, with the case in hand as the current row."""
        self.cases.show(groups, tell)
        rows = self.cases.rows
        place = next(
            (n for n, row in enumerate(rows) if not isinstance(row, str) and at and row.key == at.key), -1
        )
        self.setAccessibleDescription("" if rows else NOTHING)
        if place >= 0:
            self.setCurrentIndex(self.cases.index(place, 0))

    def _go(self) -> None:
        at = self.currentIndex().row()
        if 0 <= at < len(self.cases.rows) and not isinstance(case := self.cases.rows[at], str):
            self.pointed.emit(case.key)
