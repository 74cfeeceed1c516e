"""One page of the statistics: its cards in two columns, or in one where there is less room; the first has tiles over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from annotations.statistics.shapes import LabelsPart, Overview, ProgressPart
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plots.plot_pane import PlotPane
from ui.statistics import time_plots
from ui.statistics.cards import CARDS, FIRST, TIME, StatisticsCard
from ui.statistics.lines import Whose
from ui.statistics.tiles import headlines
from ui.widgets.figure_tiles import FigureTiles

BESIDE = 900  # pixels at 100 %: with less room the columns stand one below the other
LEAST = 132  # of a card


class PlotPage(QWidget):
    """The cards of one page.

    `chosen`: what lies Behind a part; `moved`: another part is in hand; `noted`, `failed`: sentences.
    """

    chosen = Signal(object)
    moved = Signal()
    noted = Signal(str)
    failed = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.tiles = FigureTiles() if name == FIRST else None
        self.ahead = Words(wraps=True) if name == TIME else None
        self.panes = {(card.title, card.part): self._pane(card) for card in CARDS[name]}
        self._columns = row(gap=16)
        for place in (0, 1):
            self._columns.add(self._column(place), 1)
        lines = column(gap=16, margins=(28, 8, 24, 16))
        for part in (self.tiles, self.ahead):
            if part is not None:
                lines.add(part)
        lines.add(self._columns, 1)
        self.setLayout(lines)
        follow(self)

    def _pane(self, card: StatisticsCard) -> PlotPane:
        pane = PlotPane(card.title, high=LEAST)
        for its, mine in (
            (pane.chosen, self.chosen),
            (pane.moved, self.moved),
            (pane.noted, self.noted),
            (pane.failed, self.failed),
        ):
            its.connect(mine)
        return pane

    def _column(self, place: int) -> QWidget:
        """Return a column; a card alone takes all its height."""
        cards = [self.panes[card.title, card.part] for card in CARDS[self.name] if card.column == place]
        lines = column(gap=16)
        for pane in cards:
            lines.add(pane, int(len(cards) == 1))
        if len(cards) > 1:
            lines.add(None)
        made = QWidget()
        made.setLayout(lines)
        made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        return made

    @property
    def all_panes(self) -> Sequence[PlotPane]:
        """Return the panes in their order."""
        return list(self.panes.values())

    def show_parts(self, parts: Mapping[str, object], whose: Whose, part: str = "") -> None:
        """Show the figures that are there; only those made of `part`, if it is given."""
        if self.tiles is not None and part in ("", Overview.name, LabelsPart.name):
            first, labels = parts.get(Overview.name), parts.get(LabelsPart.name)
            self.tiles.show_figures(
                headlines(
                    first if isinstance(first, Overview) else None,
                    labels if isinstance(labels, LabelsPart) else None,
                )
            )
        progress = parts.get(ProgressPart.name)
        if self.ahead is not None and isinstance(progress, ProgressPart):
            self.ahead.setText(time_plots.forecast(progress))
        for card in CARDS[self.name]:
            if part in ("", card.part):
                pane, plot = self.panes[card.title, card.part], card.plot(parts, whose)
                if plot != pane.plot or not part:
                    pane.show_plot(plot)

    def restyle(self) -> None:
        """Take the scale in force, and place the columns by the room."""
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if self.width() < px(BESIDE) else along)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
