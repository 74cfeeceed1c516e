"""A cell of the table as it is drawn: what differs first, what else it says, then modality and sources."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotations.compare.items import Verdict
from annotations.compare.table import AGAINST, TableCell
from annotations.text.counts import counted
from ui.compare.table.signs import SIDE, draw_sign
from ui.compare.table.table_model import TableModel
from ui.compare.table.writing import write
from ui.look.icons import icon
from ui.look.roles import Roles, roles
from ui.look.scale import px

Index = QModelIndex | QPersistentModelIndex
PAD, LINE, LINES = 8, 18, 3  # pixels at 100 %; lines of values, above that of modality and sources


class CellDelegate(QStyledItemDelegate):
    """Draws the cells."""

    def __init__(self, model: TableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(148), px(96))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        r, rect, cell = roles(), option.rect, self._model.cell(index)
        is_marked = self._model.is_marked(index)
        if (ground := _ground(r, cell, is_marked=is_marked)) is not None:
            painter.fillRect(rect, ground)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, r.line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), r.line)
        pad = px(PAD)
        inner = QRectF(rect.adjusted(pad, pad, -pad, -pad))
        if cell.is_silent:
            words = f"{counted(cell.gone, 'fact')} gone" if cell.gone else "–"
            write(painter, inner, words, 13, 400, r.text2)
        else:
            _write_cell(painter, inner, cell, r)
        if is_marked:
            side = px(14)
            at = QPointF(inner.right() - side, inner.top())
            painter.drawPixmap(at, icon("check", r.accent, side))
        if option.state & QStyle.StateFlag.State_Selected:
            is_at = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(r.accent if is_at or r.is_plain else r.edge), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -2, -2))


def _write_cell(painter: QPainter, inner: QRectF, cell: TableCell, r: Roles) -> None:
    used, left = 0, inner
    if worst := cell.worst:
        shift = px(SIDE + 4)
        middle = inner.top() + px(LINE) / 2
        draw_sign(painter, inner.left(), middle, worst.verdict, is_judged=worst.is_judged)
        used = write(painter, inner.adjusted(shift, 0, 0, 0), cell.differing, 13, 600, r.text, most=2)
        left = inner.adjusted(0, used * px(LINE), 0, 0)
    if cell.other:
        faint = r.text2 if cell.differing else r.text
        write(painter, left, cell.other, 12 if used else 13, 400 if used else 500, faint, most=LINES - used)
    last = QRectF(inner.left(), inner.bottom() - px(LINE), inner.width(), px(LINE))
    more = f"+{cell.more}" if cell.more else ""
    if more:
        room = px(24)
        write(painter, last.adjusted(last.width() - room, 0, 0, 0), more, 12, 600, r.text2)
        last.adjust(0, 0, -room - px(4), 0)
    if cell.stood and cell.stood.verdict in AGAINST:
        draw_sign(painter, last.left(), last.center().y(), cell.stood.verdict, is_judged=cell.stood.is_judged)
        last.adjust(px(SIDE + 4), 0, 0, 0)
    said = f"{cell.stance} · {cell.sources}" if cell.sources else cell.stance
    write(painter, last, said, 12, 400, r.text2)


def _ground(r: Roles, cell: TableCell, *, is_marked: bool) -> QColor | None:
    if is_marked:
        return QColor(r.accent_tint)
    tint = {Verdict.CONTRADICTS: r.bad_tint, Verdict.DIFFERS: r.warn_tint}.get(cell.verdict)
    return QColor(tint) if tint and not cell.is_silent else None
