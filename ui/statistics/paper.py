"""The paper's numbers: the command `paper`, in a process of its own, into a folder that is asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from annotations.text.counts import counted
from ui.project.commands import Commands
from ui.session import Session

TITLE = "Where the folder of the paper’s numbers is to be"
FOLDER = "paper"  # is made there; an earlier one is replaced


class PaperWriting(QObject):
    """The writing of the paper's numbers."""

    def __init__(self, session: Session, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands

    def ask(self, over: QWidget) -> None:
        """Ask where the folder is to be, and write it."""
        if self._session.project is None:
            return
        within = QFileDialog.getExistingDirectory(over, TITLE, str(self._session.project.folder.parent))
        if within:
            self.write(Path(within) / FOLDER)

    def write(self, out: Path) -> None:
        """Write into the folder, and say so."""
        if self._session.project is not None:
            words = ["paper", str(self._session.project.folder), str(out)]
            self._commands.run(
                "writing the paper’s numbers", words, lambda report, errors: self._tell(report, out)
            )

    def _tell(self, report: dict[str, Any], out: Path) -> None:
        files, blanks = report.get("files", ()), len(report.get("blanks", ()))
        said = f"Written to {out}: {', '.join(map(str, files))}."
        if blanks:
            said += f" {counted(blanks, 'blank')} for you to fill."
        self._session.noted.emit(said)
