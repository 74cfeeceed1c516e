"""The look at the token patterns of a project's list, in a process: a pattern may never end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.project.jobs import Command


class ListCheck(QObject):
    """The look, one at a time; `found`: what is wrong by line, `failed`: why that was not found out."""

    found = Signal(object)
    failed = Signal(str)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        self._command: Command | None = None

    @property
    def is_running(self) -> bool:
        return self._command is not None

    def start(self) -> None:
        """Look anew; a look that was begun is given up."""
        self.close()
        self._command = Command(["lists", str(self._folder), "--problems"], self)
        self._command.done.connect(lambda report, _: self._take(report))
        self._command.failed.connect(self._fail)
        self._command.start()

    def close(self) -> None:
        """Give up the look."""
        if self._command:
            self._command.close()
            self._command.deleteLater()
            self._command = None

    def _take(self, report: dict[str, Any]) -> None:
        self._forget()
        self.found.emit({row["line"]: row["wrong"] for row in report.get("rows", ())})

    def _fail(self, why: str) -> None:
        self._forget()
        self.failed.emit(why)

    def _forget(self) -> None:
        if self._command:
            self._command.deleteLater()
            self._command = None
