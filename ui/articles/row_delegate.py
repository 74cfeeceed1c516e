"""A row of the article list as it is drawn: state, title in two lines, and what is left of spans and facts."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from annotations.sets import FINISHED, State
from models.queries.articles import Listed
from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import directed, without_pictographs

HEIGHT = 58  # pixels at 100 %
LISTED = Qt.ItemDataRole.UserRole + 7  # the row's Listed
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Draws the rows; a model gives each as a `Listed` under the role `LISTED`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # its many names take long, and no row is painted at the welcome

        listed = index.data(LISTED)
        if not isinstance(listed, Listed):
            return
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        has_keyboard = bool(option.state & QStyle.StateFlag.State_HasFocus)
        is_under = bool(option.state & QStyle.StateFlag.State_MouseOver)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, box, is_on=is_on, has_keyboard=is_on and has_keyboard, is_under=is_under)
        draw_state(painter, listed, QPointF(box.left() + px(28), box.top() + px(20)))
        is_done = listed.state in FINISHED
        widest = 0.0
        if not is_done:
            for top, count, is_fact in ((11, listed.undecided, False), (31, listed.facts, True)):
                right = box.right() - px(16)
                widest = max(widest, draw_left(painter, right, box.top() + px(top), count, is_fact=is_fact))
        room = box.width() - px(44) - px(24) - widest
        colour = roles().text2 if is_done or listed.skipped else roles().text
        title = ("✎ " if listed.comments else "") + without_pictographs(listed.title or listed.id)
        at = QPointF(box.left() + px(44), box.top() + px(20))
        draw_title(painter, title, font(13, 600 if is_on else 400), at, room, colour)
        painter.restore()


def _ground(painter: QPainter, box: QRectF, *, is_on: bool, has_keyboard: bool, is_under: bool) -> None:
    """Draw the ground of a row: a tint for the one at hand, a ring while it has the keyboard."""
    r = roles()
    if is_on or is_under:
        ring = has_keyboard or (is_on and r.is_plain)
        painter.setPen(QPen(QColor(r.accent), 2) if ring else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(r.accent_tint if is_on else r.hover))
        painter.drawRoundedRect(box.adjusted(px(8), 1, -px(8), -1), px(6), px(6))


def draw_state(painter: QPainter, listed: Listed, at: QPointF) -> None:
    """Draw the state about that point: a ring, a half ring, a tick, or a bar across for what is skipped."""
    r, radius = roles(), float(px(7))
    box = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if listed.state in FINISHED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(r.good))
        painter.drawEllipse(box)
        side = px(10)
        painter.drawPixmap(QPointF(at.x() - side / 2, at.y() - side / 2), icon("check", r.page, side))
        return
    painter.setPen(QPen(QColor(r.edge), 1.5))
    painter.drawEllipse(box)
    if listed.skipped:
        painter.drawLine(QPointF(box.left() + px(3), at.y()), QPointF(box.right() - px(3), at.y()))
    elif listed.state is not State.NEW:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(r.accent))
        painter.drawPie(box.adjusted(3, 3, -3, -3), 90 * 16, -180 * 16)
        painter.setPen(QPen(QColor(r.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)


def draw_left(painter: QPainter, right: float, top: float, count: int, *, is_fact: bool) -> float:
    """Draw how many are left, with a dashed square or a diamond behind; return how wide that is."""
    colour, small, words = QColor(roles().text2), font(11, 600, tabular=True), f"{count:,}"
    wide = QFontMetricsF(small).horizontalAdvance(words)
    if not count:
        return 0.0
    painter.setFont(small)
    painter.setPen(colour)
    painter.drawText(
        QRectF(right - wide - px(18), top, wide + 2, px(16)), int(Qt.AlignmentFlag.AlignVCenter), words
    )
    middle, half = QPointF(right - px(8), top + px(8)), px(5)
    pen = QPen(colour, 1.25)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_fact:
        painter.setPen(pen)
        painter.drawPolygon(
            [middle + QPointF(x * half, y * half) for x, y in ((0, -1), (1, 0), (0, 1), (-1, 0))]
        )
    else:
        pen.setDashPattern([2.0, 1.6])
        painter.setPen(pen)
        painter.drawRoundedRect(
            QRectF(middle.x() - half, middle.y() - half + 1, 2 * half, 2 * half - 2), 2, 2
        )
    return wide + px(22)


def draw_title(painter: QPainter, text: str, face: QFont, at: QPointF, room: float, colour: str) -> None:
    """Draw the words in two lines at most, the second elided; the middle of the first is at the height of `at`."""
    metrics, words = QFontMetricsF(face), " ".join(text.split())
    layout = QTextLayout(words, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(max(1.0, room))
    cut = first.textLength()
    layout.endLayout()
    rest = words[_in_code_points(words, cut) :].lstrip()
    lines = [words[: _in_code_points(words, cut)].rstrip()]
    if rest:
        lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, room))
    pitch = metrics.height() * 1.1
    top = at.y() - pitch / 2
    painter.setFont(face)
    painter.setPen(QColor(colour))
    for number, line in enumerate(lines):
        box = QRectF(at.x(), top + number * pitch, room + 2, pitch)
        painter.drawText(
            box, int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), directed(line, words)
        )


def _in_code_points(text: str, units: int) -> int:
    """Return how many code points the first UTF-16 units are."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))
