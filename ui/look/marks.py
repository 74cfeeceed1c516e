"""Small drawn things: progress lines, pills, and cards with an edge."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from ui.look.icons import icon
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px


class Bar(QWidget):
    """A progress line: a share of it done, in the colour of a role."""

    def __init__(self, *, role: str = "accent", width: int = 0) -> None:
        super().__init__()
        self._share, self._role, self._width = 0.0, role, width
        wide = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Fixed)
        follow(self)

    def show_share(self, share: float, role: str = "") -> None:
        """Show that share, 0 to 1, as done."""
        self._share, self._role = min(1.0, max(0.0, share)), role or self._role
        self.setAccessibleName(f"{self._share:.0%} done")
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(self._width or 48), px(4))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(self._width or 12), px(4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_bar(painter, QRectF(self.rect()), self._share, getattr(roles(), self._role))
        painter.end()


def draw_bar(painter: QPainter, box: QRectF, share: float, colour: str) -> None:
    """Draw a progress line that fills the box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    half = box.height() / 2
    painter.setBrush(QColor(roles().track))
    painter.drawRoundedRect(box, half, half)
    if share > 0:
        done = QRectF(box.left(), box.top(), max(box.height(), box.width() * share), box.height())
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(done, half, half)


def draw_pill(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    *,
    colour: str,
    fill: str = "",
    edge: str = "",
    is_dashed: bool = False,
    radius: float | None = None,
) -> None:
    """Draw a word on a ground with round corners, which are round altogether unless there is a `radius`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(edge), 1.0) if edge else QPen(Qt.PenStyle.NoPen)
    if is_dashed:
        pen.setDashPattern([2.5, 2.0])
    painter.setPen(pen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5) if edge else box
    corner = inner.height() / 2 if radius is None else radius
    painter.drawRoundedRect(inner, corner, corner)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Symbol(QWidget):
    """An icon that stands for something, in the colour of a role."""

    def __init__(self, name: str = "", *, role: str = "text2", size: int = 16) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    @property
    def shows(self) -> str:
        """Return the icon's name; "" for none."""
        return self._name

    def show_icon(self, name: str, role: str = "") -> None:
        """Show another icon; none for ""."""
        self._name, self._role = name, role or self._role
        self.setVisible(bool(name))
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._name:
            painter, colour = QPainter(self), getattr(roles(), self._role)
            painter.drawPixmap(0, 0, icon(self._name, colour, px(self._size), ratio=self.devicePixelRatioF()))
            painter.end()


class Card(QWidget):
    """A part with an edge of its own: a card, or (`floats`) what lies over other parts."""

    def __init__(self, layout: QLayout | None = None, *, floats: bool = False) -> None:
        super().__init__()
        self._radius, self._floats, self.is_on = (10 if floats else 8), floats, False
        if layout is not None:
            self.setLayout(layout)

    def set_on(self, is_on: bool) -> None:
        """Frame the card as the one in focus, or no more."""
        if is_on != self.is_on:
            self.is_on = is_on
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        draw_card(
            painter,
            QRectF(self.rect()),
            is_on=self.is_on,
            radius=self._radius,
            edge=r.edge if self._floats else "",
        )
        painter.end()


def draw_card(
    painter: QPainter, box: QRectF, *, is_on: bool = False, radius: int = 8, edge: str = ""
) -> None:
    """Draw the ground and edge of a card; the one in focus has a frame of 2 px in the accent."""
    r = roles()
    wide = 2.0 if is_on else 1.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(r.accent if is_on else edge or r.line), wide))
    painter.setBrush(QColor(r.card))
    half = wide / 2
    painter.drawRoundedRect(box.adjusted(half, half, -half, -half), px(radius), px(radius))
