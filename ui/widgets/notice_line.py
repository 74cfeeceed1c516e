"""The notice of the status line: one line, shortened where it does not fit, whole in its tip."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from ui.plain_text import PlainLabel, tip

_PLACE = re.compile(r"[^\s“]*[/\\].*?(?=: )")  # a path before a sentence, as UserError puts it
MOST = 3  # of a line that is too short, a path takes a third at most


class NoticeLine(PlainLabel):
    """A sentence in one line.

    What does not fit is left out: first the folders of a path in front, so that what happened can be read, then the end.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def setText(self, text: str) -> None:
        """Show the sentence; the tip has all of it where some is left out."""
        super().setText(text)
        self._set_tip()

    @property
    def is_whole(self) -> bool:
        """Return whether all of the sentence fits."""
        return self.shown() == " ".join(self.text().split())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def shown(self) -> str:
        """Return the sentence as it fits now."""
        words, room = " ".join(self.text().split()), self.contentsRect().width()
        metrics = self.fontMetrics()
        over = metrics.horizontalAdvance(words) - room
        if over <= 0:
            return words
        if place := _PLACE.match(words):
            name = re.split(r"[/\\]", place[0])[-1]
            least = min(metrics.horizontalAdvance(f"…/{name}"), room // MOST)
            width = max(least, metrics.horizontalAdvance(place[0]) - over)
            words = metrics.elidedText(place[0], Qt.TextElideMode.ElideLeft, width) + words[place.end() :]
        return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            flags,
            self.palette(),
            self.isEnabled(),
            self.shown(),
            self.foregroundRole(),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_tip()

    def _set_tip(self) -> None:
        self.setToolTip("" if self.is_whole else tip(self.text(), wraps=True))
