"""The words of the foot on the view Learn: what is at hand, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.frame.verbs import InFocus, Verb

_BACK = (Verb("learn_copy", "Copy the command", "copy"), Verb("learn_back", "Back", "arrow-left"))
VERBS = {  # by what is shown
    "before": (Verb("learn_start", "Start", "arrow-right"), *_BACK),
    "running": (Verb("learn_stop", "Stop, keep the best", "x"), *_BACK),
    "done": (
        Verb("learn_use", "Use it", "check"),
        Verb("learn_keep", "Keep the old", "undo-2"),
        Verb("learn_start", "Train again", "arrow-right"),
        *_BACK,
    ),
}


class LearnFocus(QObject):
    """The words of the foot.  `changed`: they are others."""

    changed = Signal(object)  # an InFocus

    def __init__(self, page: QWidget, told: Callable[[], tuple[str, str, str]]) -> None:
        """`told` gives what is shown, a row of VERBS, and the two lines on it."""
        super().__init__(page)
        self._told = told

    def now(self) -> InFocus:
        """Return what is at hand now."""
        shown, first, second = self._told()
        return InFocus("none", first, second, "chart-column", VERBS[shown])

    def look(self) -> None:
        """Tell what is at hand now."""
        self.changed.emit(self.now())
