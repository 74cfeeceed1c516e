"""A card that asks one question over a list of rows, in place of something else, and has the keyboard meanwhile."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QWidget

from ui.look.layouts import column
from ui.look.lines import Elided
from ui.look.marks import Card
from ui.look.restyled import follow

Asked = TypeVar("Asked")


class AskedCard(Card, Generic[Asked]):
    """The card: `title`, `list`, `keys`.  `left`: the keyboard has no place any more.

    `turned`: a question was asked or put away.
    """

    left = Signal()
    turned = Signal()

    def __init__(self, name: str, rows: QListWidget, *below: QWidget) -> None:
        """Make the card of that accessible name; `below` stands between its rows and the line of keys."""
        super().__init__()
        self.question: Asked | None = None
        self.setAccessibleName(name)
        self.set_on(True)
        self.title, self.keys = Elided(px=14, weight=600), Elided(px=12, role="text2")
        self.list = rows
        self.list.setObjectName("choices")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.viewport().setAutoFillBackground(False)
        self.setLayout(column(self.title, rows, *below, self.keys, gap=8, margins=(16, 12, 16, 12)))
        for widget in (rows, *below):
            widget.installEventFilter(self)
        self.hide()
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.list.updateGeometry()

    def put_away(self) -> None:
        """Close the question, if one is open, without an answer."""
        if self.question is not None:
            self.question = None
            self.hide()
            self.turned.emit()
            self.left.emit()

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        """Take every key before the view does, which has other uses for most of them."""
        if not isinstance(event, QKeyEvent) or self.question is None:
            return super().eventFilter(there, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() is QEvent.Type.KeyPress:
            return self.press(event, there)
        return super().eventFilter(there, event)

    def press(self, event: QKeyEvent, there: QObject) -> bool:
        """Do what the key does in that widget; return whether it does anything."""
        raise NotImplementedError
