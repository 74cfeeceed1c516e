"""The fixed heads of the table: articles on top, groups with their verdicts on the left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QToolTip

from annotations.compare.comparison import ComparedGroup, JudgedRow
from annotations.compare.table import shown_roles
from annotations.spans import Status
from ui.compare.table.signs import SIDE, draw_frame, draw_sign
from ui.compare.table.table_model import TableModel, said_of_column, said_of_group, said_of_role, status_of
from ui.compare.table.writing import write
from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import without_pictographs
from ui.plain_text import tip

HEAD, WIDE = 66, 232  # pixels at 100 %: height of the head of articles, width of that of groups
PAD, LINE = 8, 16


class ArticleHead(QHeaderView):
    """The heads of the columns: title, who published it, the day."""

    def __init__(self, model: TableModel) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._model = model
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        return QSize(px(148), px(HEAD))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        r, box, column = roles(), QRectF(rect), self._model.column(logical)
        painter.save()
        painter.fillRect(rect, QColor(r.chrome))
        inner = box.adjusted(px(PAD), px(6), -px(PAD), 0)
        used = write(painter, inner, without_pictographs(column.title), 12, 600, r.text, most=2, line=LINE)
        many = f"{len(column.articles):,} of one text" if len(column.articles) > 1 else ""
        below = " · ".join(filter(None, (column.day, column.outlet, many)))
        write(painter, inner.adjusted(0, used * px(LINE) + px(2), 0, 0), below, 11, 400, r.text2, line=LINE)
        painter.setPen(QPen(QColor(r.line), 1))
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.setPen(QPen(QColor(r.edge), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.logicalIndexAt(event.pos())
            if at >= 0:
                QToolTip.showText(
                    event.globalPos(), tip(said_of_column(self._model.column(at)), wraps=True), self
                )
            return True
        return super().viewportEvent(event)


class GroupHead(QHeaderView):
    """The heads of the rows: name, type, status, and the verdict on each role.

    `taken`: a row was clicked; `judged`: the sign of a role was; `menu_wanted`: the menu of a row, at a place
    on the screen.  `role` is in hand in the row `at`.
    """

    taken = Signal(int)
    judged = Signal(int, str)
    menu_wanted = Signal(int, QPoint)

    def __init__(self, model: TableModel) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._model = model
        self.role, self.at = "", -1

    def sizeHint(self) -> QSize:
        return QSize(px(WIDE), px(96))

    def hold(self, row: int, role: str) -> None:
        """Have that row and role in hand."""
        if (row, role) != (self.at, self.role):
            self.at, self.role = row, role
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        r, box, group = roles(), QRectF(rect), self._model.groups[logical]
        is_marked, is_proposed = group.id in self._model.marks.rows, group.status is Status.SUGGESTED
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(r.page))
        draw_frame(painter, rect, is_proposed=is_proposed, is_marked=is_marked)
        inner = box.adjusted(px(PAD), px(7), -px(PAD), 0)
        shift = px(18) if is_marked else 0
        if is_marked:
            painter.drawPixmap(round(inner.left()), round(inner.top() + 1), icon("check", r.accent, px(14)))
        write(painter, inner.adjusted(shift, 0, 0, 0), group.name, 13, 600, r.text, most=2, line=LINE)
        self._write_status(painter, inner.adjusted(0, px(2 * LINE + 4), 0, 0), group)
        self._draw_strip(painter, rect, logical)
        painter.restore()

    def _write_status(self, painter: QPainter, box: QRectF, group: ComparedGroup) -> None:
        r, face = roles(), QFontMetricsF(font(11, 600))
        wide = face.horizontalAdvance(group.type)
        write(painter, box, group.type, 11, 600, r.ink, line=LINE)
        words, colour = status_of(group), r.text2
        if any(row.is_on_others for row in group.verdicts):
            words, colour = "decided on other values", r.warn
        write(painter, box.adjusted(wide + px(8), 0, 0, 0), words, 11, 400, colour, line=LINE)

    def _draw_strip(self, painter: QPainter, rect: QRect, logical: int) -> None:
        r, strip = roles(), self.strip(rect, logical)
        for row, box in strip:
            draw_sign(painter, box.left(), box.center().y(), row.verdict, is_judged=row.judged is not None)
            name = f"{row.role}{' !' if row.is_on_others else ''}"
            is_in_hand = logical == self.at and row.role == self.role
            colour = r.warn if row.is_on_others else r.text if is_in_hand else r.text2
            words = box.adjusted(px(SIDE + 3), 0, 0, 0)
            write(painter, words, name, 11, 600 if is_in_hand else 400, colour, line=20)
            if is_in_hand:
                painter.setPen(QPen(QColor(r.accent), 2))
                low = box.bottom() - 1
                painter.drawLine(QPointF(words.left(), low), QPointF(box.right(), low))
        if left := len(shown_roles(self._model.groups[logical])) - len(strip):
            end = strip[-1][1].right() if strip else rect.left()
            at = QRectF(end + px(6), rect.bottom() - px(26), px(24), px(20))
            write(painter, at, f"+{left}", 11, 400, r.text2, line=20)

    def strip(self, rect: QRect, logical: int) -> list[tuple[JudgedRow, QRectF]]:
        """Return the roles whose signs fit into the head, the worst first, each with its place."""
        found: list[tuple[JudgedRow, QRectF]] = []
        face = QFontMetricsF(font(11, 600))
        left, end = float(rect.left() + px(PAD)), rect.right() - px(PAD) - px(24)
        for row in worst_first(self._model.groups[logical]):
            wide = px(SIDE + 3) + face.horizontalAdvance(f"{row.role}{' !' * row.is_on_others}") + 2
            if left + wide > end and found:
                break
            found.append((row, QRectF(left, rect.bottom() - px(26), wide, px(20))))
            left += wide + px(8)
        return found

    def role_at(self, at: QPoint) -> tuple[int, str]:
        """Return the row, and the role whose sign is there, "" for none; -1 where there is no row."""
        row = self.logicalIndexAt(at)
        if row < 0:
            return -1, ""
        rect = QRect(0, self.sectionViewportPosition(row), self.width(), self.sectionSize(row))
        return row, next((one.role for one, box in self.strip(rect, row) if box.contains(at)), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row, role = self.role_at(event.position().toPoint())
        if row >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.taken.emit(row)
            if role:
                self.judged.emit(row, role)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, _ = self.role_at(event.pos())
        if row >= 0:
            self.menu_wanted.emit(row, event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take no part in what a drag over a head does elsewhere."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take no part in what a click on a head does elsewhere."""

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row, role = self.role_at(event.pos())
            if row >= 0:
                QToolTip.showText(event.globalPos(), tip(self._told(row, role), wraps=True), self)
            return True
        return super().viewportEvent(event)

    def _told(self, row: int, role: str) -> str:
        group = self._model.groups[row]
        if judged := next((one for one in group.verdicts if one.role == role), None):
            return said_of_role(judged)
        notes = [f"kept apart: {note}" for note in dict.fromkeys(note for _, _, note in group.apart) if note]
        return "\n".join([said_of_group(group), *group.reasons, *notes])


def worst_first(group: ComparedGroup) -> list[JudgedRow]:
    """Return the roles of the group that are shown, the worst first, silent ones last."""
    return sorted(shown_roles(group), key=lambda row: -row.verdict.badness)
