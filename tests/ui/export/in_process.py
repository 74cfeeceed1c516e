"""A command of the window, run in the test's own process: the same words, the same lines, the same end."""

from __future__ import annotations

import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

from PySide6.QtCore import QObject, QTimer, Signal

import main


class InProcess(QObject):
    """In place of `ui.project.processes.lines.Lines`, for commands that are soon done: none is killed while it runs."""

    said = Signal(dict)
    ended = Signal(int, str)

    def __init__(self, arguments: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._arguments = arguments
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._run)

    def start(self) -> None:
        self._soon.start()

    def kill(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.ended.emit(-1, "")

    def close(self) -> None:
        self._soon.stop()

    def _run(self) -> None:
        with redirect_stdout(StringIO()) as out, redirect_stderr(StringIO()) as errors:
            code = main.main(self._arguments)
        for line in out.getvalue().splitlines():
            if line.startswith("{"):
                self.said.emit(json.loads(line))
        self.ended.emit(code, errors.getvalue().strip())
