"""The toast: a sentence on ink, one line above the foot, which takes neither room nor keyboard."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QGuiApplication,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from annotations.text.regex import regex
from ui.keys_in_force import IN_FORCE
from ui.look.layouts import row
from ui.look.lines import Words
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

_PLACE = regex(r"[^\s“]*[/\\].*?(?=: )")  # a path before a sentence, as UserError puts it
SHOWN = 6_000  # milliseconds, or until the next key
KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)  # a key of a shortcut is never pressed
WIDEST = 720  # pixels at 100 %
LONGEST = 320  # characters that are shown; the tip has all of them


class Toast(QWidget):
    """A sentence over the page; it goes after a while or with the next key, a click takes it away.

    One that `stays` says what went wrong, and stays until it is clicked or another comes.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over, self._stays, self._sentence = over, False, ""
        self.words = Words(px=13, role="on_ink", wraps=True)
        self.setLayout(row(self.words, gap=8, margins=(16, 8, 16, 8)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._end = QTimer(self, singleShot=True)
        self._end.timeout.connect(self.end)
        over.installEventFilter(self)
        follow(self)
        self.hide()

    def say(self, sentence: str, *, stays: bool = False) -> None:
        """Show the sentence, with the keys in force in it."""
        self._sentence = sentence = IN_FORCE.fill(sentence)
        if not sentence:
            self.end()
            return
        self.words.setText(shortened(sentence))
        self._stays = stays
        self.words.setToolTip("" if self.words.text() == sentence else tip(sentence, wraps=True))
        self._place()
        self.show()
        self.raise_()
        self._end.stop()
        if not stays:
            self._end.start(SHOWN)
        if (program := QGuiApplication.instance()) is not None:
            program.removeEventFilter(self)
            if not stays:
                program.installEventFilter(self)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def text(self) -> str:
        """Return the sentence that is shown, in full; "" for none."""
        return self._sentence

    def end(self) -> None:
        """Take the sentence away."""
        self._end.stop()
        if (program := QGuiApplication.instance()) is not None:
            program.removeEventFilter(self)
        self._sentence = ""
        self.words.setText("")
        self.hide()

    def restyle(self) -> None:
        """Take scale and colours in force."""
        if not self.isHidden():
            self._place()

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if there is self._over and event.type() is QEvent.Type.Resize:
            self._place()
        elif event.type() in KEYS and not self._stays and self.isVisible():
            self.end()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.end()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(r.ink))
        painter.drawRoundedRect(QRectF(self.rect()), px(10), px(10))
        painter.end()

    def _place(self) -> None:
        """Stand in the middle above the lower edge, as wide as the sentence up to a bound."""
        room = self._over.width() - 2 * px(16)
        natural = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 2 * px(16) + px(4)
        width = max(1, min(natural, px(WIDEST), room))
        inner = width - 2 * px(16)
        height = self.words.heightForWidth(inner) + 2 * px(8)
        left, top = (self._over.width() - width) // 2, self._over.height() - height - px(16)
        self.setGeometry(left, top, width, height)


def shortened(sentence: str) -> str:
    """Return the sentence as it fits: of a path in front the last part stays, then the end is left out."""
    if len(sentence) <= LONGEST:
        return sentence
    if place := _PLACE.match(sentence):
        sentence = "…/" + re.split(r"[/\\]", place[0])[-1] + sentence[place.end() :]
    return sentence if len(sentence) <= LONGEST else sentence[: LONGEST - 1].rstrip() + "…"
