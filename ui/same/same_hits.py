"""The rows of hits that a decision is carried to: each in its context, what it is now and would be, and vetoes.

What somebody chose or vetoed stays so while the list is searched anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from annotations.carrying.carried import CarriedDecision
from annotations.carrying.hits import Fate, Hit
from annotations.spans import Status
from ui.look.scripts import without_pictographs
from ui.plain_text import tip

CHOSEN, BEFORE, MENTION, BEHIND, NOW, THEN, ARTICLE = range(7)
MENTIONED = "mention"
HEADERS = ("", "", MENTIONED, "", "now", "then", "article")

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
BARRED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
OPEN = BARRED | Qt.ItemFlag.ItemIsEnabled
CHECKED = OPEN | Qt.ItemFlag.ItemIsUserCheckable


class Hits(QAbstractTableModel):
    """The hits that the decision would change, and those that must be left out, with the reason.

    `mention`: the title of the column of the words themselves.
    """

    mention = MENTIONED

    def __init__(self) -> None:
        super().__init__()
        self.decision = CarriedDecision("none")
        self._hits: list[Any] = []
        self._rows: list[tuple[Any, Fate]] = []
        self._asked: dict[object, bool] = {}

    def begin(self, decision: CarriedDecision) -> None:
        """Empty the list, and forget the vetoes."""
        self._asked.clear()
        self.decision = decision
        self.clear()

    def clear(self) -> None:
        """Empty the list; vetoes stay."""
        self.beginResetModel()
        self._hits, self._rows = [], []
        self.endResetModel()

    def take(self, hits: Sequence[Any]) -> None:
        rows = self._weighed(hits)
        self._hits += hits
        if rows:
            self.beginInsertRows(ROOT, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def decide(self, decision: CarriedDecision) -> None:
        """Show the same hits under another decision."""
        self.beginResetModel()
        self.decision = decision
        self._rows = self._weighed(self._hits)
        self.endResetModel()

    def veto(self, row: int) -> None:
        """Leave the row out, or take it in again; one that must be left out stays so."""
        hit, fate = self._rows[row]
        if fate.is_open:
            self._asked[hit.article, hit.key] = not self.is_chosen(row)
            self.dataChanged.emit(self.index(row, 0), self.index(row, ARTICLE))

    def is_chosen(self, row: int) -> bool:
        hit, fate = self._rows[row]
        return fate.is_open and self._asked.get((hit.article, hit.key), fate.is_offered)

    def chosen(self) -> list[Any]:
        return [hit for row, (hit, _) in enumerate(self._rows) if self.is_chosen(row)]

    def barred(self) -> int:
        """Return how many rows must be left out."""
        return sum(not fate.is_open for _, fate in self._rows)

    def now(self, hit: Any) -> str:
        """Return what stands at the hit now."""
        return label_now(hit)

    def _weighed(self, hits: Sequence[Any]) -> list[tuple[Any, Fate]]:
        from annotations.carrying.decisions import weigh

        return [(hit, fate) for hit in hits if (fate := weigh(hit, self.decision))]

    # --- what Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return len(HEADERS)

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if way is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.mention if section == MENTION else HEADERS[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not self._rows[index.row()][1].is_open:
            return BARRED
        return CHECKED if index.column() == CHOSEN else OPEN

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != CHOSEN:
            return False
        self.veto(index.row())
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.CheckStateRole and column == CHOSEN:
            return Qt.CheckState.Checked if self.is_chosen(row) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.FontRole and column == MENTION:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.TextAlignmentRole and column == BEFORE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._sentence(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._sentence(row))
        return None

    def _words(self, row: int, column: int) -> str | None:
        hit, fate = self._rows[row]
        if BEFORE <= column <= BEHIND:
            return str(hit.words[column - BEFORE])
        if column == THEN and fate.is_open and not self.is_chosen(row):
            return "as it is"
        said: dict[int, str] = {NOW: self.now(hit), THEN: fate.said, ARTICLE: without_pictographs(hit.title)}
        return said.get(column)

    def _sentence(self, row: int) -> str:
        hit = self._rows[row][0]
        left_out = "" if self.is_chosen(row) else "left out: "
        then = self._words(row, THEN)
        return f"{left_out}{' '.join(hit.words)}; now {self.now(hit)}, then {then}; {hit.title}"


def label_now(hit: Hit) -> str:
    """Return the labels of the spans at the hit, a question mark after each undecided one; of a fact its status."""
    if hit.fact:
        return str(hit.fact.status)
    seen = [span.label + "?" * (span.status is Status.SUGGESTED) for span in hit.seen]
    refused = [f"{span.label} rejected" for span in hit.refused]
    return ", ".join(seen or refused) or "no span"
