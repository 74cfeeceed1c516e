"""A role of the fact in focus as a row: its number, its name, its words; an open one is a field to be filled.

A click shows a filler in the text and changes nothing.  A filler is moved only by dragging it to another row, by
the keys of the row or by its menu.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from annotations.facts import Filler
from annotations.schema.types import RoleType
from ui import bindings
from ui.cards.card_row import LEFT, WORDS, CardRow
from ui.cards.role_words import RoleLine
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

_DOES = {"filler_value": "value", "filler_remove": "remove", "filler_up": "back", "filler_down": "on"}
_DOES |= {"filler_show": "show", "filler_before": "before", "filler_after": "after"}
_STEPS = {"before": -1, "after": 1}
_KEYS: dict[tuple[int, bool], str] = {
    (code, bool(modifiers & Qt.KeyboardModifier.AltModifier)): does
    for name, does in _DOES.items()
    for code, modifiers in bindings.pressed(name)
}


class RoleRow(CardRow):
    """The row of a role.

    `pressed_on`: its filler in hand was pressed, or it is open; `asked`: a key of the row, as a word; `dragged`:
    where on the screen the filler in hand is held, or let go (True).
    """

    pressed_on = Signal()
    asked = Signal(str)
    dragged = Signal(QPoint, bool)
    menu_wanted = Signal(QPoint)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.role, self.line = RoleType(""), RoleLine("", ())
        self.in_hand = 0  # the place of the filler in hand
        self._held: QPoint | None = None
        self._is_dragging = False
        self.clicked.connect(self.pressed_on)

    def show_role(self, number: int, role: RoleType, text: str, fillers: Sequence[Filler]) -> None:
        """Show a role and what fills it; a filler in hand stays so if it is still there."""
        held = self.filler if role.name == self.role.name else None
        line = RoleLine(text, fillers)
        places = [
            n for n, f in enumerate(line.fillers) if held and (f.start, f.end) == (held.start, held.end)
        ]
        self.in_hand = (
            places[0] if places else min(self.in_hand, max(0, len(line.fillers) - 1)) if held else 0
        )
        self.number, self.role, self.line = number, role, line
        said = ", ".join(filter(None, (line.words, line.told))) or (
            "needed, open" if role.required else "open"
        )
        self.setAccessibleName(f"{role.name}: {said}")
        self.setToolTip(tip(f"{role.name}: {said}", wraps=True))
        self.update()

    @property
    def name(self) -> str:
        return self.role.name

    @property
    def filler(self) -> Filler | None:
        """Return the filler in hand; None for an open role."""
        return self.line.fillers[self.in_hand] if self.line.fillers else None

    # --- keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        does = _KEYS.get((event.key(), is_alt), "")
        if does == "show":
            self.pressed_on.emit()
        elif does in _STEPS and len(self.line.fillers) > 1:
            self.take(self.in_hand + _STEPS[does])
        elif does and does not in _STEPS and self.filler:
            self.asked.emit(does)
        else:
            event.ignore()  # the list takes it

    def take(self, place: int) -> None:
        """Take the filler at that place in hand."""
        self.in_hand = place % max(1, len(self.line.fillers))
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self.line.at(event.position().x() - px(WORDS), font(12, 500), self._room())
        if at is not None:
            self.take(at)
        self._held = event.position().toPoint() if self.filler else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            way = (event.position().toPoint() - self._held).manhattanLength()
            self._is_dragging = self._is_dragging or way >= QApplication.startDragDistance()
        if self._is_dragging:
            self.setDown(False)
            self.dragged.emit(event.globalPosition().toPoint(), False)
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._is_dragging, self._held = self._is_dragging, False, None
        super().mouseReleaseEvent(event)
        if was_dragging:
            self.dragged.emit(event.globalPosition().toPoint(), True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    # --- drawing

    def _room(self) -> float:
        """Return the width for the words, without their values."""
        values = self.line.values
        wide = QFontMetricsF(font(12)).horizontalAdvance(values) + px(8) if values else 0
        return max(px(40), self.width() - px(WORDS + 6) - min(wide, self.width() / 3))

    def paint_words(self, painter: QPainter) -> None:
        if self.line.fillers:
            self._paint_fillers(painter)
        else:
            self._paint_field(painter)

    def _paint_fillers(self, painter: QPainter) -> None:
        r, face, room, left, high = roles(), font(12, 500), self._room(), px(WORDS), self.height()
        shown = self.line.shown(face, room)
        wide = QFontMetricsF(face).horizontalAdvance(shown)
        painter.setFont(face)
        painter.setPen(QColor(r.text))
        painter.drawText(QRectF(left, 0, wide + 2, high), LEFT, shown)
        extent = self.line.extent(self.in_hand, face, room)
        if extent and self.hasFocus() and len(self.line.fillers) > 1:
            under = QRectF(left + extent[0], high / 2 + px(8), extent[1] - extent[0], 2)
            painter.fillRect(under, QColor(r.accent))
        if self.line.values:
            small = font(12)
            rest = self.width() - left - wide - px(8 + 6)
            painter.setFont(small)
            painter.setPen(QColor(r.text2))
            values = QFontMetricsF(small).elidedText(self.line.values, Qt.TextElideMode.ElideRight, rest)
            painter.drawText(QRectF(left + wide + px(8), 0, rest + 2, high), LEFT, values)

    def _paint_field(self, painter: QPainter) -> None:
        """Draw the field of an open role, in a warning colour if the role is needed."""
        r = roles()
        box = QRectF(px(WORDS - 2), px(3), self.width() - px(WORDS + 4), self.height() - 2 * px(3))
        pen = QPen(QColor(r.warn if self.role.required else r.edge), 1)
        pen.setDashPattern([3.0, 2.5])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        painter.setFont(font(11, 500))
        painter.setPen(QColor(r.warn if self.role.required else r.text2))
        said = "needed: fill it" if self.role.required else "fill"
        painter.drawText(box.adjusted(px(8), 0, 0, 0), LEFT, said)
