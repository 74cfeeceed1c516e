"""Writing the table that is shown to a file: CSV or HTML, by the ending of its name."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotations.compare.table_out import as_csv, as_html
from annotations.errors import UserError, cause
from annotations.text.counts import counted
from annotations.whole_files import free_target, write_whole
from ui.compare.table.group_table import GroupTable
from ui.session import Session

KINDS = "Web page (*.html);;Table (*.csv)"
NO_ROWS = "There is no row to export: the table is empty."


class TableFiles(QObject):
    """The export of the rows that the table shows."""

    def __init__(self, session: Session, table: GroupTable, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._table, self._over = session, table, parent
        self.title = ""  # the story's name

    def save(self) -> None:
        """Ask for a file, and write the rows that are shown into it."""
        if not self._table.shown.groups:
            self._session.noted.emit(NO_ROWS)
            return
        name = re.sub(r"[^\w -]+", " ", self.title).strip()[:60] or "Compare"
        path, _ = QFileDialog.getSaveFileName(
            self._over, "Export this table", str(Path.home() / f"{name}.html"), KINDS
        )
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write the rows that are shown: as CSV to a name that ends so, else as HTML."""
        table, groups = self._table.shown.table, self._table.shown.groups
        is_csv = path.suffix.casefold() == ".csv"
        text = as_csv(table, groups) if is_csv else as_html(table, groups, self.title)
        try:
            write_whole(free_target(path), text)
        except UserError as error:
            self._session.failed.emit(str(error))
        except OSError as error:
            self._session.failed.emit(f"{path}: The table could not be written: {cause(error)}.")
        else:
            self._session.noted.emit(f"{counted(len(groups), 'row')} written to {path}.")
