"""The tie between the cards, the article and the builder, which never know each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.article.article_view import ArticleView
from ui.panels import FACTS, Panels
from ui.session import Session

if TYPE_CHECKING:
    from ui.building.building import Building


class Carding(QObject):
    """The cards follow the caret; what is asked for in them is shown in the article, or done in the builder.

    `asked`: the name of an action of the window.
    """

    asked = Signal(str)

    def __init__(
        self, session: Session, view: ArticleView, building: Callable[[], Building], panels: Panels
    ) -> None:
        super().__init__(view)
        self._session, self._view, self._building, self._panels = session, view, building, panels
        panels.made.connect(self._tie)

    def _tie(self, name: str, panel: Any) -> None:
        if name == FACTS:
            panel.filling.connect(lambda *which: self._building().change(*which))
            panel.quoted.connect(self._show)
            panel.wanted_new.connect(self._begin)
            panel.missing.wanted_types.connect(lambda: self.asked.emit("schema"))
            panel.emptied.connect(lambda: self._view.setFocus())
            panel.place_caret(self._view.caret)
            self._view.caret_moved.connect(panel.place_caret)

    def _show(self, start: int, end: int) -> None:
        """Bring the words into view with a ring round them; caret and focus stay, and nothing is changed."""
        self._view.reveal(end)
        self._view.reveal(start)
        self._view.ring.show([(start, end)])

    def _begin(self) -> None:
        """Build a new fact at the caret, whichever fact is in focus."""
        self._session.focus_fact(None)
        self._building().start()
