"""Stand-in."""

from PySide6.QtCore import QObject


class ConcordanceFiles(QObject):
    def __init__(self, session, commands, found, parent):
        super().__init__(parent)

    def save(self, line): ...
