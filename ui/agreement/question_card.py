"""A card whose title is a question, with the tables that answer it: one is shown, chosen by segments."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from annotations.agreement.tables import Table
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.marks import Card
from ui.look.segments import Segments
from ui.widgets.figure_table import FigureTable


class QuestionCard(Card):
    """The card of one question.  `article_wanted`: somebody wants to see the article of a row."""

    article_wanted = Signal(str)

    def __init__(self, question: str, titles: Sequence[str]) -> None:
        """Make the card with an empty table of each title."""
        self.title = Words(question, px=14, weight=600, wraps=True)
        self.shown = Segments(question, {title: title for title in titles})
        self.tables = {title: FigureTable(title) for title in titles}
        self._stack = QStackedWidget()
        lines = column(self.title, row(self.shown, None), gap=8, margins=(16, 12, 16, 12))
        lines.add(self._stack, 1)
        super().__init__(lines)
        for table in self.tables.values():
            self._stack.addWidget(table)
            table.article_wanted.connect(self.article_wanted)
        self.shown.changed.connect(self._turn)

    @property
    def table(self) -> FigureTable:
        """Return the table that is shown."""
        return self.tables[self.shown.value or next(iter(self.tables))]

    def show_tables(self, tables: Sequence[Table]) -> None:
        """Show those of the tables that are this card's; it is hidden when none is."""
        mine = {table.title: table for table in tables if table.question == self.title.text()}
        for segment in self.shown.segments:
            segment.setVisible(segment.value in mine)
        for title, table in mine.items():
            self.tables[title].show_table(table)
        if mine and self.shown.value not in mine:
            self.shown.choose(next(iter(mine)))
        self.setVisible(bool(mine))

    def _turn(self) -> None:
        self._stack.setCurrentWidget(self.table)
