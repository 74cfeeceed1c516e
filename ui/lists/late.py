"""The door to a project's lists, of which nothing is loaded before they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.project.suggesting import Suggesting
from ui.session import Session

if TYPE_CHECKING:
    from ui.lists.lists import Lists


class LateLists(QObject):
    """The lists, made when they are first opened."""

    def __init__(self, session: Session, suggesting: Suggesting, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._suggesting, self._window = session, suggesting, window
        self._made: Lists | None = None

    def open(self) -> None:
        """Show the list of the project at hand."""
        if self._made is None:
            from ui.lists.lists import Lists

            self._made = Lists(self._session, self._suggesting, self._window)
        self._made.open()
