"""A process of this program that speaks JSON lines.

No other module starts processes.  Cancelling is killing, and the next request starts anew.
"""

from __future__ import annotations

import json
import sys
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

from annotations.processes.door import program
from ui.program import BESIDE
from ui.project.messages import messages

ENDING, GONE = 2000, 3000  # milliseconds in which it ends when it is asked to, and when it is killed


class Lines(QObject):
    """A process of this program that writes JSON lines."""

    said = Signal(object)  # a message, as it is: of a dict Qt makes a map of its own, with numbers of 64 bits
    ended = Signal(int, str)  # exit code, what it wrote to stderr

    def __init__(self, arguments: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest = b""
        self._process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert(BESIDE, "1")
        self._process.setProcessEnvironment(environment)
        started, *words = program(arguments)
        self._process.setProgram(started)
        self._process.setArguments(words)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)

    def start(self) -> None:
        self._process.start()

    def say(self, message: dict[str, Any]) -> None:
        self._process.write(json.dumps(message).encode() + b"\n")

    def kill(self) -> None:
        """Kill the process; `ended` still comes."""
        self._process.kill()

    def close(self) -> None:
        """End the process without a signal, and wait until it is gone: for seconds at most."""
        self._process.blockSignals(True)
        if sys.platform != "win32":  # so that a suggester which it runs is ended too
            self._process.terminate()
            self._process.waitForFinished(ENDING)
        self._process.kill()
        self._process.waitForFinished(GONE)

    @property
    def pid(self) -> int:
        return self._process.processId()

    def _read(self) -> None:
        *lines, self._rest = (self._rest + self._process.readAllStandardOutput().data()).split(b"\n")
        for message in messages(lines):
            self.said.emit(message)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        self._read()
        crashed = status is QProcess.ExitStatus.CrashExit
        errors = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self.ended.emit(-1 if crashed else code, errors.strip())

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(-1, self._process.errorString())
