"""The cells of the table of hits as they are drawn: what is laid out once is kept, since a page is all cells.

What stands before a hit is cut at its beginning, all else at its end; the words stand in a box of their label.  In text
that runs to the left, what stands before a hit is at its right.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from annotations.search.hits import InContext
from annotations.spans import Status
from annotations.text.controls import unturned
from annotations.text.text import clean
from ui.look.fonts import font
from ui.look.roles import roles
from ui.look.scale import px, scale
from ui.look.scripts import begins_right_to_left, directed
from ui.look.theme import label_style
from ui.search.hits.found_rows import ARTICLE, BEFORE, BEHIND, DATE, LABEL, SENTENCE, WORDS, FoundRows, cell

Index = QModelIndex | QPersistentModelIndex
HIGH, PAD, BOX = 26, 6, 4  # pixels at 100 %: a row, the room beside a cell's words, and beside those in a box
LEFT, RIGHT = "left", "right"
LONGEST = 400  # code points of a cell that are laid out, at most
Line = tuple[
    QStaticText, float, float, QFont, bool
]  # its width and height, font, and if it ends at its right
SECOND = (LABEL, ARTICLE, DATE)  # in smaller letters
SELECTED = QStyle.StateFlag.State_Selected.value
LEFT_CUT, RIGHT_CUT = Qt.TextElideMode.ElideLeft, Qt.TextElideMode.ElideRight


class CellLook:
    """The colours and distances in force, found once for all cells."""

    def __init__(self, hues: Mapping[str, int | None], palette: QPalette) -> None:
        r = roles()
        self.text, self.text2, self.line = QColor(r.text), QColor(r.text2), QColor(r.line)
        self.tint, self.accent, self.is_plain = QColor(r.accent_tint), QColor(r.accent), r.is_plain
        self.scale = scale()
        self.pad, self.box, self.mark = px(PAD), px(BOX), px(3)
        styles = {label: label_style(hue, palette) for label, hue in hues.items()}
        self._boxes = {label: (style.edge.rgba(), style.fill.rgba()) for label, style in styles.items()}
        self._ink = (QColor(r.ink).rgba(), QColor(r.ink_tint).rgba())
        self._none = (0, QColor(r.ink_tint).rgba())

    def colours(self, label: str) -> tuple[int, int]:
        """Return edge and fill of the box of a label: of one without a hue, as of a fact, ink; of none no edge."""
        return self._boxes.get(label, self._ink) if label else self._none


class FoundCells(QStyledItemDelegate):
    """Draws the cells; `look` is put by the table, whenever scale or colours are others."""

    look: CellLook

    def __init__(self, table: QTableView, rows: FoundRows) -> None:
        super().__init__(table)
        self._table, self._rows = table, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(80), px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, rect, row, column = self.look, option.rect, index.row(), index.column()
        left, top, wide, high = rect.left(), rect.top(), rect.width(), rect.height()
        if option.state.value & SELECTED:
            painter.fillRect(rect, look.tint)
            if look.is_plain:
                painter.fillRect(left, top, wide, 2, look.accent)
                painter.fillRect(left, top + high - 3, wide, 2, look.accent)
        painter.fillRect(left, top + high - 1, wide, 1, look.line)
        found = self._rows.context(row)
        if found is None:
            return
        is_out = self._rows.is_out(row)
        if column == WORDS:
            self._paint_words(painter, found, (left, top, wide, high), is_out=is_out)
            return
        line = self._line(found, column, wide, is_out=is_out)
        painter.setPen(look.text2 if is_out or column in (ARTICLE, DATE) else look.text)
        _draw(painter, line, left + look.pad, top, wide - 2 * look.pad, high)
        is_first = column == (SENTENCE if self._table.isColumnHidden(BEFORE) else BEFORE)
        if is_first and row == self._table.currentIndex().row() and self._table.hasFocus():
            painter.fillRect(left, top, look.mark, high, look.accent)

    def prepare(self, found: InContext) -> None:
        """Lay out the cells of a hit before it is in view."""
        for column in range(DATE):
            if not self._table.isColumnHidden(column):
                self._line(found, column, self._table.columnWidth(column), is_out=False)

    def _line(self, found: InContext, column: int, wide: int, *, is_out: bool) -> Line:
        """Return the words of a cell, laid out for its width."""
        look, words = self.look, cell(found, column)
        room = wide - 2 * look.pad
        if column == WORDS:
            return laid_out(words[:LONGEST], 13, 600, is_out, look.scale, room - 2 * look.box)
        if column in SECOND:
            return laid_out(words[:LONGEST], 12, 400, False, look.scale, room)
        if column not in (BEFORE, BEHIND):
            return laid_out(words[:LONGEST], 13, 400, is_out, look.scale, room)
        is_before = (column == BEFORE) != runs_left(*found.words)
        words = found.words[0][-LONGEST:] if is_before else found.words[2][:LONGEST]
        side = RIGHT if column == BEFORE else LEFT
        return laid_out(words, 13, 400, is_out, look.scale, room, side, cuts_start=is_before)

    def _paint_words(
        self, painter: QPainter, found: InContext, at: tuple[int, int, int, int], *, is_out: bool
    ) -> None:
        """Draw the words of a hit in their box: dashed while its span or fact is suggested."""
        look, (left, top, wide, high) = self.look, at
        first = next(iter(found.labels), None) if not found.found.label else None
        label = first.label if first else found.found.label
        is_open = first.is_open if first else found.found.status == Status.SUGGESTED
        edge, fill = look.colours(label)
        edge *= not (first and first.is_around)  # the edge of a box is where its span ends
        line = self._line(found, WORDS, wide, is_out=is_out)
        size = (round(line[1]) + 2 * look.box, high - 7)
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(left + look.pad, top + 3, boxed(*size, edge, fill, is_open, ratio, look.scale))
        painter.setPen(look.text2 if is_out else look.text)
        _draw(painter, line, left + look.pad + look.box, top, round(line[1]), high)


def _draw(painter: QPainter, line: Line, left: float, top: float, room: float, high: float) -> None:
    text, wide, tall, face_, is_right = line
    painter.setFont(face_)
    painter.drawStaticText(
        QPointF(left + room - wide if is_right else left, top + (high - tall) / 2 - 0.5), text
    )


def runs_left(before: str, words: str, behind: str) -> bool:
    """Return whether the text of a hit runs to the left: the words, and what stands beside them.

    >>> runs_left("ميناء", "عدن", ""), runs_left("port of", "عدن", ""), runs_left("the", "port", "of")
    (True, False, False)
    """
    return (
        not words.isascii()
        and begins_right_to_left(words)
        and begins_right_to_left(before or behind or words)
    )


@lru_cache(64)
def face(size: int, weight: int, is_struck: bool, _: float) -> QFont:
    """Return the font at the scale given, struck through for what is left out."""
    made = font(size, weight, tabular=size == 12)
    made.setStrikeOut(is_struck)
    return made


@lru_cache(16_384)
def laid_out(
    words: str,
    size: int,
    weight: int,
    is_struck: bool,
    scaled: float,
    room: int,
    side: str = "",
    *,
    cuts_start: bool = False,
) -> Line:
    """Return the words in one line of that room, at a side of it: "" for the one at which they begin."""
    in_ = face(size, weight, is_struck, scaled)
    whole = unturned(clean(words))
    shown = QFontMetricsF(in_).elidedText(whole, LEFT_CUT if cuts_start else RIGHT_CUT, room)
    text = QStaticText(directed(shown, whole))
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
    text.prepare(font=in_)
    taken = text.size()
    is_right = side == RIGHT or (not side and not whole.isascii() and begins_right_to_left(whole))
    return text, min(taken.width(), float(room)), taken.height(), in_, is_right


@lru_cache(1_024)
def boxed(wide: int, high: int, edge: int, fill: int, is_open: bool, ratio: float, _: float) -> QPixmap:
    """Return the picture of a box: its edge dashed while it is open, none where that is 0."""
    picture = QPixmap(round(wide * ratio), round(high * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor.fromRgba(edge), 1.25, Qt.PenStyle.DashLine if is_open else Qt.PenStyle.SolidLine)
    painter.setPen(pen if edge else Qt.PenStyle.NoPen)
    painter.setBrush(QColor.fromRgba(fill))
    painter.drawRoundedRect(QRectF(0, 0, wide, high).adjusted(0.75, 0.75, -0.75, -0.75), px(4), px(4))
    painter.end()
    return picture
