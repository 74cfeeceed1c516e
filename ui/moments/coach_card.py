"""The card of a first step, with a notch at the verb of the foot that it is about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.look.buttons import Button, KeyCap
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.marks import Symbol
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

WIDTH, NOTCH = 320, 8  # pixels at 100 %


class CoachCard(QWidget):
    """The card; it never takes the keyboard.  `shown`: *Show me* was pressed; `ended`: *No more tips*."""

    shown = Signal()
    ended = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._told: tuple[object, ...] = ()
        self.notch: int | None = None  # where it is, from the card's left; None for no notch
        self.place_said, self.dashes = Words(px=12, weight=600, role="text2"), Dashes()
        self.before, self.title = Words(px=12, role="text2", wraps=True), Words(px=16, weight=600)
        self.words = Words(wraps=True)
        self._before, self._keys = QWidget(), QWidget()
        done = row(Symbol("check", role="good"), gap=8)
        done.add(self.before, 1)
        self._before.setLayout(done)
        self._caps = row(gap=6)
        self._keys.setLayout(self._caps)
        self.end = Button("No more tips", kind="ghost", height=28)
        self.show_me = Button("Show me", kind="primary", height=28)
        for button, told in ((self.end, self.ended), (self.show_me, self.shown)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(tip(button.text()))
            button.clicked.connect(told)
        head = row(self.place_said, None, self.dashes, gap=8)
        verbs = row(self.end, None, self.show_me)
        parts = (head, self._before, self.title, self.words, self._keys, 2, verbs)
        self._lines = column(*parts, gap=8, margins=(16, 12, 16, 12 + NOTCH))
        self.setLayout(self._lines)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self.hide()

    def tell(
        self,
        place: int,
        ticked: Sequence[bool],
        before: str,
        title: str,
        words: str,
        keys: Sequence[tuple[str, str]],
    ) -> None:
        """Show the step at that place; `before` is what was done last, `keys` are caps with what they do."""
        said = (place, tuple(ticked), before, title, words, tuple(keys))
        if said == self._told:
            return
        self._told = said
        self.place_said.setText(f"First steps  ·  {place + 1} of {len(ticked)}")
        self.dashes.tell(place, ticked)
        self.before.setText(before)
        self._before.setVisible(bool(before))
        self.title.setText(title)
        self.words.setText(words)
        while (item := self._caps.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for key, does in keys:
            self._caps.add(KeyCap(key))
            self._caps.add(Words(does, px=12, role="text2"))
            self._caps.add(8)
        self._caps.add(None)
        self.setAccessibleName(f"{self.place_said.text()}. {title}. {words}")

    def height_for(self, width: int) -> int:
        """Return how high the card is at that width."""
        self.setFixedWidth(width)
        self._lines.activate()
        return max(self._lines.totalHeightForWidth(width), self._lines.totalSizeHint().height())

    def point_at(self, notch: int | None) -> None:
        """Have the notch at that place from the left, or none."""
        self.notch = notch
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r, deep = QPainter(self), roles(), px(NOTCH)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1 - deep), px(10), px(10))
        if self.notch is not None:
            foot = self.height() - deep - 1.0
            tip = QPainterPath(QPointF(self.notch - deep, foot - 1))
            tip.lineTo(self.notch, self.height() - 1.0)
            tip.lineTo(self.notch + deep, foot - 1)
            tip.closeSubpath()
            path = path.united(tip)
        painter.setPen(QPen(QColor(r.accent), 1.5))
        painter.setBrush(QColor(r.card))
        painter.drawPath(path)
        painter.end()


class Dashes(QWidget):
    """A dash for each step: those done, the one in hand, those to come."""

    def __init__(self) -> None:
        super().__init__()
        self._place = 0
        self._ticked: tuple[bool, ...] = (False,)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow(self)

    def tell(self, place: int, ticked: Sequence[bool]) -> None:
        """Show which are done, and which is in hand."""
        self._place, self._ticked = place, tuple(ticked)
        self.setAccessibleName(f"{sum(ticked)} of {len(ticked)} done")
        self.updateGeometry()
        self.update()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(px(16) * len(self._ticked), px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r = QPainter(self), roles()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for n, is_done in enumerate(self._ticked):
            painter.setBrush(QColor(r.good if is_done else r.accent if n == self._place else r.track))
            painter.drawRoundedRect(QRectF(n * px(16) + px(2), px(2), px(12), px(4)), px(2), px(2))
        painter.end()
