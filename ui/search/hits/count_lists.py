"""The counts beside the hits: by label or fact type, by article, by month; a row narrows the search."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from annotations.text.counts import counted
from ui import bindings
from ui.fixed_keys import FIXED
from ui.look.fonts import font
from ui.look.layouts import Pane, column
from ui.look.lines import Caption
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import directed
from ui.plain_text import tip
from ui.widgets.row_chosen import RowChoice

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
HIGH, PAD, BAR = 26, 8, 3  # pixels at 100 %


class FoundCount(NamedTuple):
    """A row: the value that narrows the search, its words, and how many hits have it."""

    value: str
    words: str
    hits: int


class _Counts(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[FoundCount] = ()
        self.most = 1

    def show(self, rows: Sequence[FoundCount]) -> None:
        self.beginResetModel()
        self.rows, self.most = rows, max((row.hits for row in rows), default=1)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Role.DisplayRole:
            return row.words
        said = f"{row.words}: {counted(row.hits, 'hit')}"
        if role == Role.AccessibleTextRole:
            return said
        return tip(said) if role == Role.ToolTipRole else None


class _CountRow(QStyledItemDelegate):
    """Draws a row: words, the count at the right, and below both a bar as long as its share of the most."""

    def __init__(self, listing: QListView, counts: _Counts) -> None:
        super().__init__(listing)
        self._list, self._counts = listing, counts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(80), px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        r, row, rect = roles(), self._counts.rows[index.row()], option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected) and self._list.hasFocus()
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(r.accent_tint if is_current else r.hover))
        inner = QRectF(rect).adjusted(px(PAD), 0, -px(PAD), -px(BAR))
        painter.setPen(QColor(r.text2))
        painter.setFont(font(12, tabular=True))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{row.hits:,}")
        inner.setRight(
            inner.right() - QFontMetricsF(painter.font()).horizontalAdvance(f"{row.hits:,}") - px(8)
        )
        painter.setPen(QColor(r.text))
        painter.setFont(font(12))
        shown = QFontMetricsF(painter.font()).elidedText(
            row.words, Qt.TextElideMode.ElideRight, inner.width()
        )
        flags = int((Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter).value)
        painter.drawText(inner, flags | int(Qt.TextFlag.TextSingleLine.value), directed(shown, row.words))
        wide = (rect.width() - 2 * px(PAD)) * row.hits / self._counts.most
        bar = QRectF(rect.left() + px(PAD), rect.bottom() - px(BAR), max(1.0, wide), px(BAR) - 1)
        painter.fillRect(bar, QColor(r.accent if is_current else r.edge))
        if is_current and r.is_plain:
            painter.setPen(QPen(QColor(r.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -1))


class CountList(QWidget):
    """One of the lists.  `chosen`: the value of a row, by Enter or a click."""

    chosen = Signal(str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.caption, self.list = Caption(title), QListView()
        self._counts = _Counts(self)
        self._title = title
        self.list.setObjectName("chrome")
        self.list.setModel(self._counts)
        self.list.setItemDelegate(_CountRow(self.list, self._counts))
        self.list.setAccessibleName(title)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines = column(self.caption, gap=4)
        lines.add(self.list, 1)
        self.setLayout(lines)
        self.setFocusProxy(self.list)
        RowChoice(self.list).chosen.connect(self.choose)
        self.list.clicked.connect(self.choose)
        bindings.bind(self.list, "", FIXED["found_narrow"].keys, self.choose)
        follow(self)

    def rename(self, title: str) -> None:
        """Take another title."""
        self._title = title
        self.list.setAccessibleName(title)

    @property
    def rows(self) -> Sequence[FoundCount]:
        """Return what is listed."""
        return self._counts.rows

    def show_rows(self, rows: Sequence[FoundCount]) -> None:
        """List these; with none there is no list."""
        had = max(0, self.list.currentIndex().row())
        self._counts.show(rows)
        self.caption.setText(f"{self._title} ({len(rows):,})" if rows else self._title)
        if rows:
            self.list.setCurrentIndex(self._counts.index(min(had, len(rows) - 1), 0))
        self.setVisible(bool(rows))
        self.restyle()

    def restyle(self) -> None:
        """Take the scale in force, and no more room than the rows need."""
        self.list.setMinimumHeight(px(HIGH) * min(2, len(self.rows)))
        self.list.setMaximumHeight(px(HIGH) * max(1, len(self.rows)) + 2)
        self.setMaximumHeight(self.list.maximumHeight() + self.caption.sizeHint().height() + px(4))
        self.list.doItemsLayout()

    def choose(self, *_: object) -> None:
        """Have the row in hand narrow the search."""
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.rows):
            self.chosen.emit(self.rows[row].value)


class FoundCounts(Pane):
    """The counts.  `narrowed`: a field and the value that it is to have."""

    narrowed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.labels, self.articles, self.months = (
            CountList("By label"),
            CountList("By article"),
            CountList("By month"),
        )
        self._field = "label"
        lines = column(gap=12, margins=(8, 12, 8, 8))
        for part, share in ((self.labels, 2), (self.articles, 4), (self.months, 2)):
            lines.add(part, share)
        lines.add(None)
        self.setLayout(lines)
        self.setAccessibleName("Counts of the hits")
        self.labels.chosen.connect(lambda value: self.narrowed.emit(self._field, value))
        self.articles.chosen.connect(lambda value: self.narrowed.emit("article", value))
        self.months.chosen.connect(lambda value: self.narrowed.emit("date", value))
        self.show_counts((), (), (), field="label")

    @property
    def lists(self) -> tuple[CountList, ...]:
        """Return the three lists."""
        return (self.labels, self.articles, self.months)

    def show_counts(
        self,
        labels: Sequence[FoundCount],
        articles: Sequence[FoundCount],
        months: Sequence[FoundCount],
        *,
        field: str,
    ) -> None:
        """Show the counts; `field`: what the first list is about, label or fact."""
        self._field = field
        self.labels.rename("By type" if field == "fact" else "By label")
        for part, rows in zip(self.lists, (labels, articles, months), strict=True):
            part.show_rows(rows)
