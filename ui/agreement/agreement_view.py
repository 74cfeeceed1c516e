"""The parts of the page of agreement: whose work is compared, figures, labels that met, and their places.

It is made when it is first opened, and asks for what takes long: comparing is a command's work.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QWidget,
)

from annotations.text.text import quoted
from ui import bindings
from ui.agreement.agreement_tables import about, tables
from ui.agreement.figure_table import FigureTable
from ui.agreement.heat_map import NOTHING, HeatMap
from ui.fixed_keys import FIXED
from ui.look.layouts import column, row
from ui.look.lines import Caption, Words
from ui.plain_text import PlainLabel
from ui.widgets.place_list import PlaceList, PlaceRow
from ui.widgets.target import Target

Json = Mapping[str, Any]
CHOOSE = "Choose two annotators or more, then Compare."


class AgreementView(QWidget):
    """The content of the page.  `asked`: compare these; `pointed`: somebody wants to see a Target."""

    asked = Signal(list)
    cancelled = Signal()
    pointed = Signal(object)
    left = Signal()

    def __init__(self, annotator: str) -> None:
        super().__init__()
        self._me = annotator
        self._found: Json = {}
        self._titles: Mapping[str, str] = {}
        self.people = QListWidget()
        self.people.setMaximumWidth(150)
        self.people.setAccessibleName("Annotators")
        self.compare = QPushButton("Compare", autoDefault=False, default=True)
        self.back = QPushButton("Back to the articles", autoDefault=False)
        self.about = PlainLabel(CHOOSE, wordWrap=True)
        self.about.setAccessibleName("What was compared")
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.setAccessibleName("Figures")
        self.pair = QComboBox()
        self.pair.setAccessibleName("Whose labels")
        self.heat = HeatMap()
        self.cell = PlainLabel(wordWrap=True)
        self.cell.setAccessibleName("The current cell")
        self.cases = PlaceList("Places behind the cell", "")
        self.cases.why.hide()  # each row says it
        self._lay_out()
        self._connect()
        self.clear()

    def _lay_out(self) -> None:
        title, right = Words("Agreement", px=20, weight=600), QWidget()
        side = column(title, Caption("Agreement of"), self.people, self.compare, self.back, gap=8)
        scrolled = QScrollArea(widgetResizable=False)
        scrolled.setWidget(self.heat)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scrolled = scrolled
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        beside = column(gap=8)
        for shown, stretch in ((self.pair, 0), (scrolled, 3), (self.cell, 0), (self.cases, 1)):
            beside.add(shown, stretch)
        right.setLayout(beside)
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        parts.addWidget(self.tabs)
        parts.addWidget(right)
        parts.setSizes([590, 660])
        middle = column(self.about, gap=12)
        middle.add(parts, 1)
        whole = row(side, gap=24, margins=(24, 20, 24, 16))
        whole.add(middle, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.compare.clicked.connect(self._ask)
        self.back.clicked.connect(self.left)
        bindings.bind(self, "", FIXED["agreement_leave"].keys, self.left.emit, windowed=True)
        self.people.itemChanged.connect(self._enable)
        self.pair.currentIndexChanged.connect(self._show_pair)
        self.heat.moved.connect(self._move)
        self.heat.chosen.connect(self._show_cases)
        self.cases.pointed.connect(self.pointed)

    # --- who is compared

    def offer(self, names: Sequence[str]) -> None:
        """Offer these annotators; at first all are chosen, and then those that were."""
        checked = set(self._names()) or set(names)
        self.people.blockSignals(True)
        self.people.clear()
        for name in names:
            item = QListWidgetItem(name, self.people)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in checked else Qt.CheckState.Unchecked)
        self.people.setCurrentRow(0)
        self.people.blockSignals(False)
        self._enable()

    def _names(self) -> list[str]:
        items = (self.people.item(row) for row in range(self.people.count()))
        return [item.text() for item in items if item.checkState() is Qt.CheckState.Checked]

    def _enable(self) -> None:
        self.compare.setEnabled(self._is_busy or len(self._names()) > 1)

    def _ask(self) -> None:
        if self._is_busy:
            self.cancelled.emit()
        else:
            self.asked.emit(self._names())

    # --- what is shown

    def wait(self) -> None:
        """Show that the comparison runs; the button cancels it."""
        self._is_busy = True
        self.compare.setText("Cancel")
        self.about.setText("Comparing…")

    def fail(self, why: str) -> None:
        """Say why nothing came of the comparison; the figures there were stay."""
        self._rest()
        self.about.setText(why)

    def clear(self) -> None:
        """Show that nothing is compared as yet."""
        self._rest()
        self._found, self._titles = {}, {}
        self.people.clear()
        self.about.setText(CHOOSE)
        self._show_tables()
        self._show_pairs()

    def show_report(self, found: Json, titles: Mapping[str, str]) -> None:
        """Show the report of `agreement --confusion`; `titles` by article."""
        self._rest()
        self._found, self._titles = found, titles
        self.about.setText(about(found))
        self._show_tables()
        self._show_pairs()

    def _rest(self) -> None:
        self._is_busy = False
        self.compare.setText("Compare")
        self._enable()

    def _show_tables(self) -> None:
        at = max(0, self.tabs.currentIndex())
        while page := self.tabs.widget(0):
            self.tabs.removeTab(0)
            page.deleteLater()
        for table in tables(self._found, self._titles) if self._found else []:
            made = FigureTable(table)
            made.article_wanted.connect(lambda id_: self.pointed.emit(Target(id_, 0, 0)))
            self.tabs.addTab(made, table.title)
        self.tabs.setCurrentIndex(min(at, self.tabs.count() - 1))

    def _show_pairs(self) -> None:
        self.pair.blockSignals(True)
        self.pair.clear()
        for found in self._found.get("confusion", []):
            self.pair.addItem(" and ".join(found["annotators"]), found)
        self.pair.blockSignals(False)
        self.pair.setVisible(self.pair.count() > 1)
        self._show_pair()

    def _show_pair(self) -> None:
        empty = {"annotators": ("", ""), "labels": (), "cells": ()}
        self._scrolled.setVisible(bool(self._found))
        self.heat.show_confusion(self.pair.currentData() or empty)
        self._show_cases(None)

    def _move(self, sentence: str) -> None:
        self.cell.setText(sentence)
        place = self.heat.rect_of(*self.heat.at)
        self._scrolled.ensureVisible(*place.center().toTuple(), place.width(), place.height())

    def _show_cases(self, cell: Json | None) -> None:
        """List the places behind a cell, the first of them in hand."""
        rows = [self._row(cell, place) for place in cell["places"]] if cell else []
        self.cases.show_rows(rows)
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
