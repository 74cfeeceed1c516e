"""The report of agreement as it is shown: a row of tiles, then a card for each question."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from annotations.agreement.tables import TITLES, tables
from ui.agreement.agreement_tables import headlines
from ui.agreement.confusion_card import ConfusionCard
from ui.agreement.question_card import QuestionCard
from ui.look.layouts import column, row
from ui.look.restyled import follow
from ui.look.scale import px
from ui.widgets.figure_tiles import FigureTiles
from ui.widgets.target import Target

BESIDE = 900  # pixels at 100 %: with less room the cards stand one below the other
TABLE = 300  # and how high the card of a table is at least


class AgreementReport(QWidget):
    """The report.  `pointed`: somebody wants to see a Target."""

    pointed = Signal(object)

    def __init__(self, annotator: str) -> None:
        super().__init__()
        self.found: Mapping[str, Any] = {}  # what is shown
        self.tiles = FigureTiles()
        self.questions = [QuestionCard(question, titles) for question, titles in TITLES.items()]
        self.confusion = ConfusionCard(annotator)
        self._tables = QWidget()
        beside = column(gap=12)
        for card in self.questions:
            beside.add(card, 1)
            card.article_wanted.connect(self._want)
        self._tables.setLayout(beside)
        self._cards = row(gap=12)
        for part, share in ((self._tables, 4), (self.confusion, 5)):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._cards.add(part, share)
        whole = column(self.tiles, gap=12, margins=(28, 16, 24, 16))
        whole.add(self._cards, 1)
        self.setLayout(whole)
        self.confusion.pointed.connect(self.pointed)
        follow(self)

    def show_report(self, found: Mapping[str, Any], titles: Mapping[str, str]) -> None:
        """Show the report of `agreement --confusion`; `titles` by article."""
        self.found = found
        self.tiles.show_figures(headlines(found))
        made = tables(found, titles)
        for card in self.questions:
            card.show_tables(made)
        self.confusion.show_report(found, titles)

    def restyle(self) -> None:
        """Take the scale in force."""
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        is_narrow = self.width() < px(BESIDE)
        self._cards.setDirection(down if is_narrow else along)
        self.confusion.set_beside(is_beside=not is_narrow)
        for card in self.questions:
            card.setMinimumHeight(px(TABLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def _want(self, article: str) -> None:
        self.pointed.emit(Target(article, 0, 0))
