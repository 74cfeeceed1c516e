"""Drawing of the rows of entities and mentions: signs of their standing, grounds, and lines that are cut to fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from annotations.text.controls import unturned
from ui.compare.entities.entity_rows import EntityStanding
from ui.look.icons import icon
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import directed, without_pictographs
from ui.look.theme import label_style

RADIUS = 5  # pixels at 100 %
LONGEST = 400  # code points of a name that are looked at: no row has room for more
LEFT = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


def draw_ground(painter: QPainter, option: QStyleOptionViewItem) -> QRectF:
    """Draw the ground of a row and return its box: a tint for the one in hand, a ring while it has the keyboard."""
    r, box = roles(), QRectF(option.rect).adjusted(px(6), 1, -px(6), -1)
    is_on = bool(option.state & QStyle.StateFlag.State_Selected)
    if is_on or option.state & QStyle.StateFlag.State_MouseOver:
        ring = is_on and (r.is_plain or bool(option.state & QStyle.StateFlag.State_HasFocus))
        painter.setPen(QPen(QColor(r.accent), 2) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(r.accent_tint if is_on else r.hover))
        painter.drawRoundedRect(box, px(6), px(6))
    return box


def draw_standing(painter: QPainter, standing: EntityStanding, middle: QPointF) -> None:
    """Draw the sign: a dashed ring, a disc, a disc with a plus, a small ring, or a cross."""
    r, radius = roles(), float(px(RADIUS))
    ink = QColor(r.ink)
    if standing is EntityStanding.GONE:
        side = px(12)
        at = QPointF(middle.x() - side / 2, middle.y() - side / 2)
        painter.drawPixmap(at, icon("x", r.text2, side))
        return
    is_solid = standing in (EntityStanding.CONFIRMED, EntityStanding.ADDED)
    pen = QPen(ink if standing is not EntityStanding.ALONE else QColor(r.text2), 1.5)
    if standing is EntityStanding.PROPOSED:
        pen.setDashPattern([2.0, 1.5])
    painter.setPen(pen)
    painter.setBrush(ink if is_solid else Qt.BrushStyle.NoBrush)
    size = radius if standing is not EntityStanding.ALONE else radius * 0.6
    painter.drawEllipse(middle, size, size)
    if standing is EntityStanding.ADDED:
        side = px(10)
        at = QPointF(middle.x() + radius - 1, middle.y() - radius - side / 2)
        painter.drawPixmap(at, icon("plus", r.warn, side))


def write(
    painter: QPainter,
    box: QRectF,
    words: str,
    face: QFont,
    colour: str,
    *,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Write the words in one line, cut to the box; return how wide they are."""
    if box.width() <= 0:
        return 0.0
    line = without_pictographs(" ".join(unturned(words[:LONGEST]).split()))
    metrics = QFontMetricsF(face)
    shown = metrics.elidedText(line, cut, box.width())
    painter.setFont(face)
    painter.setPen(QColor(colour))
    painter.drawText(box.adjusted(0, 0, 2, 0), LEFT, directed(shown, line))
    return metrics.horizontalAdvance(shown)


def label_colour(hue: int | None, palette: QPalette) -> str:
    """Return the colour in which a label is written."""
    return label_style(hue, palette).edge.name()


def draw_mark(painter: QPainter, box: QRectF) -> None:
    """Draw the sign of a mark: a tick on a square."""
    r = roles()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(r.accent))
    painter.drawRoundedRect(box, px(3), px(3))
    side = round(box.width() - 4)
    painter.drawPixmap(QPointF(box.left() + 2, box.top() + 2), icon("check", r.on_accent, side))
