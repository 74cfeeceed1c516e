"""The rows of a list that changed, drawn anew without the list being laid out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView, QListView

Index = QModelIndex | QPersistentModelIndex


def draw_rows(view: QListView, top: Index, bottom: Index, roles: Sequence[int]) -> None:
    """Draw the rows from top to bottom, all as high as before.

    `QListView.dataChanged` lays out and draws the whole list at any change.
    """
    for place in range(top.row(), bottom.row() + 1):
        at = view.model().index(place, 0)
        QAbstractItemView.dataChanged(view, at, at, roles)
