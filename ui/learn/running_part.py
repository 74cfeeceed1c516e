"""The part of a training that runs: how far it is, F and loss as lines, F of each label, and what stops it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from annotations.learn.shapes import EpochReport
from ui.learn import learn_words
from ui.look.buttons import Button
from ui.look.layouts import column, row
from ui.look.lines import Words
from ui.look.marks import Bar, Card
from ui.look.restyled import follow
from ui.look.scale import px
from ui.plots.plot_pane import PlotPane
from ui.widgets.figure_table import FigureTable

BESIDE = 620  # pixels at 100 %: with less room the plots stand one below the other
TABLE = 240  # pixels at 100 %, of the table at least
STOP, STOPPING, GIVE_UP = "Stop, keep the best", "Stopping after this batch…", "Give up, keep nothing"


class RunningPart(QWidget):
    """The progress of a training.  `stopped`: somebody wants it to end."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.far, self.best, self.bar = (
            Words(weight=600, wraps=True),
            Words(px=12, role="text2", wraps=True),
            Bar(),
        )
        self.far.setAccessibleName("How far it is")
        self.stop = Button(GIVE_UP, "x", takes_focus=True)
        self.stop.clicked.connect(self.stopped)
        along = row(gap=12)
        along.add(self.bar, 1)
        along.add(self.stop)
        self.f, self.loss = PlotPane("F by epoch"), PlotPane("Loss by epoch")
        self.labels = FigureTable("F of each label")
        listed = column(Words("F of each label", px=14, weight=600), gap=8, margins=(16, 12, 16, 12))
        listed.add(self.labels, 1)
        self._labels, self._plots = Card(listed), row(gap=12)
        for pane in (self.f, self.loss):
            self._plots.add(pane, 1)
        said = Card(column(self.far, self.best, along, gap=4, margins=(16, 12, 16, 12)))
        whole = column(said, gap=12, margins=(28, 16, 24, 16))
        whole.add(self._plots, 3)
        whole.add(self._labels, 2)
        self.setLayout(whole)
        follow(self)

    def show_reports(self, reports: Sequence[EpochReport], *, is_stopping: bool) -> None:
        """Show what was told so far."""
        last = reports[-1] if reports else None
        self.far.setText(STOPPING if is_stopping else learn_words.far(reports))
        self.best.setText(learn_words.best(reports))
        whole = last.seconds + last.left if last else 0.0
        self.bar.show_share(last.seconds / whole if last and whole > 0 else 0.0)
        self.stop.say(GIVE_UP if is_stopping or not reports else STOP, "x", "")
        self.f.show_plot(learn_words.f_plot(reports))
        self.loss.show_plot(learn_words.loss_plot(reports))
        self.labels.show_table(learn_words.labels_table(reports))

    def say(self, doing: str) -> None:
        """Say what is done before the first epoch."""
        self.far.setText(f"{doing.capitalize()}…")

    def restyle(self) -> None:
        """Take the scale in force, and place the plots by the room."""
        down, along = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._plots.setDirection(down if self.width() < px(BESIDE) else along)
        self._labels.setMinimumHeight(px(TABLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())
