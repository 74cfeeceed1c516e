"""Words in the window's sizes: lines that give way, captions, and words that wrap."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.look.fonts import font
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scripts import directed
from ui.plain_text import PlainLabel, tip


class Words(PlainLabel):
    """A label in one of the window's sizes, in the colour of a role; it follows scale and colours."""

    def __init__(
        self, text: str = "", *, px: float = 13, weight: int = 400, role: str = "text", wraps: bool = False
    ) -> None:
        self._px, self._weight, self._role = px, weight, role
        super().__init__(text)
        self.setForegroundRole(QPalette.ColorRole.WindowText)  # whatever it lies in
        self.setWordWrap(wraps)
        if wraps:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        follow(self)

    def set_role(self, role: str) -> None:
        """Take the colour of another role."""
        if role != self._role:
            self._role = role
            self.restyle()

    def set_weight(self, weight: int) -> None:
        """Take another weight."""
        if weight != self._weight:
            self._weight = weight
            self.restyle()

    def restyle(self) -> None:
        """Take font and colour in force."""
        if self.font() != (wanted := font(self._px, self._weight)):
            self.setFont(wanted)
        colours, wanted_colour = self.palette(), QColor(getattr(roles(), self._role))
        if colours.color(QPalette.ColorRole.WindowText) != wanted_colour:
            colours.setColor(QPalette.ColorRole.WindowText, wanted_colour)
            self.setPalette(colours)

    def changeEvent(self, event: QEvent) -> None:
        """Hold to the font in force: a style sheet, when it polishes what was hidden, gives back an older one."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self.font() != font(self._px, self._weight):
            self.setFont(font(self._px, self._weight))


class Caption(Words):
    """The small heading of a group."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, px=11, weight=600, role="text2")


class Elided(Words):
    """One line that gives way: its text never widens anything; whole in its tip where it is cut."""

    def __init__(
        self,
        text: str = "",
        *,
        px: float = 13,
        weight: int = 400,
        role: str = "text",
        cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        self._cut, self._more = cut, ""
        super().__init__(text, px=px, weight=weight, role=role)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        if text != self.text():
            super().setText(text)
            self._set_tip()

    def set_more(self, text: str) -> None:
        """Have that as the tip, cut or not; "" for none of its own."""
        self._more = text
        self._set_tip()

    def shown(self) -> str:
        """Return the words as they fit now."""
        words = " ".join(self.text().split())
        return self.fontMetrics().elidedText(words, self._cut, self.contentsRect().width())

    def sizeHint(self) -> QSize:
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text()) + 2, round(self.fontMetrics().height()) + 2
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        flags = int(self.alignment().value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(self.contentsRect(), flags, directed(self.shown(), self.text()))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def _set_tip(self) -> None:
        is_whole = self.shown() == " ".join(self.text().split())
        said = self._more or ("" if is_whole else self.text())
        self.setToolTip(tip(said, wraps=True) if said else "")
