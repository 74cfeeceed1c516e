"""Layouts whose gaps and margins follow the scale, and the hair line between parts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.viewport import own_viewport

Part = QWidget | QLayout | int | None  # a number is a gap in pixels at 100 %, None what stretches
Margins = tuple[int, int, int, int]


class Packed(QBoxLayout):
    """A row or column; gaps and margins are pixels at 100 %."""

    def __init__(self, way: QBoxLayout.Direction, parts: Sequence[Part], gap: int, margins: Margins) -> None:
        super().__init__(way)
        self._gap, self._margins = gap, margins
        self._gaps: list[tuple[int, int]] = []
        for part in parts:
            self.add(part)
        follow(self)

    def add(self, part: Part, stretch: int = 0) -> None:
        """Add a part at the end."""
        match part:
            case None:
                self.addStretch(1)
            case int():
                self._gaps.append((self.count(), part))
                self.addSpacing(px(part))
            case QWidget():
                self.addWidget(part, stretch)
            case _:
                self.addLayout(part, stretch)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setSpacing(px(self._gap))
        self.setContentsMargins(*map(px, self._margins))
        along = self.direction() in (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)
        for place, gap in self._gaps:
            item = self.itemAt(place)
            if item is not None and (spacer := item.spacerItem()) is not None:
                fixed, least = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Minimum
                size = (px(gap), 0, fixed, least) if along else (0, px(gap), least, fixed)
                spacer.changeSize(*size)
        self.invalidate()


def row(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> Packed:
    """Return the parts side by side."""
    return Packed(QBoxLayout.Direction.LeftToRight, parts, gap, margins)


def column(*parts: Part, gap: int = 8, margins: Margins = (0, 0, 0, 0)) -> Packed:
    """Return the parts one below the other."""
    return Packed(QBoxLayout.Direction.TopToBottom, parts, gap, margins)


class Pane(QWidget):
    """A part of the window on a ground of its own: `chrome`, `page` or `card`."""

    def __init__(self, layout: QLayout | None = None, *, ground: str = "chrome") -> None:
        super().__init__()
        self._ground = ground
        if layout is not None:
            self.setLayout(layout)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), getattr(roles(), self._ground))
        painter.end()


def keep_room(widget: QWidget) -> None:
    """Keep the widget's room while it is hidden, so that nothing moves when it comes."""
    keeps = widget.sizePolicy()
    keeps.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(keeps)


def stacked(*widgets: QWidget, ground: str = "chrome") -> Pane:
    """Return the widgets one above the other; what can be scrolled takes the room."""
    lines = column(gap=0)
    for widget in widgets:
        lines.add(widget, 1 if isinstance(widget, QAbstractScrollArea) else 0)
    return Pane(lines, ground=ground)


class Scroll(QScrollArea):
    """A part that scrolls up and down when it does not fit; it is never wider than its room."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__(widgetResizable=True)
        own_viewport(self, QPalette.ColorRole.NoRole)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)  # setWidget has set it
        self.viewport().setAutoFillBackground(False)


class Hair(QFrame):
    """A hair line, across or (`upright`) down."""

    def __init__(self, *, upright: bool = False) -> None:
        super().__init__()
        self.setFixedWidth(1) if upright else self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), roles().line)
        painter.end()
