"""The list of a schema's labels or fact types: rows that are drawn, however many there are."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from annotations.schema.changes import Entry, Part
from annotations.schema.types import Label, Schema, gloss_of
from annotations.text.controls import unturned
from ui.look.fonts import font
from ui.look.marks import draw_pill
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.theme import label_style
from ui.plain_text import tip
from ui.schema.label_delegate import GLOSS, HUE, KEY, NAME, Index, draw_ground, draw_words
from ui.widgets.row_chosen import RowChoice

HIGH = 32  # pixels at 100 %
ARCHIVED, IS_LABEL = Qt.ItemDataRole.UserRole + 10, Qt.ItemDataRole.UserRole + 11
AWAY = "archived"


def entries_of(schema: Schema, part: Part) -> dict[str, Entry]:
    """Return the labels or fact types of the schema, by name."""
    return dict(schema.labels) if part == "labels" else dict(schema.facts)


class EntryModel(QAbstractListModel):
    """The labels or fact types that are listed."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def show(self, entries: list[Entry]) -> None:
        """List these; where the names are those of before, the rows stay, and those that are other are drawn anew."""
        before = self.entries
        if [entry.name for entry in entries] == [entry.name for entry in before]:
            self.entries = entries
            for place, (one, other) in enumerate(zip(before, entries, strict=True)):
                if one != other:
                    self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as Qt has it
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role in (NAME, Qt.ItemDataRole.DisplayRole):
            return entry.name
        if role == KEY:
            return (entry.key or "").upper()
        if role == GLOSS:
            return gloss_of(entry)
        if role == HUE:
            return entry.hue if isinstance(entry, Label) else None
        if role == IS_LABEL:
            return isinstance(entry, Label)
        if role == ARCHIVED:
            return entry.archived
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(filter(None, (entry.name, entry.guideline))), wraps=True)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(entry)
        return None


def spoken(entry: Entry) -> str:
    """Return the row as a screen reader says it."""
    key = f"key {entry.key.upper()}" if entry.key else ""
    return ", ".join(filter(None, (entry.name, key, gloss_of(entry), AWAY if entry.archived else "")))


class EntryDelegate(QStyledItemDelegate):
    """Draws the rows: the key in a label's colours, or in ink, then name and gloss; archived ones are dimmed."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(120), px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # its many names take long

        box, state, flag = QRectF(option.rect), option.state, QStyle.StateFlag
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = bool(state & flag.State_Selected)
        draw_ground(
            painter,
            box,
            is_on=is_on,
            has_keyboard=is_on and bool(state & flag.State_HasFocus),
            is_under=bool(state & flag.State_MouseOver),
        )
        is_away = bool(index.data(ARCHIVED))
        self._paint_cap(painter, box, option, index, is_away)
        room = box.adjusted(0, 0, -self._paint_away(painter, box) if is_away else 0, 0)
        name, gloss = unturned(index.data(NAME)), unturned(index.data(GLOSS))
        draw_words(painter, room, name, gloss, "text2" if is_away else "text")
        painter.restore()

    def _paint_cap(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index, is_away: bool
    ) -> None:
        cap = QRectF(box.left() + px(6), box.top() + (box.height() - px(18)) / 2, px(18), px(18))
        r = roles()
        if index.data(IS_LABEL):
            style = label_style(index.data(HUE), option.palette)
            fill, edge = style.fill.name(), style.edge.name()
        else:
            fill, edge = r.ink_tint, r.edge
        draw_pill(
            painter,
            cap,
            index.data(KEY),
            font(11, 600),
            fill="" if is_away else fill,
            edge=edge,
            colour=r.text2 if is_away else r.text,
            is_dashed=is_away,
            radius=px(4),
        )

    def _paint_away(self, painter: QPainter, box: QRectF) -> int:
        """Say at the end of the row that it is archived; return how wide that is."""
        small = font(11)
        wide = round(QFontMetricsF(small).horizontalAdvance(AWAY)) + px(14)
        painter.setFont(small)
        painter.setPen(QColor(roles().text2))
        there = QRectF(box.right() - wide, box.top(), wide - px(8), box.height())
        painter.drawText(there, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), AWAY)
        return wide


class EntryList(QListView):
    """The list of entries.  `chosen`: another row is in hand, by its name."""

    draws_ring = True  # on the row in hand
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._is_filling = False
        self.rows = EntryModel()
        self.setModel(self.rows)
        self.setObjectName("chrome")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(EntryDelegate(self))
        self.choice = RowChoice(self)
        self.choice.currentChanged.connect(self._tell)
        follow(self)

    @property
    def in_hand(self) -> str:
        """Return the name of the row in hand; "" for none."""
        index = self.currentIndex()
        return str(index.data(NAME)) if index.isValid() else ""

    def names(self) -> list[str]:
        """Return the names that are listed."""
        return [entry.name for entry in self.rows.entries]

    def show_entries(self, entries: list[Entry], hold: str) -> None:
        """List the entries, with that one in hand if it is among them; nobody is told of it."""
        self._is_filling = True
        self.rows.show(entries)
        names = self.names()
        if hold in names:
            self._hold(names.index(hold))
        else:
            self.choice.clear()
        self._is_filling = False

    def hold(self, name: str) -> None:
        """Take the row of that name in hand."""
        if name in (names := self.names()):
            self._hold(names.index(name))

    def _hold(self, place: int) -> None:
        index = self.rows.index(place)
        if index != self.currentIndex():
            self.choice.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)

    def _tell(self, index: QModelIndex) -> None:
        if index.isValid() and not self._is_filling:
            self.chosen.emit(index.data(NAME))

    def restyle(self) -> None:
        """Take the scale in force."""
        self.scheduleDelayedItemsLayout()
