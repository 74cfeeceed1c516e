"""Tiles: the few figures that most look for, large, each with a line on it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui.look.layouts import column
from ui.look.lines import Elided, Words
from ui.look.marks import Card
from ui.look.restyled import follow
from ui.look.scale import px

LEAST = 148  # pixels at 100 %, of a tile
BESIDE = (5, 3, 2, 1)  # how many stand side by side, by the room


class Headline(NamedTuple):
    """A figure that most look for: what it is, its value, and its interval, why it has none, or what else is known."""

    title: str
    value: str
    more: str


class FigureTile(Card):
    """A figure with its title over it and a line below it."""

    def __init__(self) -> None:
        self.title, self.more = Elided(px=12, role="text2"), Elided(px=12, role="text2")
        self.number = Words(px=28, weight=600)
        super().__init__(column(self.title, self.number, self.more, gap=2, margins=(16, 12, 16, 12)))
        self.number.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def tell(self, headline: Headline) -> None:
        """Show the figure."""
        self.title.setText(headline.title)
        self.number.setText(headline.value)
        self.more.setText(headline.more)
        self.setAccessibleName(" ".join(filter(None, headline)))


class FigureTiles(QWidget):
    """The tiles in a row, or in several where there is less room."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[FigureTile] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        follow(self)

    def show_figures(self, headlines: Sequence[Headline]) -> None:
        """Show these figures."""
        while len(self.tiles) < len(headlines):
            self.tiles.append(FigureTile())
        self.restyle()  # a tile that has no place would be a window
        for place, tile in enumerate(self.tiles):
            tile.setVisible(place < len(headlines))
            if place < len(headlines):
                tile.tell(headlines[place])

    def restyle(self) -> None:
        """Take the scale in force, and place the tiles by the room."""
        self._grid.setSpacing(px(12))
        room = self.width() + px(12)
        beside = next((count for count in BESIDE if count * px(LEAST + 12) <= room), 1)
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, place // beside, place % beside)
        for place in range(max(BESIDE)):
            self._grid.setColumnStretch(place, int(place < beside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
