"""The types of a new fact as a row of chips with their keys; what finds no room is scrolled."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget

from annotations.processes.quick_dataclass import dataclass
from ui.look.buttons import cap_width, draw_cap
from ui.look.fonts import font
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

HEIGHT, GAP, BAR = 32, 8, 18  # pixels at 100 %


@dataclass(frozen=True)
class TypeChip:
    """A type with its key, "" for none."""

    name: str
    key: str
    said: str


class TypeChips(QWidget):
    """The chips, in rows.  `chosen`: the place of the one that was clicked."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Types of facts")
        self.buttons: list[TypeButton] = []
        self.shown: tuple[TypeChip, ...] = ()
        self.hand = 0
        self._aside = 0
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setAccessibleName("More types")
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self._scroll_to)
        follow(self)

    def tell(self, chips: Sequence[TypeChip], hand: int) -> None:
        """Show these chips, that one in hand."""
        while len(self.buttons) < len(chips):
            self.buttons.append(TypeButton(self))
            self.buttons[-1].clicked.connect(partial(self._press, len(self.buttons) - 1))
        self.shown, self.hand = tuple(chips), hand
        for n, button in enumerate(self.buttons):
            button.setVisible(n < len(chips))
            if n < len(chips):
                button.tell(chips[n], is_on=n == hand)
        self._arrange()

    def restyle(self) -> None:
        """Take the scale in force."""
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # that sizes the window
            return
        self._scroll_to(self._aside - round(event.angleDelta().y() / 120 * px(HEIGHT + GAP)))

    def _scroll_to(self, aside: int) -> None:
        self._aside = aside
        self._arrange(follows=False)

    def _press(self, n: int, _: bool = False) -> None:
        self.chosen.emit(n)

    def _arrange(self, *, follows: bool = True) -> None:
        """Place the chips in rows, the one in hand in view, with a bar where more rows are than room."""
        step = px(HEIGHT + GAP)
        whole = max(1, (self.height() + px(GAP)) // step) * step - px(GAP)  # of rows that are not cut
        places, high = self._placed(self.width())
        if is_more := high > self.height():
            places, high = self._placed(self.width() - px(BAR))
        if follows and self.hand < len(places):
            top = places[self.hand][1]
            self._aside = min(top, max(self._aside, top + px(HEIGHT) - whole))
        furthest = max(0, high - whole)
        self._aside = max(0, min(round(self._aside / step) * step, furthest))
        for button, (left, top, width) in zip(self.buttons, places, strict=False):
            button.setGeometry(left, top - self._aside, width, px(HEIGHT))
        self._tell_bar(furthest, is_shown=is_more)

    def _placed(self, room: int) -> tuple[list[tuple[int, int, int]], int]:
        """Return left, top and width of each chip in rows that wide, and how high they all are."""
        x = y = 0
        places: list[tuple[int, int, int]] = []
        for button in self.buttons[: len(self.shown)]:
            width = min(button.sizeHint().width(), max(px(80), room))
            if x and x + width > room:
                x, y = 0, y + px(HEIGHT + GAP)
            places.append((x, y, width))
            x += width + px(GAP)
        return places, y + px(HEIGHT)

    def _tell_bar(self, furthest: int, *, is_shown: bool) -> None:
        """Show how far the chips are scrolled."""
        with QSignalBlocker(self._bar):
            self._bar.setRange(0, furthest)
            self._bar.setPageStep(self.height())
            self._bar.setSingleStep(px(HEIGHT + GAP))
            self._bar.setValue(self._aside)
        self._bar.setGeometry(self.width() - px(10), 0, px(10), self.height())
        self._bar.setVisible(is_shown)
        self._bar.raise_()


class TypeButton(QAbstractButton):
    """A type: its name, and the key that takes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.key, self.is_on = "", False

    def tell(self, chip: TypeChip, *, is_on: bool) -> None:
        """Show this type."""
        self.key, self.is_on = chip.key, is_on
        self.setText(chip.name)
        self.setAccessibleName(f"{chip.said}, current" if is_on else chip.said)
        self.setToolTip(tip(chip.said, wraps=True))
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font(13, 600)).horizontalAdvance(self.text())
        return QSize(round(words + px(24) + (cap_width(self.key) + px(8) if self.key else 0)), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        r, painter, is_on = roles(), QPainter(self), self.is_on
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(r.accent if is_on else r.edge), 2 if is_on else 1))
        painter.setBrush(QColor(r.accent_tint if is_on else r.hover if self.underMouse() else r.card))
        half = 1.0 if is_on else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), px(6), px(6))
        cap = cap_width(self.key) if self.key else 0.0
        room = self.width() - px(24) - (cap + px(8) if cap else 0.0)
        face = font(13, 600)
        painter.setFont(face)
        painter.setPen(QColor(r.text))
        name = QFontMetricsF(face).elidedText(self.text(), Qt.TextElideMode.ElideRight, room + 1)
        flags = int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(QRectF(px(12), 0, room + px(4), self.height()), flags, name)
        if cap:
            left = px(12) + QFontMetricsF(face).horizontalAdvance(name) + px(8)
            draw_cap(painter, left, self.height() / 2, self.key, QColor(r.text2))
        painter.end()
