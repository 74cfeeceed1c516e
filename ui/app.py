"""The program of the window: arguments, the project to open, and the handling of unexpected errors."""

from __future__ import annotations

import argparse
import sys
import traceback
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from annotations.errors import UserError
from models.settings import Settings, annotator_name, config_folder
from models.transfer import backup_list
from ui.held_keys import HeldKeys
from ui.key_words import named
from ui.main_window import MainWindow
from ui.plain_text import message_box
from ui.terminal import complain
from ui.theme import apply_palette


def run_window(words: list[str]) -> int:
    """Open the window and run it; return the exit code."""
    parser = argparse.ArgumentParser(prog="factmark open", description="Open a project in the window.")
    parser.add_argument("project", metavar="PROJECT", nargs="?", help="its folder; else the last one")
    parser.add_argument("--annotator", help="whose work it is; else the setting, else the login name")
    asked = parser.parse_args(words)
    try:
        settings = Settings()
        window = start(settings, annotator_name(asked.annotator, settings), asked.project)
    except UserError as error:
        complain(named(f"factmark: {error}"))
        return 1
    window.show()
    return QApplication.exec()


def start(settings: Settings, annotator: str, project: str | None = None) -> MainWindow:
    """Return the window with the project named, else the last one, else none.

    UserError when the named one cannot be opened.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    app.setApplicationName("Factmark")
    if isinstance(app, QApplication):
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(lambda: apply_palette(settings["palette"]))
    apply_palette(settings["palette"])
    sys.excepthook = show_unexpected
    window = MainWindow(annotator, settings)
    HeldKeys(window)
    last = settings["last_project"]
    if project:
        window.session.open_project(Path(project))
        if trouble := settings.opened(Path(project)):
            window.status.notice(trouble)
    elif last and Path(last).is_dir():
        try:
            window.session.open_project(Path(last))
        except UserError as error:
            window.welcome.say(named(str(error)))
            if backup_list.names(Path(last)):
                QTimer.singleShot(0, partial(window.backups.offer, Path(last), str(error)))
            else:
                window.status.notice(str(error))
    QTimer.singleShot(0, window.suggesting.missing)
    return window


def show_unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Log an unexpected error, show it once, and offer to copy it; the window goes on."""
    text = "".join(traceback.format_exception(kind, error, trace))
    complain(text)
    log = config_folder() / "errors.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat()}\n{text}\n")
    except OSError as failed:
        complain(f"The log cannot be written: {failed}")
    if any(box.isVisible() for box in _shown):
        return
    _shown.clear()
    more = f"{kind.__name__}: {error}\nWhat was saved is safe. The details are in {log}."
    box = message_box(
        QMessageBox.Icon.Critical, "Factmark", "Something went wrong that should not have.", more=more
    )
    box.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    _shown.append(box)


_shown: list[QMessageBox] = []  # the box that is up, if any: one error may come a hundred times
