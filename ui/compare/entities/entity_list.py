"""The list of the entities of a story: those to decide first, those named once at the end and folded away.

A row is worded and drawn when it is seen; any number of entities costs what is seen of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.compare.entities.entity_rows import EntityRow, spoken_entity
from ui.compare.entities.entity_signs import draw_ground, draw_mark, draw_standing, label_colour, write
from ui.compare.entities.verb_list import VerbList
from ui.look.fonts import font
from ui.look.icons import icon
from ui.look.roles import roles
from ui.look.scale import px
from ui.plain_text import tip

HIGH, TEXT = 42, 30  # pixels at 100 %: a row, and where its words begin
LISTED_ENTITY, IS_MARKED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class EntityModel(QAbstractListModel):
    """The rows: entities, and behind them the one that folds those named once."""

    def __init__(self, is_marked: Callable[[str], bool], parent: QWidget) -> None:
        super().__init__(parent)
        self._is_marked = is_marked
        self.rows: Sequence[EntityRow] = ()
        self.alone, self.is_open = 0, False
        self._fold = -1  # the place of the row that folds
        self._places: dict[str, int] = {}

    def show(self, rows: Sequence[EntityRow], alone: Sequence[EntityRow], *, is_open: bool) -> None:
        """Show the rows, and those named once behind a row that counts them, if they are unfolded."""
        self.beginResetModel()
        self.alone, self.is_open = len(alone), is_open
        self._fold = len(rows) if alone else -1
        self.rows = [*rows, *(alone if is_open else ())]
        self._places = {row.id: n + (0 <= self._fold <= n) for n, row in enumerate(self.rows)}
        self.endResetModel()

    def place(self, id_: str) -> int | None:
        """Return the place of the entity; None where it is not listed."""
        return self._places.get(id_)

    def row(self, place: int) -> EntityRow | None:
        """Return the entity at the place; None for the row that folds, and outside the list."""
        if place == self._fold or not 0 <= place < self.rowCount():
            return None
        return self.rows[place - (0 <= self._fold < place)]

    def is_fold(self, place: int) -> bool:
        return place == self._fold and place >= 0

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows) + (self._fold >= 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if role == LISTED_ENTITY:
            return row
        if row is None:
            is_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return f"{self.folded}, {'shown' if self.is_open else 'folded'}" if is_text else None
        if role == IS_MARKED:
            return self._is_marked(row.id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken_entity(row, is_marked=self._is_marked(row.id))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(f"{row.name}: {row.standing.value}", wraps=True)
        return None

    @property
    def folded(self) -> str:
        """Return how many are named once, in words."""
        return f"{self.alone:,} named once"


class EntityRowDelegate(QStyledItemDelegate):
    """The painter of the rows; `hues`: those of the labels, by name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hues: Mapping[str, int | None] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, row = draw_ground(painter, option), index.data(LISTED_ENTITY)
        if isinstance(row, EntityRow):
            self._paint_entity(painter, box, row, option, is_marked=bool(index.data(IS_MARKED)))
        elif isinstance(model := index.model(), EntityModel):
            _paint_fold(painter, box, model)
        painter.restore()

    def _paint_entity(
        self, painter: QPainter, box: QRectF, row: EntityRow, option: QStyleOptionViewItem, *, is_marked: bool
    ) -> None:
        r, left, right = roles(), box.left() + px(TEXT), box.right() - px(10)
        draw_standing(painter, row.standing, QPointF(box.left() + px(15), box.top() + px(12)))
        if is_marked:
            right -= px(20)
            draw_mark(painter, QRectF(right + px(4), box.top() + px(5), px(14), px(14)))
        is_on = bool(option.state & QStyle.StateFlag.State_Selected)
        quiet = not row.is_to_decide
        name = QRectF(left, box.top() + px(2), right - left, px(20))
        write(painter, name, row.name, font(13, 600 if is_on else 500), r.text2 if quiet else r.text)
        below = QRectF(left, box.top() + px(21), box.right() - px(10) - left, px(16))
        colour = label_colour(self.hues.get(row.label), option.palette)
        wide = write(painter, below, row.label, font(11, 600), colour)
        rest = below.adjusted(wide + px(8) * bool(row.label), 0, 0, 0)
        if row.added:
            added = write(painter, rest, f"+{row.added:,}", font(12, 600, tabular=True), r.warn)
            rest.adjust(added + px(8), 0, 0, 0)
        write(painter, rest, row.more, font(12, 400, tabular=True), r.text2)


def _paint_fold(painter: QPainter, box: QRectF, model: EntityModel) -> None:
    side, middle = px(14), box.center().y()
    name = "chevron-down" if model.is_open else "chevron-right"
    painter.drawPixmap(QPointF(box.left() + px(8), middle - side / 2), icon(name, roles().text2, side))
    words = box.adjusted(px(TEXT), 0, -px(10), 0)
    write(painter, words, model.folded, font(12, 500, tabular=True), roles().text2)


class EntityList(VerbList):
    """The list itself; its keys are in `entity_keys`."""

    def __init__(self, is_marked: Callable[[str], bool]) -> None:
        super().__init__()
        self.entities = EntityModel(is_marked, self)
        self.drawing = EntityRowDelegate(self)
        self.show_rows(self.entities, self.drawing, "Entities")

    def held(self) -> str:
        """Return the id of the entity in hand, "" for none."""
        row = self.entities.row(self.currentIndex().row())
        return row.id if row else ""

    def hold(self, place: int) -> None:
        """Have the row at the place in hand."""
        if 0 <= place < self.entities.rowCount():
            self.setCurrentIndex(self.entities.index(place))
