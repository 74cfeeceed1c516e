"""The mentions of the entity in hand: a row for each wording, which is one decision, with its mentions folded in it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotations.compare.comparison import ComparedEntity, CrossComparison, Mention
from ui.compare.entities.entity_rows import (
    LONGEST,
    EntityStanding,
    MentionRow,
    WordingRow,
    mention_rows,
    spoken_mention,
    spoken_wording,
    wording_rows,
)
from ui.compare.entities.entity_signs import draw_ground, draw_mark, draw_standing, write
from ui.compare.entities.verb_list import VerbList
from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import begins_right_to_left
from ui.plain_text import tip

HIGH, TEXT, INDENT = 42, 44, 22  # pixels at 100 %: a row, where words begin, and how far a mention stands in
SIGN = 30  # where the sign that folds ends
MENTION_LISTED, IS_MARKED_HERE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
Row = WordingRow | MentionRow


class MentionModel(QAbstractListModel):
    """The rows; `marked`: the keys of those that are marked, `label`: that of the entity."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []
        self.wordings: list[WordingRow] = []
        self.marked: set[str] = set()
        self.open: set[str] = set()
        self.id, self.label = "", ""
        self._comparison = CrossComparison("", ())

    def show(self, entity: ComparedEntity | None, comparison: CrossComparison) -> None:
        """Show the mentions of the entity; marks and what is unfolded stay while it is the same one."""
        id_ = entity.id if entity else ""
        if id_ != self.id:
            self.marked, self.open = set(), set()
        self.id, self.label, self._comparison = id_, entity.label if entity else "", comparison
        self.wordings = wording_rows(entity, comparison) if entity else []
        self.marked &= {row.key for row in self.wordings} | {
            one.key for row in self.wordings for one in row.mentions
        }
        self._lay()

    def turn(self, key: str, *, is_open: bool) -> None:
        """Unfold the wording of that key, or fold it."""
        if is_open != (key in self.open):
            self.open ^= {key}
            self._lay()

    def toggle(self, key: str) -> None:
        """Mark the row of that key, or take its mark away."""
        self.marked ^= {key}

    def place(self, key: str) -> int | None:
        """Return where the row of that key stands; None where it does not."""
        return next((n for n, row in enumerate(self.rows) if row.key == key), None)

    def _lay(self) -> None:
        self.beginResetModel()
        self.rows = []
        for row in self.wordings:
            self.rows.append(row)
            if row.key in self.open:
                self.rows += mention_rows(row, self._comparison)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        is_marked = row.key in self.marked
        if role == MENTION_LISTED:
            return row
        if role == IS_MARKED_HERE:
            return is_marked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, WordingRow):
                return spoken_wording(row, is_marked=is_marked)
            return spoken_mention(row, is_marked=is_marked)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.text if isinstance(row, WordingRow) else row.source, wraps=True)
        return None


