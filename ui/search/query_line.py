"""Stand-in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit


class QueryLine(QLineEdit):
    wanted = Signal()

    def __init__(self):
        super().__init__()
        self.returnPressed.connect(self.wanted)
        self.setAccessibleName("Search")
