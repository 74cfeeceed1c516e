"""The dialog with the backups of a project: when, why, what is in them, and what restoring one would change."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ui.look.dialog import Dialog
from ui.look.lines import Words

COLUMNS = ("Made", "Why", "Articles", "Spans", "Facts", "Edits", "MB")
COUNTS = ("articles", "spans", "facts", "edits")
ROW = Qt.ItemDataRole.UserRole


class BackupsDialog(Dialog):
    """The dialog of backups, the newest first; it is filled once they were looked at."""

    chosen = Signal(dict, str)  # the backup to be put back, as the command reports it, and when it was made

    def __init__(self, folder: Path, why: str, parent: QWidget) -> None:
        """Take `why` the project could not be opened; "" where it is open."""
        super().__init__(f"Backups of {folder.name}", parent, about=why, size=(760, 460))
        self.change = Words("Looking at the backups…", wraps=True)
        self.change.setAccessibleName("What would change")
        self.list = QTreeWidget()
        self.list.setAccessibleName("Backups")
        self.list.setHeaderLabels(COLUMNS)
        self.list.setRootIsDecorated(False)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.currentItemChanged.connect(self._show_change)
        self.add(self.list, 1)
        self.add(self.change)
        self.restore = self.end_with("Restore…", self._choose, icon="history", leave="Close")
        self.restore.setEnabled(False)

    def fill(self, rows: list[dict[str, Any]]) -> None:
        """Show the backups as the command `backups` reports them."""
        for row in rows:
            counts = [f"{row['counts'][name]:,}" if row["counts"] else "" for name in COUNTS]
            item = QTreeWidgetItem([_when(row), row["reason"], *counts, f"{row['size'] / 1_000_000:,.1f}"])
            item.setData(0, ROW, row)
            self.list.addTopLevelItem(item)
        if first := self.list.topLevelItem(0):
            self.list.setCurrentItem(first)
            self.list.setFocus()
        else:
            self.change.setText(
                "There are no backups yet: one is made by itself after an hour of work, and at closing."
            )

    def fail(self, why: str) -> None:
        """Say why the backups could not be listed."""
        self.change.setText(why)

    def _show_change(self, item: QTreeWidgetItem | None) -> None:
        row = item.data(0, ROW) if item else None
        self.restore.setEnabled(bool(row and row["counts"]))
        self.change.setText(f"If you restore it: {row['change']}" if row else "")

    def _choose(self) -> None:
        if item := self.list.currentItem():
            row = item.data(0, ROW)
            self.accept()
            self.chosen.emit(row, _when(row))


def _when(row: dict[str, Any]) -> str:
    """Return when the backup was made, by the clock of this machine."""
    return f"{datetime.fromisoformat(row['made']).astimezone():%Y-%m-%d %H:%M}"
