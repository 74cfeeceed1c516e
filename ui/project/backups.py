"""The backups of a project in the window: listed, also where it cannot be opened, and one of them put back."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from models.transfer import backup_list
from ui.plain_text import message_box
from ui.project.commands import BUSY, Commands
from ui.project.copying import Copying
from ui.project.dialogs import tell
from ui.project.files import Files
from ui.project.jobs import Command
from ui.session import Session


class Backups(QObject):
    """The list of backups, read by a command beside the window, and the restoring of one."""

    def __init__(
        self, session: Session, files: Files, commands: Commands, copying: Copying, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session, self._files, self._window = session, files, window
        self._commands, self._copying = commands, copying
        self._looking: Command | None = None

    def open(self) -> None:
        """List the backups of the open project."""
        if project := self._session.project:
            self._list(project.folder)

    def offer(self, folder: Path, why: str) -> None:
        """Say why the project could not be opened, with the list of its backups if it has any."""
        if backup_list.names(folder):
            self._list(folder, f"The project was not opened. {why}")
        else:
            tell(self._window, "The project was not opened", why)

    def close(self) -> None:
        """End the reading of the list."""
        if self._looking:
            self._looking.close()
            self._looking.deleteLater()
            self._looking = None

    def _list(self, folder: Path, why: str = "") -> None:
        from ui.project.backups_dialog import BackupsDialog

        self.close()
        dialog = BackupsDialog(folder, why, self._window)
        dialog.chosen.connect(partial(self._ask, folder))
        dialog.finished.connect(self.close)
        self._looking = Command(["backups", str(folder)], self)
        self._looking.done.connect(lambda report, _: dialog.fill(report["backups"]))
        self._looking.failed.connect(dialog.fail)
        self._looking.start()
        dialog.open()

    def _ask(self, folder: Path, row: dict[str, Any], when: str) -> None:
        """Ask whether that backup is to be put back."""
        question = (
            f"Put back the backup of {when} ({row['reason']})? {row['change']} "
            "What is there now is kept as a backup first."
        )
        box = message_box(QMessageBox.Icon.Question, "Restore", question, self._window)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: self._restore(folder, row["path"]))
        box.open()

    def _restore(self, folder: Path, copy: str) -> None:
        """Close the project, put the backup in its place, and open it again, however that went."""
        if self._files.is_busy:
            self._session.noted.emit(BUSY)
            return
        if self._files.leaving.asks(partial(self._restore, folder, copy)):
            return
        self._copying.settle()
        self._session.close()
        self._session.project_opened.emit()  # none: nobody may have it open
        words = ["restore", str(folder), copy]
        self._commands.run("restoring", words, partial(self._restored, folder), partial(self._failed, folder))

    def _restored(self, folder: Path, report: dict[str, Any], _: str) -> None:
        if self._files.open(folder):
            kept = (
                f"what was there is kept as {Path(report['kept']).name}"
                if report["kept"]
                else "none was there"
            )
            self._session.noted.emit(f"Restored {Path(report['restored']).name}; {kept}.")

    def _failed(self, folder: Path, why: str) -> None:
        tell(self._window, "The backup was not put back", why)
        self._files.open(folder)
