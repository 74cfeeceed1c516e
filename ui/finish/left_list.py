"""The list of what is left to decide in an article: spans and facts, each in its line of context."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span
from ui.look.fonts import font
from ui.look.marks import draw_pill
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import label_style
from ui.plain_text import tip

CONTEXT = 60  # code points on either side of the words
CONFIRMED, LEFT, REJECTED = "✓", "·", "✗"
ROOT = QModelIndex()
_BLANKS = re.compile(r"\s+")
Index = QModelIndex | QPersistentModelIndex
Left = Span | Fact


@dataclass(frozen=True)
class LeftRow:
    """Something undecided, with its label or type, and what stands before its words, they, and what behind."""

    item: Left
    name: str
    words: tuple[str, str, str]

    @property
    def is_fact(self) -> bool:
        return isinstance(self.item, Fact)

    @property
    def sure(self) -> str:
        """Return its score in words; one without a score is sure."""
        return f"{sureness(self.item):.0%}"

    def __str__(self) -> str:
        before, words, behind = self.words
        kind = "fact " if self.is_fact else ""
        return f"{self.sure} {kind}{self.name}: {before}“{words}”{behind}"


def sureness(item: Left) -> float:
    """Return the score, 1 if there is none, as from a pattern or a wording seen before."""
    return 1.0 if item.score is None else item.score


def place_of(item: Left) -> tuple[int, int]:
    """Return the words that a line of context is about: those of the span, or of the fact's trigger."""
    return (item.start, item.end) if isinstance(item, Span) else item.place


def row_of(item: Left, text: str) -> LeftRow:
    start, end = place_of(item)
    low, high = max(0, start - CONTEXT), end + CONTEXT
    before, words, behind = (
        _BLANKS.sub(" ", text[a:b]) for a, b in ((low, start), (start, end), (end, high))
    )
    name = item.label if isinstance(item, Span) else item.type
    return LeftRow(item, name, (before.lstrip(), words.strip(), behind.rstrip()))


def in_doubtful_order(items: list[Left]) -> list[Left]:
    """Return the items, the lowest score first, of equal ones the first in the text."""
    return sorted(items, key=lambda item: (sureness(item), place_of(item)))


class LeftRows(QAbstractListModel):
    """The rows, and what becomes of those at or above a score, and of those below it."""

    def __init__(self, rows: list[LeftRow]) -> None:
        super().__init__()
        self.rows = rows
        self._score: float | None = None  # None: nothing becomes of any
        self._below = LEFT

    def decide(self, score: float | None, *, below: str = LEFT) -> None:
        """Mark what becomes of the rows: those with at least that score are confirmed."""
        self._score, self._below = score, below
        self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def mark(self, place: int) -> str:
        if self._score is None:
            return LEFT
        return CONFIRMED if sureness(self.rows[place].item) >= self._score else self._below

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self.mark(index.row())} {row}"
        return tip(str(row), wraps=True) if role == Qt.ItemDataRole.ToolTipRole else None


class LeftDelegate(QStyledItemDelegate):
    """The painter of the rows: mark, score, label or type on a dashed ground, and the line with the words in bold."""

    def __init__(self, parent: QWidget, hues: Mapping[str, int | None]) -> None:
        super().__init__(parent)
        self._hues = hues

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(320), px(28))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, LeftRows):
            return
        row, mark, r, box = model.rows[index.row()], model.mark(index.row()), roles(), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, r.accent_tint)
            if r.is_plain:
                painter.setPen(QPen(QColor(r.accent), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(font(13, 600))
        painter.setPen({CONFIRMED: r.good, REJECTED: r.bad}.get(mark, r.text2))
        painter.drawText(box.adjusted(px(8), 0, 0, 0), flags, mark)
        painter.setFont(font(12, 400, tabular=True))
        painter.setPen(r.text2)
        score = QRectF(box.left() + px(24), box.top(), px(40), box.height())
        painter.drawText(score, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, row.sure)
        left = self._paint_name(painter, row, score.right() + px(8), box, option)
        _paint_line(painter, row.words, QRectF(left, box.top(), box.right() - left - px(8), box.height()))
        painter.restore()

    def _paint_name(
        self, painter: QPainter, row: LeftRow, left: float, box: QRectF, option: QStyleOptionViewItem
    ) -> float:
        """Draw the label in its colours, or the type in ink; return where it ends."""
        face, r = font(11, 600), roles()
        wide = QFontMetricsF(face).horizontalAdvance(row.name) + px(12)
        pill = QRectF(left, box.center().y() - px(9), wide, px(18))
        edge = r.ink
        if not row.is_fact:
            edge = label_style(self._hues.get(row.name), option.palette).edge.name()
        draw_pill(painter, pill, row.name, face, colour=edge, edge=edge, is_dashed=True, radius=px(4))
        return pill.right() + px(8)


def _paint_line(painter: QPainter, words: tuple[str, str, str], box: QRectF) -> None:
    """Draw the line of context; what stands before takes at most a third."""
    before, said, behind = words
    plain, strong = QFontMetricsF(font(13)), QFontMetricsF(font(13, 600))
    before = plain.elidedText(before, Qt.TextElideMode.ElideLeft, box.width() / 3)
    flags, r = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, roles()
    for text, face, metrics, colour in (
        (before, font(13), plain, r.text2),
        (said, font(13, 600), strong, r.text),
        (behind, font(13), plain, r.text2),
    ):
        fits = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(face)
        painter.setPen(colour)
        painter.drawText(box, flags, fits)
        box = box.adjusted(metrics.horizontalAdvance(fits), 0, 0, 0)
