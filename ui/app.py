"""The program of the window: arguments, the project to open, and the hook for unexpected errors."""

from __future__ import annotations

import os
import sys
import threading
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from annotations.errors import UserError
from annotations.exchange.suffixes import SUFFIX
from models.project import folder_of
from models.settings import Settings, annotator_name
from ui.error_log import log_errors
from ui.frame.first_paint import FirstPaint
from ui.held_keys import HeldKeys
from ui.key_words import named
from ui.look import program_icon
from ui.look.apply import apply_palette, begin, end
from ui.look.focus_ring import FocusRings
from ui.main_window import MainWindow
from ui.project.packs.program import Program
from ui.terminal import complain
from ui.trouble.unexpected import Unexpected
from ui.widgets.digit_row import DigitRow


def run_window(words: list[str]) -> int:
    """Open the window and run it; return the exit code."""
    project, annotator = _asked(words)
    try:
        settings = Settings()
        window = start(settings, annotator_name(annotator, settings), project)
    except UserError as error:
        complain(named(f"factmark: {error}"))
        return 1
    window.show()
    return QApplication.exec()


def _asked(words: list[str]) -> tuple[str | None, str | None]:
    """Return the project or file that the words name, and whose work it is."""
    if len(words) < 2 and not any(word.startswith("-") for word in words):
        return (words[0] if words else None), None
    import argparse  # with an option alone: it takes a hundredth of the start

    parser = argparse.ArgumentParser(
        prog="factmark open", description="Open a project in the window, or a file that somebody sent."
    )
    parser.add_argument(
        "project",
        metavar="PROJECT|FILE",
        nargs="?",
        help="its folder, or a file that was sent; else the last one",
    )
    parser.add_argument("--annotator", help="whose work it is; else the setting, else the login name")
    asked = parser.parse_args(words)
    return asked.project, asked.annotator


def start(settings: Settings, annotator: str, project: str | None = None) -> MainWindow:
    """Return the window with the project named, else the last one, else none; a file that was sent is opened in it.

    UserError when the named one cannot be opened.
    """
    app = _program()
    app.setApplicationName("Factmark")
    app.setDesktopFileName(program_icon.NAME)  # Wayland has no other way to a window's icon
    app.setWindowIcon(program_icon.program_icon())
    app.styleHints().colorSchemeChanged.connect(lambda: apply_palette(settings["palette"]))
    begin(settings["palette"], settings["scale"])
    log_errors(uncaught=False)
    unexpected = Unexpected()
    sys.excepthook, threading.excepthook = unexpected.show, unexpected.show_from_thread
    window = MainWindow(annotator, settings)
    end()
    unexpected.setParent(window)
    unexpected.attend(window.session, lambda: window.reporting.open())
    HeldKeys(window).pressed.connect(window.work.finishing.keys.note)
    DigitRow(window)
    FocusRings(window)
    app.sent.connect(window.take)
    asked = folder_of(Path(project)) if project else None
    file = asked if asked and _is_file(asked) else None
    _open_first(window, settings, None if file else asked)
    painted = FirstPaint(window)
    painted.over.connect(painted.tidy)
    if asked and not file:
        painted.over.connect(partial(_remember, window, asked))
    if file:
        painted.over.connect(lambda: window.arriving.open(file))
    painted.over.connect(window.make_the_rest)
    return window


def _is_file(path: Path) -> bool:
    """Return whether the path is a file that somebody sent, or is called as one and is not there."""
    return os.path.isfile(path) or (path.suffix.lower() == SUFFIX and not os.path.lexists(path))


def _open_first(window: MainWindow, settings: Settings, asked: Path | None) -> None:
    """Open the project asked for, else the last one, else none.  UserError when the first cannot be opened."""
    if asked:
        window.session.open_project(asked)
    elif not (settings["last_project"] and _open_last(window, Path(settings["last_project"]))):
        window.show_project()


def _open_last(window: MainWindow, last: Path) -> bool:
    """Open the last project, if it is there; where it cannot be opened say why, on the welcome.  Return whether it is there."""
    from models.transfer import backup_list
    from ui.welcome.recent import is_folder

    if not is_folder(last):
        return False
    try:
        window.session.open_project(last)
    except UserError as error:
        window.show_project()
        window.welcome.say(named(str(error)))
        if backup_list.names(last):
            QTimer.singleShot(0, partial(window.backups.offer, last, str(error)))
        else:
            window.status.warn(str(error))
    return True


def _remember(window: MainWindow, project: Path) -> None:
    """Note in the settings that the project was opened."""
    if trouble := window.settings.opened(project):
        window.status.warn(trouble)


def _program() -> Program:
    """Return the application, in the style that our own looks stand on.

    The style is named among the arguments, for `setStyle` returns a class of many names that take long to make.
    """
    app = QApplication.instance()
    if isinstance(app, Program):
        app.setStyle("Fusion")
        return app
    return Program([*sys.argv[:1], "-style", "Fusion"])
