"""The part after a training: old against new in one table, the choice between them, the curve, and where it errs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QWidget

from annotations.learn.shapes import TrainingOutcome
from ui.learn import learn_words
from ui.look.buttons import Button
from ui.look.empty import Empty, EmptyOver
from ui.look.layouts import Packed, column, row
from ui.look.lines import Words
from ui.look.marks import Card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plots.plot_pane import PlotPane
from ui.plots.plots import Plot
from ui.widgets.figure_table import FigureTable
from ui.widgets.place_list import PlaceList, PlaceRow
from ui.widgets.target import Target

BESIDE = 620  # pixels at 100 %: with less room the cards below the table stand one below the other
TABLE, LIST = 300, 264  # pixels at 100 %: of the table and of the list at least
USE, KEEP = "Use it", "Keep the old"
NO_ERRORS = "There is no error in a held-out article to look at."
NO_CURVE = "Would more articles help? Tick “Learning curve” on the left, and train again."
WRONG = "Articles with the most new errors"


class OutcomePart(QWidget):
    """The outcome.  `used`, `kept`: what was chosen; `pointed`: somebody wants to see a Target."""

    used = Signal()
    kept = Signal()
    pointed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.headline, self.rested, self.chosen = (
            Words(px=14, weight=600, wraps=True),
            Words(px=12, role="text2", wraps=True),
            Words(wraps=True, role="good"),
        )
        self.notes = Words(px=12, role="text2", wraps=True)
        self.use, self.keep = (
            Button(USE, "check", kind="primary", takes_focus=True),
            Button(KEEP, "undo-2", takes_focus=True),
        )
        self.use.clicked.connect(self.used)
        self.keep.clicked.connect(self.kept)
        self.table = FigureTable("Old against new on the same held-out articles")
        self.curve = PlotPane(learn_words.CURVE)
        self.wrong = PlaceList(WRONG, "")
        self.wrong.why.hide()  # each row says it
        self.wrong.list.setFrameShape(QFrame.Shape.NoFrame)
        self.wrong.list.setAlternatingRowColors(False)
        self.wrong.list.setObjectName("choices")
        EmptyOver(self.wrong.list, Empty("circle-check", NO_ERRORS))
        self.wrong.pointed.connect(self.pointed)
        self.no_curve = Words(NO_CURVE, px=12, wraps=True, role="text2")
        self._lay_out()
        follow(self)

    def _lay_out(self) -> None:
        choice = row(self.use, self.keep, None, gap=8)
        about = column(self.headline, self.rested, gap=4)
        rest = column(self.notes, self.no_curve, gap=4)
        said = Card(column(about, self.chosen, choice, rest, gap=8, margins=(16, 12, 16, 12)))
        self._compared, self._listed = (
            _card(self.table.cells.accessibleName(), self.table),
            _card(WRONG, self.wrong),
        )
        self._below = row(gap=12)
        for card in (self.curve, self._listed):
            self._below.add(card, 1)
        whole = column(said, gap=12, margins=(28, 16, 24, 16))
        whole.add(self._compared, 3)
        whole.add(self._below, 2)
        self.setLayout(whole)

    def show_outcome(self, outcome: TrainingOutcome, titles: Mapping[str, str]) -> None:
        """Show what came of a training; `titles` by article."""
        self.headline.setText(outcome.headline or learn_words.news(outcome))
        self.rested.setText(learn_words.rested(outcome))
        self.notes.setText("\n".join(outcome.notes))
        self.notes.setVisible(bool(outcome.notes))
        self.table.show_table(learn_words.compared(outcome))
        self.show_choice("", can_choose=outcome.folder is not None)
        self.curve.show_plot(
            learn_words.curve_plot(outcome.curve) if outcome.curve else Plot(learn_words.CURVE)
        )
        self.curve.setVisible(outcome.curve is not None)
        self.no_curve.setVisible(outcome.curve is None)
        self.wrong.show_rows(
            [
                PlaceRow(titles.get(one.id, one.id), learn_words.errors(one), Target(one.id, 0, 0))
                for one in learn_words.worst(outcome.articles_held_out)
            ]
        )

    def show_choice(self, chosen: str, *, can_choose: bool) -> None:
        """Say what was chosen, "" for nothing as yet, and offer the choice or not."""
        self.chosen.setText(chosen)
        self.chosen.setVisible(bool(chosen))
        for button in (self.use, self.keep):
            button.setVisible(can_choose)

    def restyle(self) -> None:
        """Take the scale in force, and place the cards by the room."""
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._below.setDirection(down if self.width() < px(BESIDE) else along)
        self._compared.setMinimumHeight(px(TABLE))
        self._listed.setMinimumHeight(px(LIST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())


def _card(title: str, inner: QWidget) -> Card:
    lines: Packed = column(Words(title, px=14, weight=600, wraps=True), gap=8, margins=(16, 12, 16, 12))
    lines.add(inner, 1)
    return Card(lines)
