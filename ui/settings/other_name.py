"""Another name for an annotator, from the File menu: it is asked for, and the command gives it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from annotations.sets import GOLD
from models.queries import articles as article_queries
from models.transfer import assignments
from ui.project.commands import Commands
from ui.project.files import Files
from ui.session import Session
from ui.wording import pieces_of_work


class OtherName(QObject):
    """The renaming of an annotator: it asks, runs the command, and opens the project again."""

    def __init__(self, session: Session, files: Files, commands: Commands, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._files, self._commands, self._window = session, files, commands, window

    def ask(self) -> None:
        """Ask who is to have another name, and which."""
        from ui.settings.other_name_dialog import OtherNameDialog

        if project := self._session.project:
            there = {*article_queries.annotators(project), *assignments.annotators(project)} - {GOLD}
            if not there:
                self._session.noted.emit("Nobody has a part in this project yet.")
                return
            dialog = OtherNameDialog(sorted(there), self._window)
            dialog.chosen.connect(self._rename)
            dialog.open()

    def _rename(self, old: str, new: str) -> None:
        if project := self._session.project:
            words = "rename-annotator", str(project.folder), "--by", self._session.annotator, "--", old, new
            self._commands.run("renaming", [*words], self._renamed)

    def _renamed(self, report: dict[str, Any], errors: str) -> None:
        self._files.renamed(report["old"], report["new"])
        self._session.noted.emit(f"{report['old']} is {report['new']} now: {pieces_of_work(report['sets'])}.")
