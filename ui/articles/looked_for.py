"""Words in place of *nothing* while suggestions are still looked for."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from ui.articles.list_head import ListHead
from ui.panels import FACTS, Panels
from ui.project.suggesting import Suggesting


class LookedFor(QObject):
    """The tie from the suggesting to the panes that would say that there is nothing, though more may come.

    `turned`: it began, or ended.
    """

    turned = Signal(bool)

    def __init__(self, suggesting: Suggesting, head: ListHead, panels: Panels) -> None:
        super().__init__(suggesting)
        self._is_on = False
        suggesting.progress.connect(self._look)
        panels.made.connect(self._tie)
        self.turned.connect(head.say_looking)

    def _look(self, doing: str | None) -> None:
        if self._is_on != (doing is not None):
            self._is_on = not self._is_on
            self.turned.emit(self._is_on)

    def _tie(self, name: str, panel: Any) -> None:
        if name == FACTS:
            self.turned.connect(panel.missing.say_looking)
            panel.missing.say_looking(self._is_on)
