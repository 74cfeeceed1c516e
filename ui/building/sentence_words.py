"""The article's sentence in the builder: three rows, fewer in a low window, that scroll inside, with a sign for what can be taken.

The words are painted; each candidate is a button for those who do not see them.  The mouse takes a candidate,
selects words, or carries a candidate out of the rows.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QToolTip, QWidget

from annotations.fact_draft import Range
from annotations.fact_signs import SignedWords
from ui.building.flow import Flow, FlowRoom, Item, flowing
from ui.building.sign_paint import WORDS, SignRow, paint
from ui.building.stretches import BOX, ROW, Boxes
from ui.look.fonts import font
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plain_text import tip

ROWS = 3  # at most
STILL = 4  # pixels that a hand moves in a click


class SentenceWords(QWidget):
    """The sentence.  `pressed`: a candidate was clicked; `selected`: words, by the mouse.

    `carried`: a candidate is held over a place of the screen, and whether it was let go there.
    """

    pressed = Signal(object)  # a SignedWords
    selected = Signal(object)  # a Range
    carried = Signal(object, QPoint, bool)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("The sentence")
        self.shown = SignRow()
        self.said: dict[Range, str] = {}
        self._flow, self._boxes = Flow(), Boxes()
        self._laid: object = None
        self._rows = ROWS
        self._buttons: list[SignButton] = []
        self._from: Item | None = None
        self._held: SignedWords | None = None
        self._pressed_at = QPointF()
        self._moved = self._carries = False
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.valueChanged.connect(self._scrolled)
        self.setMouseTracking(True)
        follow(self)

    def tell(self, shown: SignRow, said: dict[Range, str]) -> None:
        """Show the sentence; `said` is what a screen reader says of a candidate, by its bounds."""
        is_other = shown.bounds != self.shown.bounds or shown.text is not self.shown.text
        self.shown, self.said = shown, said
        self._lay_out()
        if is_other:
            self._bar.setValue(0)
            self.reveal(shown.trigger or shown.bounds)
        self._name_buttons()
        self.update()

    def tokens(self) -> list[Range]:
        """Return the stretches between which the arrows move, in text order."""
        return [(item.start, item.end) for item in self._flow.tokens()]

    def reveal(self, bounds: Range) -> None:
        """Scroll, only if need be, so that the words are in view."""
        strips = self._flow.strips(*bounds)
        if strips and bounds != self.shown.bounds:
            top, bottom = px(ROW) * strips[0][0], px(ROW) * (strips[-1][0] + 1)
            here = self._bar.value()
            self._bar.setValue(min(top, max(here, bottom - self.height())))

    def scroll_by(self, rows: int) -> None:
        """Scroll by that many rows."""
        self._bar.setValue(self._bar.value() + px(ROW) * rows)

    def middle_of(self, bounds: Range) -> QPoint:
        """Return the middle of the first strip of those words, in this widget."""
        row, left, right = self._flow.strips(*bounds)[0]
        return QPoint(round((left + right) / 2), round(px(ROW) * (row + 0.5) - self._bar.value()))

    @property
    def right_to_left(self) -> bool:
        """Return whether the rows run from right to left."""
        return self._flow.right_to_left

    def show_rows(self, rows: int) -> None:
        """Be so many rows high."""
        if rows != self._rows:
            self._rows = rows
            self.restyle()

    # --- where the words are

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedHeight(px(ROW) * self._rows)
        self._laid = None
        self._lay_out()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        """Place the words anew where something that counts for it is another."""
        shown = self.shown
        places = tuple((one.bounds, one.sign) for one in shown.candidates)
        laid = (id(shown.text), shown.bounds, places, shown.trigger, self.width())
        if laid == self._laid:
            return
        self._laid = laid
        plain, bold = QFontMetricsF(font(WORDS)), QFontMetricsF(font(WORDS, 700))
        trigger = shown.trigger or (0, 0)

        def measure(words: str, at: int) -> float:
            return (bold if trigger[0] <= at < trigger[1] else plain).horizontalAdvance(words)

        width = max(px(80), self.width() - px(16))
        room = FlowRoom(width, plain.horizontalAdvance(" "), px(25), px(5), px(21))
        self._flow = flowing(shown.text, shown.bounds, shown.candidates, measure, room)
        self._boxes = self._flow.boxes(shown.candidates)
        over = px(ROW) * self._flow.rows - self.height()
        self._bar.setRange(0, max(0, over))
        self._bar.setPageStep(self.height())
        self._bar.setSingleStep(px(ROW))
        self._bar.setVisible(over > 0)
        self._bar.setGeometry(self.width() - px(10), 0, px(10), self.height())
        self._place_buttons()

    # --- buttons for a screen reader

    def _name_buttons(self) -> None:
        candidates = self.shown.candidates
        while len(self._buttons) < len(candidates):
            button = SignButton(self)
            button.clicked.connect(partial(self._press_button, len(self._buttons)))
            self._buttons.append(button)
        for button, one in zip(self._buttons, candidates, strict=False):
            button.setAccessibleName(self.said.get(one.bounds, ""))
        self._place_buttons()

    def _place_buttons(self) -> None:
        for n, button in enumerate(self._buttons):
            strips = self._boxes[n] if n < len(self._boxes) else []
            button.setVisible(bool(strips))
            if strips:
                row, left, right = strips[0]
                top = px(ROW) * row - self._bar.value()
                button.setGeometry(round(left), top + px(BOX[0]), round(right - left), px(BOX[1] - BOX[0]))

    def _scrolled(self) -> None:
        self._place_buttons()
        self.update()

    def _press_button(self, n: int, _: bool = False) -> None:
        if n < len(self.shown.candidates):
            self.pressed.emit(self.shown.candidates[n])

    # --- the mouse

    def candidate_at(self, place: QPointF) -> SignedWords | None:
        """Return the innermost candidate at a place."""
        y = place.y() + self._bar.value()
        for n in reversed(range(len(self._boxes))):
            for row, left, right in self._boxes[n]:
                if left <= place.x() <= right and px(ROW) * row <= y < px(ROW) * (row + 1):
                    return self.shown.candidates[n]
        return None

    def _item_at(self, place: QPointF) -> Item | None:
        row = int((place.y() + self._bar.value()) // px(ROW))
        return self._flow.at(max(0, min(row, self._flow.rows - 1)), place.x())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at, self._moved, self._carries = event.position(), False, False
            self._from, self._held = self._item_at(event.position()), self.candidate_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._from is None:
            over = self.candidate_at(event.position())
            self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)
            return
        self._moved = self._moved or (event.position() - self._pressed_at).manhattanLength() > STILL
        if not self._moved:
            return
        self._carries = self._held is not None and event.position().y() < 0
        if self._carries:
            self.carried.emit(self._held, event.globalPosition().toPoint(), False)
        elif to := self._item_at(event.position()):
            self.selected.emit((min(self._from.start, to.start), max(self._from.end, to.end)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        began, held = self._from, self._held
        self._from = self._held = None
        if began is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._carries:
            self.carried.emit(held, event.globalPosition().toPoint(), True)
        elif not self._moved and held is not None:
            self.pressed.emit(held)
        elif not self._moved:
            self.selected.emit((began.start, began.end))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # that sizes the window
            return
        self._bar.setValue(self._bar.value() - round(event.angleDelta().y() / 120 * px(ROW)))

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            over = self.candidate_at(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), tip(self.said[over.bounds], wraps=True) if over else "", self
            )
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        first = self._bar.value() // px(ROW)
        painter = QPainter(self)
        painter.translate(0, -self._bar.value())
        paint(painter, self._flow, self._boxes, self.shown, range(first, first + self._rows + 1))
        painter.end()


class SignButton(QAbstractButton):
    """A candidate as a screen reader finds it; the words below it have the mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint nothing: the sentence shows it."""
