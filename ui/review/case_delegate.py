"""A row of the list of cases as it is drawn: its state, its name with the line below, a diamond for a fact."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import directed

ROW, HEADING = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1  # the row's CaseRow; a group's name
DECIDED, TO_DECIDE, LOOK_AGAIN, ADDED, AGREED = "Decided", "To decide", "Look again", "Added", "Agreed"
HIGH, HEADING_HIGH = 52, 28  # pixels at 100 %
Index = QModelIndex | QPersistentModelIndex
_LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


class CaseDelegate(QStyledItemDelegate):
    """Draws the rows of the list of cases."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(HEADING_HIGH if index.data(HEADING) else HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        r, box = roles(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if heading := index.data(HEADING):
            painter.setFont(font(11, 600))
            painter.setPen(QColor(r.text2))
            painter.drawText(box.adjusted(px(20), px(4), 0, 0), _LEFT, heading)
            painter.restore()
            return
        row = index.data(ROW)
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_on or option.state & QStyle.StateFlag.State_MouseOver:
            ring = is_on and (r.is_plain or bool(option.state & QStyle.StateFlag.State_HasFocus))
            painter.setPen(QPen(QColor(r.accent), 2) if ring else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(r.accent_tint if is_on else r.hover))
            painter.drawRoundedRect(box.adjusted(px(8), 1, -px(8), -1), px(6), px(6))
        _draw_state(painter, row.group, QPointF(box.left() + px(28), box.top() + px(17)))
        left, room = box.left() + px(46), box.width() - px(46) - px(16 + 20 * row.is_fact)
        quiet = row.group in (DECIDED, ADDED, AGREED)
        _write(painter, QRectF(left, box.top() + px(7), room, px(20)), row.name, 13,
               600 if is_on else 500, r.text2 if quiet else r.text)  # fmt: skip
        _write(
            painter,
            QRectF(left, box.top() + px(27), box.width() - px(62), px(18)),
            row.more,
            12,
            400,
            r.warn if row.group == LOOK_AGAIN else r.text2,
        )
        if row.is_fact:
            _draw_diamond(painter, QPointF(box.right() - px(26), box.top() + px(17)))
        painter.restore()


def _write(painter: QPainter, box: QRectF, words: str, size: int, weight: int, colour: str) -> None:
    face = font(size, weight)
    painter.setFont(face)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(face).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box.adjusted(0, 0, 2, 0), _LEFT, directed(shown, words))


def _draw_state(painter: QPainter, group: str, at: QPointF) -> None:
    """Draw a tick for what is decided, two lines for what all agree on, a mark to look again, else a ring."""
    r, radius = roles(), float(px(7))
    if group == LOOK_AGAIN:
        side = px(16)
        painter.drawPixmap(QPointF(at.x() - side / 2, at.y() - side / 2), icon("circle-alert", r.warn, side))
        return
    if group == TO_DECIDE:
        painter.setPen(QPen(QColor(r.edge), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius, radius)
        return
    side = px(10)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(r.good if group == DECIDED else r.ink_tint))
    painter.drawEllipse(at, radius, radius)
    name, colour = ("check", r.page) if group == DECIDED else ("equal", r.text2)
    painter.drawPixmap(QPointF(at.x() - side / 2, at.y() - side / 2), icon(name, colour, side))


def _draw_diamond(painter: QPainter, at: QPointF) -> None:
    half = px(5)
    painter.setPen(QPen(QColor(roles().text2), 1.25))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = ((0, -1), (1, 0), (0, 1), (-1, 0))
    painter.drawPolygon([at + QPointF(x * half, y * half) for x, y in corners])
