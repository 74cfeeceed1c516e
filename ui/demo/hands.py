"""The hands of the demo: real key events into the window, and waiting for what it does."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from annotations.errors import UserError
from ui.key_words import USUAL

if TYPE_CHECKING:
    from ui.main_window import MainWindow

PATIENCE = 120  # seconds for the worker, before the demo gives up
BETWEEN = 10  # milliseconds between looks: what is waited for needs the processor more
MOST = 10_000  # keys, many more than the samples ask for
BESIDE = QPoint(2, 0)  # where the mouse comes from


class Hands:
    """The hands at the window's keyboard; `pressed` counts the keys."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.session = window, window.session
        self.pressed = 0

    def press(self, key: str, at: QWidget | None = None) -> None:
        """Press a key at the widget, else at the article.  UserError when so many were pressed that it leads nowhere."""
        if self.pressed >= MOST:
            self.window.close()
            raise UserError(f"The demo pressed {MOST:,} keys and did not come to its end.")
        pressed = QKeySequence(key)[0]  # type: ignore[index]  # the stubs lack __getitem__
        QTest.keyClick(at or self.window.view, pressed.key(), pressed.keyboardModifiers())
        self.pressed += 1

    def go_to(self, place: int) -> None:
        """Go to the article at that place of the list."""
        ids = self.window.work.list.articles.ids
        while self.session.article and (here := ids.index(self.session.article.id)) != place:
            self.press(USUAL["next_article" if here < place else "previous_article"][0])

    def rest_at(self, words: str) -> None:
        """Rest with the mouse on the first place of these words."""
        view = self.window.view
        at = view.caret_rect(view.text.index(words) + 1).center()
        for point in (at + BESIDE, at):
            QTest.mouseMove(view.viewport(), point)

    def wait(self, until: Callable[[], bool], what: str) -> None:
        """Wait until it is so.  UserError, and the window is closed, when there was trouble or it takes too long."""
        end = time.monotonic() + PATIENCE
        while not until():
            QTest.qWait(BETWEEN)
            if self.window.files.trouble or time.monotonic() > end:
                why = self.window.files.trouble or self.window.status.noticed.text()
                self.window.close()
                raise UserError(f"The demo waited for {what} in vain: {why}")
