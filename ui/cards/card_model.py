"""The cards that are listed, in their order: rows that stay where they are are not touched."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import compress
from operator import is_not, ne
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from ui.cards.fact_card import FactCard
from ui.plain_text import tip

Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """The list model of the cards."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards: list[FactCard] = []
        self.version = 0  # another whenever other cards are listed
        self._ids: list[str] = []
        self._told: Sequence[FactCard] = ()

    def show(self, cards: Sequence[FactCard]) -> None:
        """List these cards; only those that differ from before are taken out, put in or drawn anew."""
        if cards is self._told:
            return
        self._told, self.version = cards, self.version + 1
        others = self._others(cards)
        if len(cards) != len(self.cards) or any(self._ids[n] != cards[n].fact.id for n in others):
            self._take_in(cards, [card.fact.id for card in cards])
        for place in self._others(cards):
            self.cards[place] = cards[place]
            self.dataChanged.emit(self.index(place), self.index(place))

    def _others(self, cards: Sequence[FactCard]) -> list[int]:
        """Return the places whose card is another than before."""
        return list(compress(range(len(cards)), map(is_not, self.cards, cards)))

    def _take_in(self, cards: Sequence[FactCard], ids: list[str]) -> None:
        """Take out and put in what lies between the facts that begin and end both lists."""
        head = _same(self._ids, ids)
        tail = _same(self._ids[head:][::-1], ids[head:][::-1])
        gone, come = len(self.cards) - head - tail, len(cards) - head - tail
        if gone > come:
            self.beginRemoveRows(QModelIndex(), head + come, head + gone - 1)
            del self.cards[head + come : head + gone]
            self._ids = ids
            self.endRemoveRows()
        elif come > gone:
            self.beginInsertRows(QModelIndex(), head + gone, head + come - 1)
            self.cards[head + gone : head + gone] = cards[head + gone : head + come]
            self._ids = ids
            self.endInsertRows()
        self._ids = ids

    def place(self, id_: str | None) -> int | None:
        """Return where the fact is listed; None when it is not."""
        return self._ids.index(id_) if id_ in self._ids else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return str(self.cards[index.row()])
        if role == Qt.ItemDataRole.ToolTipRole:
            card = self.cards[index.row()]
            return tip(f"{card}\n{card.evidence}", wraps=True)
        return None


def _same(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many ids from the start are the same."""
    differ = compress(range(len(old)), map(ne, old, new))
    return next(differ, min(len(old), len(new)))
