"""Buttons: an icon, a word and the key that does the same."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px, scale
from ui.plain_text import tip

CONTROL = Qt.KeyboardModifier.ControlModifier
Kind = Literal["primary", "plain", "ghost", "tab"]


class Button(QAbstractButton):
    """A button with an icon, a word and a key cap, each of which may lack.

    `kind`: `primary` for the first verb, `plain` with an edge, `ghost` without, `tab` for one of several that is checked.
    A click leaves the keyboard where it is unless `takes_focus`.
    """

    def __init__(
        self,
        word: str,
        icon_name: str = "",
        key: str = "",
        *,
        kind: Kind = "plain",
        height: int = 32,
        pad: int = 12,
        takes_focus: bool = False,
    ) -> None:
        super().__init__()
        self.kind, self.icon_name, self.key = kind, icon_name, key
        self._why_not = ""
        self._height, self.pad = height, pad
        self.setText(word)
        self._name()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_focus else Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        follow(self)

    def say(self, word: str, icon_name: str, key: str) -> None:
        """Show another word, icon and key."""
        if (word, icon_name, key) != (self.text(), self.icon_name, self.key):
            self.icon_name, self.key = icon_name, key
            self.setText(word)
            self._name()
            self.updateGeometry()
            self.update()

    def refuse(self, why: str) -> None:
        """Be disabled, with the reason in the tip; "" to be as it was."""
        if why != self._why_not:
            self._why_not = why
            self._name()
        self.setEnabled(not why)

    def _name(self) -> None:
        """Have the name be the word, and the tip the word with the key; what is a picture alone is named by others."""
        if word := self.text():
            self.setAccessibleName(word)
            named = f"{word} ({_written(self.key)})" if self.key else word
            self.setToolTip(tip(f"{named}: {self._why_not}" if self._why_not else named))

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths()) + 2 * px(self.pad)), px(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _widths(self) -> tuple[float, float, float]:
        """Return the widths of icon, word and key, with the gaps before them."""
        return _measured(self.text(), bool(self.icon_name), self.key, self.kind == "tab", scale())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter as well as by Space; with Ctrl it is for what the button stands in."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.isAutoRepeat() and not event.modifiers() & CONTROL:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r, box = QPainter(self), roles(), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box)
        is_primary = self.kind == "primary"
        on = r.on_accent if is_primary else r.accent if self._is_on else r.text
        if self.kind == "tab" and not self._is_on:
            on = r.text2
        colour = QColor(on if self.isEnabled() else r.text2)
        faint = QColor(r.on_accent if is_primary else r.text2)
        first, word, last = self._widths()
        left = (box.width() - first - word - last) / 2
        if self.icon_name:
            picture = icon(self.icon_name, colour.name(), px(16), ratio=self.devicePixelRatioF())
            painter.drawPixmap(QPointF(left, (box.height() - px(16)) / 2), picture)
        painter.setFont(font(13, 600 if self._is_on else 500))
        painter.setPen(colour)
        flags = int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(QRectF(left + first, 0, word + 4, box.height()), flags, self.text())
        if self.key:
            draw_cap(painter, left + first + word + px(8), box.height() / 2, self.key, faint)
        painter.end()

    @property
    def _is_on(self) -> bool:
        return self.kind == "tab" and self.isChecked()

    def _paint_ground(self, painter: QPainter, box: QRectF) -> None:
        r, radius = roles(), px(6)
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        fill, edge = QColor(0, 0, 0, 0), QPen(Qt.PenStyle.NoPen)
        if self.kind == "primary":
            fill = QColor(r.accent if self.isEnabled() else r.track)
        elif self._is_on or self.isDown():
            fill = QColor(r.accent_tint)
            edge = QPen(QColor(r.accent), 2) if r.is_plain else edge
        elif self.underMouse() and self.isEnabled():
            fill = QColor(r.hover)
        elif self.kind == "plain":
            fill = QColor(r.card)
        if self.kind == "plain":
            edge = QPen(QColor(r.edge), 1)
        if self.hasFocus():
            edge = QPen(QColor(r.text if self.kind == "primary" else r.accent), 2)
            inner = box.adjusted(1, 1, -1, -1)
        painter.setPen(edge)
        painter.setBrush(fill)
        painter.drawRoundedRect(inner, radius, radius)


def _written(cap: str) -> str:
    """Return the key of a cap as sentences write it.

    >>> _written("Ctrl Z"), _written("Enter"), _written("Shift and arrows")
    ('Ctrl+Z', 'Enter', 'Shift and arrows')
    """
    return cap if " and " in cap else cap.replace(" ", "+")


class KeyCap(QAbstractButton):
    """A key cap by itself; it is no button that can be pressed unless it is connected."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setText(key)
        self.setAccessibleName(key)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(cap_width(self.text())), px(18))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_cap(painter, 0.0, self.height() / 2, self.text(), QColor(roles().text2))
        painter.end()


@lru_cache(1024)
def _measured(word: str, has_icon: bool, key: str, is_tab: bool, _: float) -> tuple[float, float, float]:
    """Return the widths of icon, word and key at a scale, with the gaps before them."""
    return (
        px(16) + (px(8) if word else 0) if has_icon else 0,
        QFontMetricsF(font(13, 600 if is_tab else 500)).horizontalAdvance(word),
        cap_width(key) + px(8) if key else 0,
    )


def cap_width(key: str) -> float:
    """Return the width of the cap of a key, in pixels."""
    return _cap(key, scale())


@lru_cache(256)
def _cap(key: str, _: float) -> float:
    return max(float(px(18)), QFontMetricsF(font(11, 500)).horizontalAdvance(key) + px(10))


def draw_cap(painter: QPainter, left: float, middle: float, key: str, colour: QColor) -> None:
    """Draw the cap of a key, from `left` on and about the height `middle`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = QRectF(left, middle - px(18) / 2, cap_width(key), px(18))
    faint = QColor(colour)
    faint.setAlpha(130)
    painter.setPen(QPen(faint, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
    painter.setFont(font(11, 500))
    painter.setPen(colour)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
