"""The cheat sheet: every key in force, from the tables that the menus come from; it can be searched."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import keys

if TYPE_CHECKING:
    from ui.settings.preferences import Preferences


class CheatSheet(QDialog):
    """The dialog with all keys; typing finds, by key or by word; Esc closes."""

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit(placeholderText="Find a key or what it does", clearButtonEnabled=True)
        self.search.setAccessibleName("Find")
        self.search.textChanged.connect(self._filter)
        self.list = QTreeWidget()
        self.list.setAccessibleName("All keys")
        self.list.setHeaderLabels(["Key", "Does"])
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QTreeWidget.SelectionMode.SingleSelection)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.list)
        self._preferences = preferences
        self.resize(520, 640)
        self.refresh()
        preferences.changed.connect(self.refresh)

    def refresh(self) -> None:
        self.list.clear()
        left, _ = keys.beside_labels(self._preferences.keys, self._preferences.schema)
        self._groups: dict[str, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        every = keys.held(self._preferences.keys, self._preferences.schema)
        for row in chain(every, keys.fixed()):
            shown = [key for key in row.keys if not row.name or key in left[row.name]]
            if not shown:
                continue
            title = row.group[:1].upper() + row.group[1:]
            group, rows = self._groups.setdefault(title, (QTreeWidgetItem([title]), []))
            rows.append(QTreeWidgetItem(group, [", ".join(shown), row.text]))
        for group, _ in self._groups.values():
            font = group.font(0)
            font.setBold(True)
            group.setFont(0, font)
            self.list.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
        self.list.expandAll()
        self._filter(self.search.text())

    def go_to(self, name: str) -> None:
        """Show the group of that name first; "" leaves the list as it is."""
        group, _ = self._groups.get(name[:1].upper() + name[1:], (None, []))
        if group is not None:
            self.list.scrollToItem(group, QTreeWidget.ScrollHint.PositionAtTop)

    def _filter(self, wanted: str) -> None:
        words = wanted.lower().split()
        for group, rows in self._groups.values():
            for row in rows:
                said = f"{row.text(0)} {row.text(1)} {group.text(0)}".lower()
                row.setHidden(not all(word in said for word in words))
            group.setHidden(all(row.isHidden() for row in rows))
