"""Long-running commands, each in a process of its own, one at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.session import Session

if TYPE_CHECKING:
    from ui.project.jobs import Command

BUSY = "Something is running already; wait for it, or cancel it."
UNSAVED = "Not done: it would lack what you did before, which waits for another program; try again once that is saved."
Done = Callable[[dict[str, Any], str], None]
Failed = Callable[[str], None]


class Commands(QObject):
    """The runner of commands, one at a time; `trouble` is why the last one failed."""

    progress = Signal(object, int, int)  # what is being done (None: nothing), done, of
    ended = Signal()  # a command is over, however it went

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._command: Command | None = None
        self.trouble = ""

    @property
    def is_running(self) -> bool:
        return self._command is not None

    @property
    def obstacle(self) -> str:
        """Return why no command can be started now, "" when one can."""
        return BUSY if self.is_running else UNSAVED if self._session.waiting else ""

    def run(self, doing: str, words: list[str], done: Done, failed: Failed | None = None) -> None:
        """Start a command; `done` gets its report and what it wrote to stderr, `failed` why it failed."""
        if why := self.obstacle:
            self._session.noted.emit(why)
            return
        from ui.project.jobs import Command

        self.trouble = ""
        self._command = Command(words, self)
        self._command.progress.connect(self.progress.emit)
        self._command.done.connect(lambda report, errors: self._end(lambda: done(report, errors)))
        self._command.failed.connect(lambda why: self._end(lambda: self._fail(why, failed)))
        self.progress.emit(doing, 0, 0)
        self._command.start()

    def cancel(self) -> None:
        if self._command:
            self._command.cancel()

    def close(self) -> None:
        """End the command at once, with the program."""
        if self._command:
            self._command.close()

    def _end(self, tell: Callable[[], None]) -> None:
        if self._command:
            self._command.deleteLater()
        self._command = None
        self.progress.emit(None, 0, 0)
        tell()
        self.ended.emit()

    def _fail(self, why: str, tell: Failed | None) -> None:
        self.trouble = why
        (tell or self.say)(why)

    def say(self, why: str) -> None:
        """Say why a command failed; that it was cancelled is no fault."""
        from ui.project.jobs import CANCELLED

        (self._session.noted if why == CANCELLED else self._session.failed).emit(why)
