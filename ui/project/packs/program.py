"""The application: of a file that is opened by a double click macOS tells the program that runs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Program(QApplication):
    """The application of the window; `sent`: the path of a file or folder that it is to open.

    What comes to the application itself is looked at, since a filter would see every event of every widget.
    """

    sent = Signal(str)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and (path := event.file() or event.url().toLocalFile()):
            self.sent.emit(path)
            return True
        return super().event(event)
