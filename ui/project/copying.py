"""The copies that are made by themselves: after an hour of work, and at closing when something changed.

They are read and written in a thread, by a connection of its own: keys are never waited for.
"""

from __future__ import annotations

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from annotations.errors import UserError
from models.project import Project
from models.transfer import backups
from ui.session import Session

HOUR = 3_600_000  # milliseconds
TURN = 20  # milliseconds between two turns of the window while the last copy is waited for
HOURLY, AT_CLOSING = "hourly", "at-closing"


class Copying(QObject):
    """The copier of the open project; `clock` runs from the first change after a copy until the next."""

    progress = Signal(object, int, int)  # what is being done (None: nothing), done, of
    unclosed = Signal(str)  # why the window stays open: the last copy could not be made
    _ended = Signal(str, str)  # the folder of a project, and why its copy could not be made, "" when it was

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._folder: Path | None = None
        self._project: Project | None = None
        self._threads: list[Thread] = []
        self._is_changed = self._is_closing = False
        self._trouble = ""  # why the copy at closing could not be made
        self.clock = QTimer(self, interval=HOUR, singleShot=True)
        self.clock.timeout.connect(self._copy_hourly)
        self._ended.connect(self._tell)
        session.project_opened.connect(self._turn)
        for changed in (session.edited, session.saved, session.articles_changed, session.described):
            changed.connect(self._note_change)

    def close(self) -> bool:
        """Make the copy at closing, if there is anything to copy; return whether the window may close.

        A copy that cannot be made keeps it open once, and that is told.
        """
        if self._is_closing:
            return False
        self._is_closing, self._trouble = True, ""
        if self._is_changed and self._folder:
            self.progress.emit("copying the project", 0, 0)
            self._is_changed = False
            self._start(self._folder, AT_CLOSING)
        self._wait()
        self._is_closing = False
        if self._trouble:
            self.progress.emit(None, 0, 0)
            self.unclosed.emit(self._trouble)
        return not self._trouble

    def settle(self) -> None:
        """Let the copies that are being made end, and make none of what changed until now."""
        self._is_changed = False
        self.clock.stop()
        self._wait()

    def _note_change(self) -> None:
        if self._session.project and self._session.project.read_only:
            return  # others wrote, who copy it themselves
        self._is_changed = True
        if not self.clock.isActive():
            self.clock.start()

    def _turn(self) -> None:
        """Copy the project that was open before, if it changed, and begin with the one that is now."""
        if self._is_changed and self._folder:
            self._start(self._folder, AT_CLOSING)
        self._is_changed = False
        self.clock.stop()
        self._project = self._session.project
        self._folder = self._project.folder if self._project else None

    def _copy_hourly(self) -> None:
        if self._folder:
            self._is_changed = False
            self._start(self._folder, HOURLY)

    def _start(self, folder: Path, why: str) -> None:
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        self._threads.append(Thread(target=self._copy, args=(folder, why, self._project)))
        self._threads[-1].start()

    def _copy(self, folder: Path, why: str, project: Project | None) -> None:
        """Make the copy; this runs in a thread of its own."""
        trouble = f"{folder}: The project was not copied: something went wrong that should not have."
        try:
            backups.copy_work(folder, why=why, of=project)
            trouble = ""
        except UserError as error:
            trouble = str(error)
        finally:  # whatever went wrong, a copy that is not there is never passed over in silence
            self._ended.emit(str(folder), trouble)

    def _wait(self) -> None:
        """Wait for all copies; the window is drawn meanwhile, and takes no keys."""
        for thread in self._threads:
            while thread.is_alive():
                QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
                thread.join(TURN / 1000)
        QApplication.sendPostedEvents(self)  # what they told

    def _tell(self, folder: str, trouble: str) -> None:
        if trouble and self._is_closing:
            self._trouble = trouble
        elif trouble:
            self._is_changed |= folder == str(self._folder)
            self._session.failed.emit(trouble)
