"""The table of hits: keyword in context, the words of each hit in a box of its label's colours."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from annotations.search.query import SearchTarget
from ui.look.fonts import font
from ui.look.restyled import follow
from ui.look.scale import px
from ui.search.hits.found_cells import HIGH, LONGEST, CellLook, FoundCells
from ui.search.hits.found_rows import (
    ARTICLE,
    BEFORE,
    BEHIND,
    BLOCK,
    DATE,
    LABEL,
    SENTENCE,
    SORTED_BY,
    WORDS,
    FoundRows,
)

NARROWEST = 600  # of one without room for dates
LEAST_WORDS, WIDEST_WORDS = 72, 232  # pixels at 100 %
WIDTHS = {LABEL: 104, ARTICLE: 168, DATE: 96}
NARROW, NARROW_WIDTHS = 900, {LABEL: 104, ARTICLE: 104, DATE: 96}  # of a table not so wide
AHEAD = 8  # milliseconds after a page is drawn
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
        self.cells = FoundCells(self, rows)
        self.setItemDelegate(self.cells)
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
        self._ahead = QTimer(self, interval=AHEAD, singleShot=True)
        self._ahead.timeout.connect(self._read_ahead)
        self.verticalScrollBar().valueChanged.connect(self._scroll)
        self._from, self._way = 0, 1  # the first row that was seen, and whither it was scrolled
        self._is_ahead_wanted = False
        self.doubleClicked.connect(lambda: self.opened.emit())
        follow(self)

    # --- how it looks

    def show_hues(self, hues: Mapping[str, int | None]) -> None:
        """Draw the labels in these hues."""
        self.hues = hues
        self.restyle()

    def restyle(self) -> None:
        """Take scale and colours in force."""
        self.cells.look = CellLook(self.hues, self.palette())
        self.verticalHeader().setDefaultSectionSize(
            max(px(HIGH), round(QFontMetricsF(font()).height()) + px(6))
        )
        header = self.horizontalHeader()
        header.setFont(font(11, 600))
        header.setMinimumSectionSize(px(24))
        for column, wide in (NARROW_WIDTHS if self.width() < px(NARROW) else WIDTHS).items():
            header.resizeSection(column, px(wide))
        self.setColumnHidden(DATE, self.width() < px(NARROWEST))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.restyle()

    def show_kind(self, by: str) -> bool:
        """Show the columns for hits of the kind that the rows are of; return whether they can be sorted by that."""
        is_facts = self.rows.target is SearchTarget.FACTS
        for column, is_hidden in ((BEFORE, is_facts), (BEHIND, is_facts), (SENTENCE, not is_facts)):
            self.setColumnHidden(column, is_hidden)
        return by in SORTED_BY and not (is_facts and SORTED_BY.index(by) in (BEFORE, BEHIND))

    def show_order(self, by: str, *, backwards: bool) -> None:
        """Show in the head by what the rows are sorted; "" is the order of the articles."""
        self.rows.show_order(SORTED_BY.index(by) if by in SORTED_BY else -1, backwards=backwards)

    def fit(self) -> None:
        """Give the words the room that those of the first rows need."""
        measure = QFontMetricsF(font(13, 600))
        seen = (self.rows.context(row) for row in range(min(ROWS_MEASURED, self.rows.rowCount())))
        wide = max((measure.horizontalAdvance(one.words[1][:LONGEST]) for one in seen if one), default=0.0)
        most = min(px(WIDEST_WORDS), max(px(LEAST_WORDS), self.width() // 5))
        self.horizontalHeader().resizeSection(WORDS, round(min(max(wide + px(20), px(LEAST_WORDS)), most)))

    def _scroll(self, value: int) -> None:
        self._way = 1 if value >= self._from else -1
        self._from, self._is_ahead_wanted = value, True

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_ahead_wanted:
            self._is_ahead_wanted = False
            self._ahead.start()

    def _read_ahead(self) -> None:
        """Read what comes in view with the next page, while nothing else is to be done."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        wanted = last + 1 if self._way > 0 else first - BLOCK
        for row in range(max(0, wanted), min(wanted + BLOCK, self.rows.rowCount())):
            if (found := self.rows.context(row)) is not None:
                self.cells.prepare(found)

    # --- what is in hand

    @property
    def row(self) -> int:
        """Return the row in hand; -1 for none."""
        return self.currentIndex().row()

    def chosen_rows(self) -> list[int]:
        """Return the rows that are selected, if more than the one in hand is."""
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.size())]
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
