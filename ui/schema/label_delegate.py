"""A label as it is drawn in its list: a key cap in the label's colours, the name, and a few words on it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.look.fonts import font
from ui.look.marks import draw_pill
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import label_style

HEIGHT = 26  # pixels at 100 %
NAME, KEY, HUE, GLOSS, HELD, COUNT = (Qt.ItemDataRole.UserRole + n for n in range(6))
Index = QModelIndex | QPersistentModelIndex


class LabelDelegate(QStyledItemDelegate):
    """Draws the labels; the one of what is in focus is tinted."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # its many names take long, and no row is painted at the welcome

        box = QRectF(option.rect)
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus)
        is_under = bool(state & QStyle.StateFlag.State_MouseOver)
        draw_ground(painter, box, is_on=bool(index.data(HELD)), has_keyboard=has_keyboard, is_under=is_under)
        style = label_style(index.data(HUE), option.palette)
        cap = QRectF(box.left() + px(6), box.top() + (box.height() - px(18)) / 2, px(18), px(18))
        key, colour = index.data(KEY) or "", roles().text
        fill, edge = style.fill.name(), style.edge.name()
        draw_pill(painter, cap, key, font(11, 600), fill=fill, edge=edge, colour=colour, radius=px(4))
        draw_words(painter, box, index.data(NAME), index.data(GLOSS) or "")
        painter.restore()


def draw_ground(painter: QPainter, box: QRectF, *, is_on: bool, has_keyboard: bool, is_under: bool) -> None:
    """Draw the ground of a row: tinted, ringed, or none."""
    r = roles()
    if is_on or has_keyboard or is_under:
        ring = has_keyboard or (is_on and r.is_plain)
        painter.setPen(QPen(QColor(r.accent), 2) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(r.accent_tint if is_on else r.hover))
        painter.drawRoundedRect(box.adjusted(1, 1, -px(4), -1), px(6), px(6))


def draw_words(painter: QPainter, box: QRectF, name: str, gloss: str, role: str = "text") -> None:
    """Draw the name whole if it fits, and of the words on it what there is room for: they go first."""
    bold, small, room = font(12, 600), font(11), box.width() - px(38)
    middle = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
    metrics = QFontMetricsF(bold)
    wide = min(room, metrics.horizontalAdvance(name))
    left = box.left() + px(30)
    painter.setFont(bold)
    painter.setPen(QColor(getattr(roles(), role)))
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room + 1)
    painter.drawText(QRectF(left, box.top(), wide + 2, box.height()), middle, shown)
    rest = room - wide - px(6)
    if gloss and rest > px(24):
        painter.setFont(small)
        painter.setPen(QColor(roles().text2))
        words = QFontMetricsF(small).elidedText(gloss, Qt.TextElideMode.ElideRight, rest)
        painter.drawText(QRectF(left + wide + px(6), box.top(), rest + 2, box.height()), middle, words)
