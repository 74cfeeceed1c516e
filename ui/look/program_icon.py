"""The program's own icon, `factmark.svg`: for the windows, and wherever the program shows itself."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.restyled import follow
from ui.look.scale import px

FILE = Path(__file__).parent / "factmark.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)  # pixels that desktops ask for
# The name of the desktop entry, by which Wayland finds a window's icon; a Flatpak's has another.
NAME = os.environ.get("FLATPAK_ID", "factmark")


@cache
def program_icon() -> QIcon:
    """Return the icon; Qt draws it only in the sizes that somebody asks for."""
    made = QIcon()
    for side in SIZES:
        made.addFile(str(FILE), QSize(side, side))
    return made


class ProgramIcon(QWidget):
    """The icon as a picture with sides of so many pixels at 100 %."""

    def __init__(self, side: int) -> None:
        super().__init__()
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side), px(self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        program_icon().paint(painter, self.rect())
        painter.end()
