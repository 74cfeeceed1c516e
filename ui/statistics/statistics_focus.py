"""The words of the foot on the view Statistics: the part of a picture in hand, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from annotations.search.parsing import parse
from annotations.search.query import SearchTarget
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.plots.plot_pane import PlotPane
from ui.plots.plots import Behind

_SAVE = Verb("statistics_save", "Save picture", "download")
_WEEK = Verb("statistics_week", "Only this week", "clock")
_ALL = Verb("statistics_week", "All the time", "clock")
_REST = (
    Verb("statistics_paper", "The paper’s numbers", "file"),
    Verb("statistics_leave", "Back", "arrow-left"),
)
_ENTER = spelled(FIXED["plot_open"].keys)
_WORDS = {SearchTarget.FACTS: "Show the facts", SearchTarget.SPANS: "Show the spans"}


class StatisticsFocus(QObject):
    """The look at what has the keyboard.  `does`: what the verbs do that are no actions."""

    changed = Signal(object)  # an InFocus

    def __init__(
        self,
        page: QWidget,
        panes: Callable[[], Sequence[PlotPane]],
        told: Callable[[], tuple[str, str, bool]],
    ) -> None:
        """`panes` are those that are shown; `told`: whose work, of which time, and whether that is a week alone."""
        super().__init__(page)
        self._panes, self._told = panes, told
        self._at: PlotPane | None = None
        self.does = {"plot_open": self.open}
        program = QApplication.instance()
        if isinstance(program, QApplication):
            program.focusChanged.connect(self._follow)

    @property
    def pane(self) -> PlotPane | None:
        """Return the picture in hand; the first one before any had the keyboard."""
        panes = self._panes()
        return self._at if self._at in panes else next(iter(panes), None)

    def now(self) -> InFocus:
        """Return what is in focus now."""
        who, when, is_week = self._told()
        pane = self._at if self._at in self._panes() else None
        said = pane.sentence() if pane is not None else ""
        verbs = [_SAVE, *self._opening(pane), _ALL if is_week else _WEEK, *_REST]
        if pane is None or not said:
            return InFocus("none", who, when, "chart-column", tuple(verbs))
        return InFocus("none", said, f"{who}, {when}", "chart-column", tuple(verbs))

    def look(self) -> None:
        """Tell what is in focus now."""
        self.changed.emit(self.now())

    def open(self) -> None:
        """Show what lies behind the part in hand."""
        if pane := self.pane:
            pane.open()

    def _opening(self, pane: PlotPane | None) -> tuple[Verb, ...]:
        behind = pane.behind() if pane is not None else Behind()
        return (Verb("plot_open", opening(behind), "search", _ENTER),) if behind else ()

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        """Keep the picture that had the keyboard last: in the foot its verbs are still its own."""
        found = next((pane for pane in self._panes() if now is not None and pane.isAncestorOf(now)), None)
        if found is not None:
            self._at = found
            self.look()


def opening(behind: Behind) -> str:
    """Return in words what is shown of what lies behind a part."""
    if behind.article:
        return "Open the article"
    return _WORDS.get(parse(behind.query).target, "Show the places")
