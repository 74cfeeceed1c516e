"""Export: counts that are taken anew at each change, and the writing.

Counting and writing are commands in processes of their own; a cancelled or failed one leaves the old files.
"""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from annotations.stages import remove_abandoned
from ui.project.commands import Commands
from ui.project.jobs import Command, Process
from ui.project.processes.lines import Lines
from ui.session import Session

if TYPE_CHECKING:  # few open it, and late: it is not loaded at the start
    from ui.export.export_words import Wanted

PAUSE = 250  # milliseconds without another change, after which it is counted anew


class Counting(QObject):
    """The counting of what an export would write; only the last one asked for is counted."""

    process: Process = Lines  # runs the command

    found = Signal(object)  # what the command reports
    failed = Signal(str)
    progress = Signal(str, int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._job: Command | None = None
        self._words: list[str] = []
        self._soon = QTimer(self, interval=PAUSE, singleShot=True)
        self._soon.timeout.connect(self._start)

    @property
    def is_busy(self) -> bool:
        return self._job is not None or self._soon.isActive()

    def ask(self, words: list[str]) -> None:
        """Count anew in place of what is being counted; `words` are those of the export's command."""
        self.cancel()
        self._words = [*words, "--preview"]
        self._soon.start()

    def cancel(self) -> None:
        self._soon.stop()
        job, self._job = self._job, None
        if job is not None:
            job.cancel()  # it says that it failed, to nobody

    def close(self) -> None:
        """End the counting at once, with the program."""
        self._soon.stop()
        for job in self.findChildren(Command):
            job.close()

    def _start(self) -> None:
        job = self._job = Command(self._words, self, process=self.process)
        job.progress.connect(lambda *far: self.progress.emit(*far) if self._job is job else None)
        job.done.connect(lambda report, errors: self._ended(job, report, ""))
        job.failed.connect(lambda why: self._ended(job, None, why))
        job.start()

    def _ended(self, job: Command, report: dict[str, Any] | None, why: str) -> None:
        is_last = self._job is job
        job.deleteLater()
        if not is_last:
            return
        self._job = None
        if report is None:
            self.failed.emit(why)
        else:
            self.found.emit(report)


class Exporting(QObject):
    """The writing of an export.  `wrote`: its manifest, and where it lies."""

    wrote = Signal(object, object)

    def __init__(self, session: Session, commands: Commands, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands

    def write(self, wanted: Wanted) -> None:
        """Write the export, and say what was written."""
        if self._session.project is None:
            return
        words, out = wanted.words(self._session.project.folder), Path(wanted.out).expanduser().absolute()
        self._commands.run(
            "exporting",
            words,
            lambda report, errors: self._tell(report, out),
            failed=lambda why: self._failed(why, out),
        )

    def _tell(self, manifest: dict[str, Any], out: Path) -> None:
        from ui.export.export_words import exported

        self.wrote.emit(manifest, out)
        self._session.noted.emit(" ".join(exported({**manifest, "not_carried": {}}, out).split("\n")))

    def _failed(self, why: str, out: Path) -> None:
        """Delete what was staged, away from the event loop: a folder may hold thousands of files."""
        Thread(target=remove_abandoned, args=(out,)).start()
        self._commands.say(why)
