"""The box for an unexpected error: what happened, what a fresh look says is saved, and what can be done about it.

Nothing that goes wrong here calls it again: that goes to the log.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton

from annotations.errors import LOG, Busy
from models.transfer import rescue
from ui import error_log
from ui.keys_in_force import IN_FORCE
from ui.open_project import OpenProject
from ui.plain_text import message_box, say_below
from ui.session import Session
from ui.terminal import complain

if TYPE_CHECKING:
    from models.queries.fresh_look import Screen

LOGGER = logging.getLogger(LOG)
LOOKING = "The project is being read again, to see what of it is saved…"
UNSEEN = "The project could not be read again, so it is not known what of it is saved: something went wrong there, too."
CLOSED = "No project is open."
WAITS = "{what} of yours {verb} not on the disk as yet: {why}. Leave the window open: {it} written once that is over."
LOCKED = "another program is writing to the project"
COPY = (
    "The project is not where it was opened. {happened} No edit is taken any more. {waiting}The box over the window "
    "leads on: “Save a copy…” in it saves what the window still has open."
)
LONGEST = 300  # code points of the error that the box shows; the log has all


class Unexpected(QObject):
    """The hook for errors that nobody caught, in any thread; one box is up at a time, however often an error comes."""

    _looked = Signal(str)
    _failed = Signal(str, str)  # in a thread: the error in a line, its traceback

    def __init__(self) -> None:
        super().__init__()
        self.box: QMessageBox | None = None
        self._session: Session | None = None
        self._report: Callable[[], None] | None = None
        self._what, self._first, self._busy = "", "", False
        self._looked.connect(self._show_look)
        self._failed.connect(self._tell)

    def attend(self, session: Session, report: Callable[[], None] | None = None) -> None:
        """Look after the project of that session from now on; `report` begins a report of the problem."""
        self._session, self._report = session, report

    def show(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the error and show it; the window goes on."""
        self._tell(*_worded(kind, error, trace))

    def show_from_thread(self, raised: threading.ExceptHookArgs) -> None:
        """Log the error, and show it in the window's own thread."""
        if raised.exc_value is not None:
            self._failed.emit(*_worded(raised.exc_type, raised.exc_value, raised.exc_traceback))

    def _tell(self, line: str, text: str) -> None:
        try:
            complain(text)
            error_log.write(text)
            if not self._busy and not (self.box and self.box.isVisible()):
                self._busy = True
                self._open(line, text)
        except Exception:
            LOGGER.exception("telling of an error")
        finally:
            self._busy = False

    def _open(self, line: str, text: str) -> None:
        opened = self._session.opened if self._session else None
        self._first = _told_first(opened) if opened else ""
        screen = _screen(opened) if opened else None
        self._what = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
        box = message_box(
            QMessageBox.Icon.Critical,
            "Factmark",
            "Something went wrong that should not have.",
            more=self._more(LOOKING if screen else "" if opened else CLOSED),
        )
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        if self._report:
            box.addButton("Report a problem…", QMessageBox.ButtonRole.ActionRole).clicked.connect(
                self._report
            )
        box.setEscapeButton(box.addButton("Close", QMessageBox.ButtonRole.RejectRole))
        self.box = box
        _open_without_default(box)
        if screen:
            threading.Thread(target=self._look, args=(screen,), daemon=True).start()

    def _look(self, screen: Screen) -> None:
        """Look at the project; this runs in a thread of its own."""
        said = UNSEEN
        try:
            from models.queries.fresh_look import look

            said = look(screen)
        except Exception:
            LOGGER.exception("telling of an error")
        finally:
            self._looked.emit(said)

    def _show_look(self, said: str) -> None:
        if self.box:
            say_below(self.box, self._more(said))

    def _more(self, said: str) -> str:
        log = f"The details are in {error_log.log_path()}."
        found = "\n\n".join(filter(None, (self._first, IN_FORCE.fill(said))))
        return f"{self._what}\n\n{found}\n\n{log}"


def _screen(opened: OpenProject) -> Screen | None:
    """Return what the window holds now; None when there is no project to compare it with."""
    from models.queries.fresh_look import Screen

    folder: Path | None = opened.project.folder
    if rescue.what_happened(opened.project):
        folder = rescue.there_now(opened.project)
    if folder is None or opened.article is None:
        return Screen(folder, opened.annotator) if folder else None
    late = opened.waiting.late_for(opened.article.id, opened.annotator)
    return Screen(folder, opened.annotator, opened.sheet.set, opened.article.text, late)


def _told_first(opened: OpenProject) -> str:
    """Return in sentences what is known before any look: that the project is gone, and what is not on the disk."""
    waiting, happened = opened.waiting, rescue.what_happened(opened.project)
    what = waiting.counted() if waiting else ""
    is_one = len(waiting.entries) == 1 and what.startswith("1 ")
    verb = "is" if is_one else "are"
    if happened:
        late = f"{what} of yours {verb} in no file. " if what else ""
        return COPY.format(happened=happened, waiting=late)
    if not what:
        return ""
    trouble = waiting.trouble
    why = LOCKED if trouble is None or isinstance(trouble, Busy) else str(trouble).rstrip(".")
    return WAITS.format(what=what, verb=verb, why=why, it="it is" if is_one else "they are")


def _open_without_default(box: QMessageBox) -> None:
    """Open the box so that no key meant for the article presses a button; Tab leads to them, Esc closes it."""
    buttons = [button for button in box.buttons() if isinstance(button, QPushButton)]
    for button in buttons:
        button.setAutoDefault(False)  # else the first of them is what Enter presses
    box.setFocus()  # not on a button, which Space would press
    box.open()
    for button in buttons:
        button.setAutoDefault(True)  # Enter presses the one that has the focus


def _worded(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> tuple[str, str]:
    """Return the error in a line, and with all that led to it."""
    text = "".join(traceback.format_exception(kind, error, trace))
    return traceback.format_exception_only(kind, error)[-1].strip(), text
