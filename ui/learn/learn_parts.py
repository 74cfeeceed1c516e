"""The three parts of the page Learn, of which one is shown: before a training, while it runs, and what came of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.learn.ground_part import GroundPart
from ui.look.layouts import Scroll

if TYPE_CHECKING:  # what draws plots is loaded when the first one is made
    from ui.learn.outcome_part import OutcomePart
    from ui.learn.running_part import RunningPart
    from ui.plots.plot_pane import PlotPane

BEFORE, RUNNING, DONE = "before", "running", "done"


class LearnParts(QStackedWidget):
    """The parts, each made when it is first shown.

    `stopped`, `used`, `kept`: what was pressed; `pointed`: somebody wants to see a Target; `noted`, `failed`: sentences.
    """

    stopped = Signal()
    used = Signal()
    kept = Signal()
    pointed = Signal(object)
    noted = Signal(str)
    failed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._scrolls: dict[str, Scroll] = {}
        self.before = GroundPart()
        self._add(BEFORE, self.before)

    @property
    def shown(self) -> str:
        """Return the name of the part that is shown."""
        return next(name for name, scroll in self._scrolls.items() if scroll is self.currentWidget())

    def turn(self, name: str) -> None:
        """Show the part of that name."""
        getattr(self, name)
        if self.currentWidget() is not self._scrolls[name]:
            self.setCurrentWidget(self._scrolls[name])
            self._scrolls[name].verticalScrollBar().setValue(0)

    @cached_property
    def running(self) -> RunningPart:
        """Return the part of a training that runs."""
        from ui.learn.running_part import RunningPart

        made = RunningPart()
        made.stopped.connect(self.stopped)
        self._pass_on(made.f, made.loss)
        self._add(RUNNING, made)
        return made

    @cached_property
    def done(self) -> OutcomePart:
        """Return the part of the outcome."""
        from ui.learn.outcome_part import OutcomePart

        made = OutcomePart()
        for mine, its in ((self.used, made.used), (self.kept, made.kept), (self.pointed, made.pointed)):
            its.connect(mine)
        self._pass_on(made.curve)
        self._add(DONE, made)
        return made

    def _pass_on(self, *panes: PlotPane) -> None:
        for pane in panes:
            pane.noted.connect(self.noted)
            pane.failed.connect(self.failed)

    def _add(self, name: str, part: QWidget) -> None:
        self._scrolls[name] = Scroll(part)
        self.addWidget(self._scrolls[name])
