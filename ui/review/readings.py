"""The columns of a case: the names of its parts, and for each reading the words it has in every row.

What differs is bold; the one that is proposed has a tint and a tick there, another a sign that it differs.  A row of
a fact that can be turned over has its digit before the name.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from annotations.processes.quick_dataclass import dataclass
from ui.look.buttons import Button, draw_cap
from ui.look.fonts import font
from ui.look.layouts import column, row
from ui.look.lines import Elided
from ui.look.marks import draw_card
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip
from ui.review.case_parts import Part

HEAD, PITCH, FOOT = 48, 36, 8  # pixels at 100 %: of the head, of a row, and below the last
NAMES, NARROW_NAMES = 108, 88  # of the names' column, and where the window is narrow
DIGIT = 26  # for the digit of a fact's row
SLIM = 148  # of a column: a narrower one has no button, and the foot takes the side
DIFFERS = "≠"
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_Cell = tuple[str, bool, bool]  # the words, whether the row differs, whether it is what is proposed


@dataclass(frozen=True)
class ColumnHead:
    """The head of a column: whose reading it is, how many have it, and the key that takes it."""

    title: str
    who: str = ""  # the annotator whose side is taken
    sign: str = ""
    has: str = "has"
    about: str = ""
    cap: str = ""  # of the first key, as a key cap has it
    keys: str = ""  # all of them
    everybody: str = ""  # all names, where the title has not all


class PartNames(QWidget):
    """The names of the parts.  `turned`: the name of the row at that place was clicked, which can be turned over."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._parts: Sequence[Part] = ()
        self._wide = NAMES
        self.setAccessibleName("Parts")
        follow(self)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show the names of these."""
        self._parts = parts
        said = (f"{part.number} turns {part.name} over" if part.number else part.name for part in parts)
        self.setAccessibleDescription(", ".join(said))
        self.restyle()

    def set_narrow(self, *, is_narrow: bool) -> None:
        """Take the width for a narrow window, or a wide one."""
        self._wide = NARROW_NAMES if is_narrow else NAMES
        self.restyle()

    def restyle(self) -> None:
        """Take the scale in force."""
        self.setFixedWidth(px(self._wide + self._digits()))
        self.setMinimumHeight(_high(len(self._parts)))
        self.update()

    def _digits(self) -> int:
        """Return the room for digits, in pixels at 100 %."""
        return DIGIT if any(part.row for part in self._parts) else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r, digits = QPainter(self), roles(), px(self._digits())
        for place, part in enumerate(self._parts):
            top, weight = px(HEAD + 2) + place * px(PITCH), 600 if part.stands_out else 400
            if part.number:
                draw_cap(painter, px(4), top + px(PITCH) / 2, str(part.number), QColor(r.text))
            face = font(13, weight)
            painter.setFont(face)
            painter.setPen(QColor(r.text if part.stands_out else r.text2))
            room = px(self._wide - 12)
            name = QFontMetricsF(face).elidedText(part.name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(px(4) + digits, top, room + 2, px(PITCH)), _LEFT, name)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Turn over the row that is clicked."""
        place = _place(event.position())
        if 0 <= place < len(self._parts) and self._parts[place].number:
            self.turned.emit(place)