class MentionDelegate(QStyledItemDelegate):
    """The painter of the rows of wordings and mentions."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, row, model = draw_ground(painter, option), index.data(MENTION_LISTED), index.model()
        if index.data(IS_MARKED_HERE):
            draw_mark(painter, QRectF(box.right() - px(24), box.top() + px(5), px(14), px(14)))
            box.adjust(0, 0, -px(20), 0)
        if isinstance(row, MentionRow):
            _paint_mention(painter, box, row)
        elif isinstance(row, WordingRow) and isinstance(model, MentionModel):
            _paint_wording(painter, box, row, model)
        painter.restore()


def _paint_wording(painter: QPainter, box: QRectF, row: WordingRow, model: MentionModel) -> None:
    r, side, left = roles(), px(14), box.left() + px(TEXT)
    name = "chevron-down" if row.key in model.open else "chevron-right"
    painter.drawPixmap(QPointF(box.left() + px(6), box.center().y() - side / 2), icon(name, r.text2, side))
    draw_standing(painter, row.standing, QPointF(box.left() + px(30), box.top() + px(12)))
    quiet = row.standing is EntityStanding.GONE
    words = QRectF(left, box.top() + px(2), box.right() - px(8) - left, px(20))
    write(painter, words, row.text, font(13, 500), r.text2 if quiet else r.text)
    below = QRectF(left, box.top() + px(21), words.width(), px(16))
    if row.label != model.label:
        wide = write(painter, below, row.label, font(11, 600), r.warn)
        below.adjust(wide + px(8), 0, 0, 0)
    face = font(12, 400, tabular=True)
    wide = write(
        painter, below, f"{len(row.mentions):,} ·", face, r.text2
    )  # by itself: sources may run the other way
    write(painter, below.adjusted(wide + px(4), 0, 0, 0), row.sources, face, r.text2)


def _paint_mention(painter: QPainter, box: QRectF, row: MentionRow) -> None:
    r, left = roles(), box.left() + px(INDENT)
    standing = EntityStanding.CONFIRMED if row.mention.is_settled else EntityStanding.PROPOSED
    standing = EntityStanding.GONE if row.mention.is_gone else standing
    draw_standing(painter, standing, QPointF(left + px(8), box.top() + px(12)))
    words = QRectF(left + px(22), box.top() + px(2), box.right() - px(8) - left - px(22), px(20))
    _paint_words(painter, words, row)
    below = QRectF(words.left(), box.top() + px(21), words.width(), px(16))
    write(painter, below, row.source, font(12), r.text2)


def _paint_words(painter: QPainter, box: QRectF, row: MentionRow) -> None:
    """Write the mention with what stands on each side of it, the way that its writing runs."""
    bold, face, colour = font(12, 600), font(12), roles().text2
    held = min(QFontMetricsF(bold).horizontalAdvance(row.mention.text[:LONGEST]), box.width() * 0.7)
    room = max(0.0, (box.width() - held) / 2 - px(4))
    gaps = px(4) * row.before.endswith(" "), px(4) * row.after.startswith(" ")
    sides = [
        (row.before, gaps[0], Qt.TextElideMode.ElideLeft),
        (row.after, gaps[1], Qt.TextElideMode.ElideRight),
    ]
    if begins_right_to_left(row.mention.text):
        sides.reverse()
    (left, gap, cut), (right, next_gap, next_cut) = sides
    wide = write(painter, QRectF(box.left(), box.top(), room, box.height()), left, face, colour, cut=cut)
    at = box.left() + (wide + gap) * bool(wide)
    at += write(painter, QRectF(at, box.top(), held + 1, box.height()), row.mention.text, bold, roles().text)
    at += next_gap
    rest = QRectF(at, box.top(), box.right() - at, box.height())
    write(painter, rest, right, face, colour, cut=next_cut)


class MentionList(VerbList):
    """The list itself; its keys are in `entity_keys`."""

    def __init__(self) -> None:
        super().__init__()
        self.mentions = MentionModel(self)
        self.show_rows(self.mentions, MentionDelegate(self), "Wordings of the entity")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Unfold or fold the wording whose sign for that is clicked."""
        super().mouseReleaseEvent(event)
        row = self.row()
        is_left = event.button() is Qt.MouseButton.LeftButton and event.position().x() < px(SIGN)
        if is_left and isinstance(row, WordingRow) and self.indexAt(event.position().toPoint()).isValid():
            self.turn(row.key, is_open=row.key not in self.mentions.open)

    def show_entity(self, entity: ComparedEntity | None, comparison: CrossComparison) -> None:
        """Show the mentions of the entity; the row in hand stays so while it is there."""
        row, at = self.row(), max(0, self.currentIndex().row())
        self.mentions.show(entity, comparison)
        self._hold_again(row, at)

    def turn(self, key: str, *, is_open: bool) -> None:
        """Unfold the wording of that key, or fold it; the row in hand stays so, else it is that wording."""
        row = self.row()
        self.mentions.turn(key, is_open=is_open)
        self._hold_again(row, self.mentions.place(key) or 0)

    def _hold_again(self, row: Row | None, at: int) -> None:
        place = self.mentions.place(row.key) if row else None
        self.hold(min(at, len(self.mentions.rows) - 1) if place is None else place)

    def hold(self, place: int) -> None:
        """Have the row at the place in hand."""
        if 0 <= place < len(self.mentions.rows):
            self.setCurrentIndex(self.mentions.index(place))

    def row(self) -> Row | None:
        """Return the row in hand."""
        at = self.currentIndex().row()
        return self.mentions.rows[at] if 0 <= at < len(self.mentions.rows) else None

    def wording(self) -> WordingRow | None:
        """Return the wording in hand, or that of the mention in hand."""
        row = self.row()
        if isinstance(row, MentionRow):
            return next((one for one in self.mentions.wordings if one.key == row.wording), None)
        return row

    def chosen(self) -> list[Mention]:
        """Return the mentions of what is marked, else of the row in hand, each once."""
        keys, row = self.mentions.marked, self.row()
        if not keys and row is None:
            return []
        keys = keys or {row.key} if row else keys
        found = [
            one
            for wording in self.mentions.wordings
            for one in wording.mentions
            if wording.key in keys or one.key in keys
        ]
        return list({one.key: one for one in found}.values())
