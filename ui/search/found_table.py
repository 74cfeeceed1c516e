"""The table of hits: keyword in context, the words of each hit in a box of its label's colours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from annotations.search.query import SearchTarget
from ui.look.fonts import font
from ui.look.restyled import follow
from ui.look.roles import roles
from ui.look.scale import px
from ui.look.scripts import directed
from ui.look.theme import label_style
from ui.search.found_rows import (
    ARTICLE,
    BEFORE,
    BEHIND,
    DATE,
    LABEL,
    SENTENCE,
    SORTED_BY,
    WORDS,
    FoundRows,
    Index,
    cell,
)

HIGH, PAD = 26, 6  # pixels at 100 %: a row, and the room beside the words of a cell
LEAST_WORDS, WIDEST_WORDS = 72, 232
WIDTHS = {LABEL: 104, ARTICLE: 168, DATE: 88}
NARROW, NARROW_WIDTHS = 760, {LABEL: 88, ARTICLE: 104, DATE: 84}  # of a table not so wide
LONGEST = 400  # code points of a cell that are laid out, at most
ROWS_MEASURED = 64  # whose words say how wide their column is


class FoundTable(QTableView):
    """The table.  `moved`: another row is in hand; `opened`: somebody goes to it; `sorted_by`: by that, please."""

    moved = Signal()
    opened = Signal()
    sorted_by = Signal(str)

    def __init__(self, rows: FoundRows) -> None:
        super().__init__()
        self.rows = rows
        self.setModel(rows)
        self.hues: Mapping[str, int | None] = {}  # of labels; what is not among them is ink
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName("Hits")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        for column in (BEFORE, BEHIND, SENTENCE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.sectionClicked.connect(lambda column: self.sorted_by.emit(SORTED_BY[column]))
        self.selectionModel().currentRowChanged.connect(lambda: self.moved.emit())
        self.doubleClicked.connect(lambda: self.opened.emit())
        follow(self)

    # --- how it looks

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.verticalHeader().setDefaultSectionSize(
            max(px(HIGH), round(QFontMetricsF(font()).height()) + px(6))
        )
        header = self.horizontalHeader()
        header.setFont(font(11, 600))
        header.setMinimumSectionSize(px(24))
        for column, wide in (NARROW_WIDTHS if self.width() < px(NARROW) else WIDTHS).items():
            header.resizeSection(column, px(wide))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.restyle()

    def show_kind(self) -> None:
        """Show the columns for hits of the kind that the rows are of."""
        is_facts = self.rows.target is SearchTarget.FACTS
        for column, is_hidden in ((BEFORE, is_facts), (BEHIND, is_facts), (SENTENCE, not is_facts)):
            self.setColumnHidden(column, is_hidden)

    def show_order(self, by: str, *, backwards: bool) -> None:
        """Show in the head by what the rows are sorted; "" is the order of the articles."""
        header = self.horizontalHeader()
        header.setSortIndicatorShown(by in SORTED_BY)
        if by in SORTED_BY:
            way = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(SORTED_BY.index(by), way)

    def fit(self) -> None:
        """Give the words the room that those of the first rows need."""
        measure = QFontMetricsF(font(13, 600))
        seen = (self.rows.context(row) for row in range(min(ROWS_MEASURED, self.rows.rowCount())))
        wide = max((measure.horizontalAdvance(one.words[1][:LONGEST]) for one in seen if one), default=0.0)
        most = min(px(WIDEST_WORDS), max(px(LEAST_WORDS), self.width() // 4))
        self.horizontalHeader().resizeSection(WORDS, round(min(max(wide + px(20), px(LEAST_WORDS)), most)))

    # --- what is in hand

    @property
    def row(self) -> int:
        """Return the row in hand; -1 for none."""
        return self.currentIndex().row()

    def chosen_rows(self) -> list[int]:
        """Return the rows that are selected, if more than the one in hand is."""
        ranges = self.selectionModel().selection()
        rows = sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})
        return rows if len(rows) > 1 else []

    def go(self, row: int) -> None:
        """Take the row in hand, and show it."""
        at = self.rows.index(row, WORDS)
        self.setCurrentIndex(at)
        self.scrollTo(at)

    def veto(self) -> None:
        """Leave the selected rows, else the one in hand, out of what is done to all, or take them in again."""
        if rows := self.chosen_rows() or [self.row] * (self.row >= 0):
            self.rows.veto(rows)

    def keyboardSearch(self, search: str) -> None:
        """Have letters be keys, and no search."""


class _Cells(QStyledItemDelegate):
    """Draws the cells: what stands before is cut at its beginning, all else at its end."""

    def __init__(self, table: FoundTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(px(80), px(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        r, rect, column = roles(), option.rect, index.column()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            painter.fillRect(rect, QColor(r.accent_tint))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(r.line))
        if is_chosen and r.is_plain:
            painter.fillRect(rect.left(), rect.top(), rect.width(), 2, QColor(r.accent))
            painter.fillRect(rect.left(), rect.bottom() - 1, rect.width(), 2, QColor(r.accent))
        found = self._table.rows.context(index.row())
        if found is None:
            return
        is_out = self._table.rows.is_out(index.row())
        words = cell(found, column)[-LONGEST if column == BEFORE else 0 :][:LONGEST]
        inner = QRectF(rect).adjusted(px(PAD), 0, -px(PAD), 0)
        if column == WORDS:
            status = found.found.status or ("suggested" if found.now.endswith("?") else "confirmed")
            label = found.found.label or found.now.partition(",")[0].rstrip("?")
            self._box(painter, inner, words, label, is_dashed=status == "suggested", is_out=is_out)
            return
        is_faint = is_out or column in (ARTICLE, DATE)
        face = font(12 if column in (LABEL, ARTICLE, DATE) else 13, tabular=column == DATE)
        if is_out:
            face.setStrikeOut(column in (BEFORE, BEHIND, SENTENCE))
        painter.setFont(face)
        painter.setPen(QColor(r.text2 if is_faint else r.text))
        _write(painter, inner, words, column == BEFORE)
        if index.row() == self._table.row and column == self._table.leftmost() and self._table.hasFocus():
            painter.fillRect(rect.left(), rect.top(), px(3), rect.height(), QColor(r.accent))

    def _box(
        self, painter: QPainter, inner: QRectF, words: str, label: str, *, is_dashed: bool, is_out: bool
    ) -> None:
        """Draw the words of a hit in a box of the label's colours; of a fact, or without a label, in ink."""
        r, face = roles(), font(13, 600)
        face.setStrikeOut(is_out)
        painter.setFont(face)
        text, room = QColor(r.text2 if is_out else r.text), inner.width() - px(8)
        wide = min(QFontMetricsF(face).horizontalAdvance(words) + 1, room)
        box = QRectF(inner.left(), inner.top() + px(3), wide + px(8), inner.height() - px(7))
        if label in self._table.hues:
            style = label_style(self._table.hues[label], self._table.palette())
            edge, fill = style.edge, style.fill
        else:
            edge, fill = QColor(r.ink if label else r.line), QColor(r.ink_tint)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(edge, 1.25)
        pen.setStyle(Qt.PenStyle.DashLine if is_dashed else Qt.PenStyle.SolidLine)
        painter.setPen(pen if label else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, px(4), px(4))
        painter.restore()
        painter.setPen(text)
        _write(painter, box.adjusted(px(4), 0, -px(4) + 2, 0), words, False)


def _write(painter: QPainter, inner: QRectF, words: str, is_before: bool) -> None:
    """Write the words in one line: those before a hit at its side, cut at their beginning, else cut at their end."""
    cut = Qt.TextElideMode.ElideLeft if is_before else Qt.TextElideMode.ElideRight
    shown = directed(QFontMetricsF(painter.font()).elidedText(words, cut, inner.width()), words)
    side = Qt.AlignmentFlag.AlignRight if is_before else Qt.AlignmentFlag.AlignLeft
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
    painter.drawText(inner, int(flags.value) | int(Qt.TextFlag.TextSingleLine.value), shown)