class ReadingColumn(QWidget):
    """One reading of the case: whose, and its words, row by row.

    `taken`: its button was clicked; `pointed`: the row at that place was.
    """

    taken = Signal()
    pointed = Signal(int)

    def __init__(self, *, is_proposed: bool = False) -> None:
        super().__init__()
        self._is_proposed, self._cells = is_proposed, tuple[_Cell, ...]()
        self._names: tuple[str, ...] = ()
        self._about = "", ""  # how many have it; the key that takes it
        self.who = ""  # the annotator whose side a click takes
        self.title, self.about = Elided(px=14, weight=600), Elided(px=12, role="text2")
        self.button = Button("", kind="ghost", height=28, pad=2)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.taken)
        head = row(gap=4, margins=(16, 6, 10, 6))
        head.add(column(self.title, self.about, gap=0), 1)
        head.add(self.button)
        self._head = QWidget(self)
        self._head.setLayout(head)
        self.setLayout(column(self._head, None, gap=0))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        follow(self)

    def head(self, head: ColumnHead) -> None:
        """Show whose reading it is, and the key that takes it."""
        self.who = head.who
        self.title.setText(f"{head.sign}   {head.title}".strip())
        self._about = head.about, head.cap
        self.about.setVisible(bool(head.about))
        self._tell_about()
        takes = "Take what is proposed" if self._is_proposed else f"Take what {head.title} {head.has}"
        self.button.say("", "" if head.cap else "check", head.cap)
        self.button.setAccessibleName(takes)
        self.button.setToolTip(tip(f"{takes} ({head.keys})" if head.keys else takes))
        self.setAccessibleName(", ".join(filter(None, (head.everybody or head.title, head.about))))
        if head.everybody:
            self._head.setToolTip(tip(head.everybody, wraps=True))

    def show_cells(self, cells: Sequence[_Cell], parts: Sequence[Part]) -> None:
        """Show the words of these rows."""
        self._cells, self._names = tuple(cells), tuple(part.name for part in parts)
        self.setAccessibleDescription("\n".join(self.lines()))
        self.restyle()

    def lines(self) -> list[str]:
        """Return the rows as they are read aloud: name and words, `≠` before what differs from the proposal."""
        signs = {(True, False): f"{DIFFERS} ", (True, True): "✓ "}
        return [
            f"{signs.get((differs and not self._is_proposed, is_taken), '')}{name} {words}".rstrip()
            for name, (words, differs, is_taken) in zip(self._names, self._cells, strict=True)
        ]

    def restyle(self) -> None:
        """Take the scale in force."""
        self._head.setFixedHeight(px(HEAD))
        self.setFixedHeight(_high(len(self._cells)))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.button.setVisible(self.width() >= px(SLIM))
        self._tell_about()

    def _tell_about(self) -> None:
        """Show how many have the reading, and its key where there is no room for the button."""
        is_slim = self.width() < px(SLIM)
        count, key = self._about
        self.about.setText(f"{key}  ·  {count}" if is_slim and count and key else count)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, r, box = QPainter(self), roles(), QRectF(self.rect())
        draw_card(painter, box, is_on=self._is_proposed)
        painter.setPen(QPen(QColor(r.line), 1))
        line = px(HEAD) - 0.5
        painter.drawLine(QPointF(box.left() + 2, line), QPointF(box.right() - 2, line))
        for place, cell in enumerate(self._cells):
            self._draw_cell(
                painter, cell, QRectF(0, px(HEAD + 2) + place * px(PITCH), box.width(), px(PITCH))
            )
        painter.end()

    def _draw_cell(self, painter: QPainter, cell: _Cell, box: QRectF) -> None:
        r, (words, differs, is_taken) = roles(), cell
        if is_taken:
            painter.setPen(QPen(QColor(r.accent), 2) if r.is_plain else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(r.accent_tint))
            painter.drawRoundedRect(box.adjusted(px(8), px(2), -px(8), -px(2)), px(6), px(6))
        face = font(13, 600 if differs and (is_taken or self._is_proposed) else 400)
        painter.setFont(face)
        painter.setPen(QColor(r.text if differs else r.text2))
        has_sign = differs and not self._is_proposed
        room = self._room(has_sign=has_sign)
        shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(px(16), box.top(), room + 2, box.height()), _LEFT, shown)
        if has_sign:
            painter.setFont(font(13, 600))
            painter.setPen(QColor(r.accent if is_taken else r.text2))
            at = QRectF(box.right() - px(34), box.top(), px(20), box.height())
            painter.drawText(at, Qt.AlignmentFlag.AlignCenter, "✓" if is_taken else DIFFERS)

    def _room(self, *, has_sign: bool) -> float:
        return max(1.0, self.width() - px(16 + (34 if has_sign else 10)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Point at the row that is clicked."""
        if 0 <= (place := _place(event.position())) < len(self._cells):
            self.pointed.emit(place)

    def event(self, event: QEvent) -> bool:
        """Tell the whole words of a row under the mouse that are cut."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = _place(event.pos())
            words = self._cells[place][0] if 0 <= place < len(self._cells) else ""
            is_cut = QFontMetricsF(font(13, 600)).horizontalAdvance(words) > self._room(has_sign=True)
            QToolTip.showText(event.globalPos(), tip(words, wraps=True) if is_cut else "", self)
            return True
        return super().event(event)


def _place(at: QPoint | QPointF) -> int:
    """Return the place of the row at a point, below 0 in the head."""
    return int((at.y() - px(HEAD + 2)) // px(PITCH))


def middle_of(place: int) -> int:
    """Return how far below the top of the columns the middle of that row is."""
    return px(HEAD + 2) + place * px(PITCH) + px(PITCH) // 2


def _high(rows: int) -> int:
    return px(HEAD) + rows * px(PITCH) + px(FOOT)
