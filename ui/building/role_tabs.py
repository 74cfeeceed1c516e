"""The roles of a fact being built, as tabs with counts; the trigger is the last."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from annotations.processes.quick_dataclass import dataclass
from ui.look.fonts import font
from ui.look.marks import draw_pill
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

HEIGHT = 36  # pixels at 100 %
LEAST = 72  # of a tab whose name is cut


@dataclass(frozen=True)
class Tab:
    """A tab: how many fillers the role has, and whether it is open though it is needed."""

    name: str
    count: int
    is_needed: bool
    said: str


class RoleTabs(QWidget):
    """The tabs, in one row whatever their names: those that find no room are cut, then scrolled.

    `chosen`: the place of the one that was clicked.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Roles")
        self.buttons: list[RoleTab] = []
        self.shown: tuple[Tab, ...] = ()
        self.hand = 0
        follow(self)

    def tell(self, tabs: Sequence[Tab], hand: int) -> None:
        """Show these tabs, that one in hand."""
        if (tuple(tabs), hand) == (self.shown, self.hand):
            return
        while len(self.buttons) < len(tabs):
            self.buttons.append(RoleTab(self))
            self.buttons[-1].clicked.connect(partial(self._press, len(self.buttons) - 1))
        self.shown, self.hand = tuple(tabs), hand
        for n, button in enumerate(self.buttons):
            button.setVisible(n < len(tabs))
            if n < len(tabs):
                button.tell(tabs[n], is_on=n == hand)
        self._arrange()

    def at(self, on_screen: QPoint) -> int | None:
        """Return the place of the tab at that point of the screen."""
        here = self.mapFromGlobal(on_screen)
        shown = enumerate(self.buttons[: len(self.shown)])
        return next((n for n, b in shown if self.isVisible() and b.geometry().contains(here)), None)

    def point_out(self, n: int | None) -> None:
        """Show where something that is dragged would fall."""
        for place, button in enumerate(self.buttons):
            button.setDown(place == n)

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(HEIGHT))
        self._arrange()

    def sizeHint(self) -> QSize:
        return QSize(px(400), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _press(self, n: int, _: bool = False) -> None:
        self.chosen.emit(n)

    def _arrange(self) -> None:
        """Give each tab its width; of all that is too wide, the tabs that are not in hand give way alike."""
        shown = self.buttons[: len(self.shown)]
        widths = [float(button.sizeHint().width()) for button in shown]
        gap = px(2)
        over = sum(widths) + gap * max(0, len(widths) - 1) - self.width()
        if over > 0:
            widths = _narrowed(widths, self.hand, over, px(LEAST))
        starts = [sum(widths[:n]) + gap * n for n in range(len(widths))]
        last = min(self.hand + 1, len(widths) - 1)  # the one beside it is in view too
        end = starts[last] + widths[last] if widths else 0
        aside = max(0.0, end - self.width())
        for button, start, width in zip(shown, starts, widths, strict=True):
            button.setGeometry(round(start - aside), 0, round(width), px(HEIGHT))


class RoleTab(QAbstractButton):
    """A tab: name, count or `!`, and a line below it while it is in hand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.tab, self.is_on = Tab("", 0, False, ""), False

    def tell(self, tab: Tab, *, is_on: bool) -> None:
        """Show this tab."""
        self.tab, self.is_on = tab, is_on
        self.setText(tab.name)
        self.setAccessibleName(f"{tab.said}, current" if is_on else tab.said)
        self.setToolTip(tip(tab.said, wraps=True))
        self.update()

    def _mark(self) -> str:
        return str(self.tab.count) if self.tab.count else "!" if self.tab.is_needed else ""

    def _mark_width(self) -> float:
        if not self._mark():
            return 0.0
        width = QFontMetricsF(font(11, 600, tabular=True)).horizontalAdvance(self._mark())
        return max(float(px(16)), width + px(8)) + px(6)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(font(13, 600)).horizontalAdvance(self.tab.name)
        return QSize(round(words + self._mark_width() + px(20)), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        r, painter, tab = roles(), QPainter(self), self.tab
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, is_on, mark = float(self.width()), self.is_on, self._mark_width()
        if self.isDown() or self.underMouse():
            painter.setPen(QPen(QColor(r.accent), 2) if self.isDown() else QPen(Qt.PenStyle.NoPen))
            painter.setBrush(QColor(r.accent_tint if self.isDown() else r.hover))
            painter.drawRoundedRect(QRectF(1, px(4), wide - 2, px(28)), px(6), px(6))
        face = font(13, 600 if is_on else 500)
        room = wide - px(20) - mark
        name = QFontMetricsF(face).elidedText(tab.name, Qt.TextElideMode.ElideRight, room + 1)
        painter.setFont(face)
        painter.setPen(QColor(r.accent if is_on else r.text if tab.count or tab.is_needed else r.text2))
        flags = int(Qt.AlignmentFlag.AlignVCenter.value) | int(Qt.TextFlag.TextSingleLine.value)
        painter.drawText(QRectF(px(10), 0, room + px(4), px(35)), flags, name)
        words = min(room, QFontMetricsF(face).horizontalAdvance(name))
        pill = QRectF(px(10) + words + px(6), px(10), mark - px(6), px(16))
        if tab.count:
            fill, colour = (r.accent, r.on_accent) if is_on else (r.ink_tint, r.text)
            draw_pill(painter, pill, self._mark(), font(11, 600, tabular=True), fill=fill, colour=colour)
        elif tab.is_needed:
            draw_pill(painter, pill, "!", font(11, 700), edge=r.warn, colour=r.warn)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(r.accent))
            painter.drawRoundedRect(QRectF(px(8), px(33), wide - px(16), px(3)), px(1), px(1))
        painter.end()


def _narrowed(widths: Sequence[float], hand: int, over: float, least: float) -> list[float]:
    """Return the widths with so much taken from the widest of those not in hand, none below the least."""
    made = list(widths)
    others = [n for n in range(len(made)) if n != hand]
    while over > 0.5 and others:
        widest = max(made[n] for n in others)
        if widest <= least:
            break
        top = [n for n in others if made[n] == widest]
        below = max([least, *(made[n] for n in others if made[n] < widest)])
        step = min(widest - below, over / len(top))
        for n in top:
            made[n] -= step
        over -= step * len(top)
    return made
