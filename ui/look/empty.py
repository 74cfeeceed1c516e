"""What stands where nothing is yet: an icon, one sentence, one or two buttons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.keys_in_force import IN_FORCE
from ui.look.buttons import Button
from ui.look.icons import icon
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px


class Icon(QWidget):
    """An icon in the colour of a role; it is a picture, and no button."""

    def __init__(self, name: str, size: int = 16, *, role: str = "text2") -> None:
        super().__init__()
        self._name, self._size, self._role = name, size, role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon, in the colour of that role."""
        self._name, self._role = name, role
        self.update()

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colour = QPainter(self), getattr(roles(), self._role)
        picture = icon(self._name, colour, px(self._size), ratio=self.devicePixelRatioF())
        painter.drawPixmap(0, 0, picture)
        painter.end()


class Empty(QWidget):
    """An empty state: why there is nothing here, and what to do about it.  Keys in the sentence are those in force."""

    def __init__(self, icon_name: str, sentence: str, *buttons: Button, role: str = "text2") -> None:
        super().__init__()
        self._sentence = sentence
        self.icon = Icon(icon_name, 20, role=role)
        self.words = Words(wraps=True, role="text2")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below = row(None, *buttons, None, gap=8)
        self.setLayout(
            column(row(None, self.icon, None), self.words, below, None, gap=8, margins=(16, 24, 16, 16))
        )
        self._fill()
        IN_FORCE.changed.connect(self._fill)

    def say(self, sentence: str) -> None:
        """Show another sentence."""
        self._sentence = sentence
        self._fill()

    def _fill(self) -> None:
        self.words.setText(IN_FORCE.fill(self._sentence))
        self.setAccessibleName(self.words.text())
