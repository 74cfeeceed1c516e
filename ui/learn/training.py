"""The training beside the window: the command `train` in a process of its own, which tells of every epoch.

It lives as long as the page: turning to another view leaves it alone, a project that closes asks first.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from annotations.learn.shapes import EpochReport, TrainingOutcome
from ui.learn.reports import epoch_of, is_report, outcome_of
from ui.project.jobs import Process
from ui.project.messages import progress_of
from ui.project.processes.lines import Lines

STOP = {"stop": True}  # what the process is told, to end with the best epoch so far


class Training(QObject):
    """One training at a time: its reports so far, and its outcome, or why there is none (`trouble`).

    `told`: there is another report; `doing`: what is done before the first one; `ended`: it is over, however it went.
    """

    process: Process = Lines  # runs the command

    told = Signal()
    doing = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: Lines | None = None
        self.reports: list[EpochReport] = []
        self.outcome: TrainingOutcome | None = None
        self.trouble, self.errors = "", ""
        self.is_stopping = self._is_given_up = False

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self, words: list[str]) -> None:
        """Start the command of those words; what the last training told is forgotten."""
        self.reports, self.outcome, self.trouble, self.errors = [], None, "", ""
        self.is_stopping = self._is_given_up = False
        self._process = self.process([words[0], "--progress", *words[1:]], self)
        self._process.said.connect(self._hear)
        self._process.ended.connect(self._end)
        self._process.start()

    def stop(self) -> None:
        """Have it end with the best epoch so far; when that was asked already, end it at once with nothing."""
        if self._process is None:
            return
        if self.is_stopping or not self.reports:
            self._is_given_up = True
            self._process.kill()
        else:
            self.is_stopping = True
            self._process.say(STOP)

    def close(self) -> None:
        """End it at once, with the project or the program."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()  # asked to end only, it would still write the best so far
            process.close()
            process.deleteLater()

    def _hear(self, message: dict[str, Any]) -> None:
        if report := epoch_of(message):
            self.reports.append(report)
            self.told.emit()
        elif far := progress_of(message):
            self.doing.emit(far[0])
        elif is_report(message):
            self.outcome = outcome_of(message)
            self.trouble = "" if self.outcome else str(message["headline"])

    def _end(self, code: int, errors: str) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.deleteLater()
        self.errors = errors.replace("factmark: ", "")
        if self._is_given_up and self.outcome is None:  # else it had been saved before it ended
            self.trouble = "Training was given up; nothing was kept."
        elif self.outcome is None and not self.trouble:
            self.trouble = self.errors or f"Training stopped without a word (exit code {code})."
        self.is_stopping = False
        self.ended.emit()
