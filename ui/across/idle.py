"""Questions asked in idle moments: a little of each at a turn of the event loop, so that no key waits for them."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from annotations.errors import UserError

if TYPE_CHECKING:
    from models.queries.comparing.steps import Steps

AT_ONCE = 0.006  # seconds of a turn


class IdleQuestions(QObject):
    """The questions that are open, by name: a later one takes the place of one of its name."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: dict[str, tuple[Steps[Any], Callable[[Any], object]]] = {}
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._go_on)

    def ask(self, name: str, question: Steps[Any], told: Callable[[Any], object]) -> None:
        """Ask, and tell the answer; nothing is told of what cannot be read just now."""
        self._open[name] = question, told
        self._turn.start()

    def drop(self, name: str = "") -> None:
        """Ask no more what has that name, or nothing of all."""
        for one in [name] if name else list(self._open):
            self._open.pop(one, None)

    def _go_on(self) -> None:
        end = perf_counter() + AT_ONCE
        while self._open and perf_counter() < end:
            name, (question, told) = next(iter(self._open.items()))
            try:
                next(question)
            except StopIteration as answered:
                self._open.pop(name)
                told(answered.value)
            except UserError:  # whoever opens Compare is told why
                self._open.pop(name)
        if self._open:
            self._turn.start()
