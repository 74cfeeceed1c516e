"""The card of labels that met: the map, what its cell in hand says, and the places behind that cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QScrollArea

from annotations.text.text import quoted
from ui.agreement.agreement_tables import CONFUSED, confused
from ui.agreement.heat_map import NOTHING, HeatMap
from ui.look.empty import Empty, EmptyOver
from ui.look.layouts import column
from ui.look.lines import Words
from ui.look.marks import Card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.widgets.place_list import PlaceList, PlaceRow
from ui.widgets.target import Target

Json = Mapping[str, Any]
HIGH, PLACES = (
    (470, 390),
    (220, 124),
)  # pixels at 100 %: of the map, and of the list of places, alone and beside others
CHOOSE = "{key:map_open} on a cell lists its places here."
EMPTY: Json = {"annotators": ("", ""), "labels": (), "cells": ()}


class ConfusionCard(Card):
    """The card of the labels that two annotators gave.  `pointed`: somebody wants to see a Target."""

    pointed = Signal(object)

    def __init__(self, annotator: str) -> None:
        self._me, self._is_beside = annotator, False
        self._titles: Mapping[str, str] = {}
        self.pair, self.heat = QComboBox(), HeatMap()
        self.pair.setAccessibleName("Whose labels")
        self.pair.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.cell = Words(px=12, role="text2", wraps=True)
        self.cell.setAccessibleName("The current cell")
        self.places = PlaceList("Places behind the cell", "")
        self.places.why.hide()  # each row says it
        self.places.list.setFrameShape(QFrame.Shape.NoFrame)
        self.places.list.setAlternatingRowColors(False)
        self.places.list.setObjectName("choices")
        EmptyOver(self.places.list, Empty("table-2", CHOOSE))
        self._scrolled = QScrollArea(widgetResizable=False)
        self._scrolled.setWidget(self.heat)
        self._scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self._scrolled.viewport().setAutoFillBackground(False)
        self.heat.setAutoFillBackground(False)
        self.title, self.most = (
            Words(CONFUSED, px=14, weight=600, wraps=True),
            Words(px=12, role="text2", wraps=True),
        )
        lines = column(self.title, self.most, self.pair, gap=8, margins=(16, 12, 16, 12))
        for part, stretch in ((self._scrolled, 3), (self.cell, 0), (self.places, 1)):
            lines.add(part, stretch)
        super().__init__(lines)
        self.pair.currentIndexChanged.connect(self._show_pair)
        self.heat.moved.connect(self._move)
        self.heat.chosen.connect(self._show_places)
        self.places.pointed.connect(self.pointed)
        follow(self)

    def restyle(self) -> None:
        """Take the scale in force."""
        wanted = self.heat.sizeHint().height() + px(12)
        self._scrolled.setMinimumHeight(min(wanted, px(HIGH[self._is_beside])))
        self._scrolled.setMaximumHeight(wanted)
        self.places.setMinimumHeight(px(PLACES[self._is_beside]))

    def set_beside(self, *, is_beside: bool) -> None:
        """Stand beside other cards, and be no higher than they, or by itself."""
        if is_beside != self._is_beside:
            self._is_beside = is_beside
            self.restyle()

    def show_report(self, found: Json, titles: Mapping[str, str]) -> None:
        """Show the confusion of the report, of its first pair; `titles` by article."""
        self._titles = titles
        self.pair.blockSignals(True)
        self.pair.clear()
        for one in found.get("confusion", []):
            self.pair.addItem(" and ".join(one["annotators"]), one)
        self.pair.blockSignals(False)
        self.pair.setVisible(self.pair.count() > 1)
        self._show_pair()

    def _show_pair(self) -> None:
        found = self.pair.currentData() or EMPTY
        self.heat.show_confusion(found)
        self.most.setText(confused(found))
        self.most.setVisible(bool(self.most.text()))
        self.restyle()
        self._show_places(None)

    def _move(self, sentence: str) -> None:
        self.cell.setText(sentence)
        place = self.heat.rect_of(*self.heat.at)
        self._scrolled.ensureVisible(*place.center().toTuple(), place.width(), place.height())

    def _show_places(self, cell: Json | None) -> None:
        """List the places behind a cell, the first of them in hand."""
        rows = [self._row(cell, place) for place in cell["places"]] if cell else []
        self.places.show_rows(rows)
        if cell and cell["count"] > len(rows):
            self.cell.setText(f"{self.heat.sentence()}; the first {len(rows):,} are listed")

    def _row(self, cell: Json, place: Json) -> PlaceRow:
        who = self.pair.currentData()["annotators"]
        said = ", ".join(
            f"{n}: {cell[side] or NOTHING}" for n, side in zip(who, ("one", "other"), strict=True)
        )
        said += "; other bounds" if place["bounds"] else ""
        mine = dict(zip(who, place["ids"], strict=True)).get(self._me)
        words = quoted(place["quote"], 0, len(place["quote"]))
        title = self._titles.get(place["article"], place["article"])
        return PlaceRow(
            f"{words} · {title}", said, Target(place["article"], place["start"], place["end"], mine)
        )
