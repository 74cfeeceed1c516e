"""The box for an unexpected error: what happened, what a fresh look says is saved, and what can be done about it.

Nothing that goes wrong here calls it again: that goes to the log.
"""

from __future__ import annotations

import logging
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from annotations.errors import LOG
from models.queries.fresh_look import Screen, look
from ui import error_log
from ui.keys_in_force import IN_FORCE
from ui.plain_text import message_box, say_below
from ui.session import Session
from ui.terminal import complain

LOGGER = logging.getLogger(LOG)
LOOKING = "The project is being read again, to see what of it is saved…"
UNSEEN = "The project could not be read again, so it is not known what of it is saved: something went wrong there, too."
CLOSED = "No project is open."
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
        self._what, self._busy = "", False
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
        screen = self._screen()
        self._what = line if len(line) <= LONGEST else f"{line[:LONGEST]}…"
        box = message_box(
            QMessageBox.Icon.Critical,
            "Factmark",
            "Something went wrong that should not have.",
            more=self._more(LOOKING if screen else CLOSED),
        )
        box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        if self._report:
            box.addButton("Report a problem…", QMessageBox.ButtonRole.ActionRole).clicked.connect(
                self._report
            )
        box.addButton(QMessageBox.StandardButton.Close)
        self.box = box
        box.open()
        if screen:
            threading.Thread(target=self._look, args=(screen,), daemon=True).start()

    def _screen(self) -> Screen | None:
        """Return what the window holds now; None while no project is open."""
        opened = self._session.opened if self._session else None
        if opened is None:
            return None
        held = opened.sheet.set if opened.article else None
        text = opened.article.text if opened.article else ""
        return Screen(opened.project.folder, opened.annotator, held, text)

    def _look(self, screen: Screen) -> None:
        """Look at the project; this runs in a thread of its own."""
        said = UNSEEN
        try:
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
        return f"{self._what}\n\n{IN_FORCE.fill(said)}\n\n{log}"


def _worded(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> tuple[str, str]:
    """Return the error in a line, and with all that led to it."""
    text = "".join(traceback.format_exception(kind, error, trace))
    return traceback.format_exception_only(kind, error)[-1].strip(), text
