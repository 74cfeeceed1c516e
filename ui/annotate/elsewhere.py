"""The words of the foot while a pane beside the article has the keyboard: the verbs of that pane, or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QApplication, QWidget

from ui.articles.article_list import ArticleList
from ui.fixed_keys import FIXED
from ui.frame.pane_round import has_keyboard
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.panels import PANELS, Panels

_ENTER = spelled(FIXED["list_open"].keys)
LIST = InFocus(
    "list",
    "Articles",
    "",
    "files",
    (Verb("list_open", "Open", "check", _ENTER), Verb("rename", "Rename", "pencil")),
)
TITLES = {row.name: row.title for row in PANELS}
OF_ARTICLE = {"facts", "both"}  # whose cards are the facts in focus


class Elsewhere:
    """The pane that had the keyboard last, of the list, the article and the pane on the right; `does` has its verbs."""

    def __init__(self, articles: ArticleList, view: QWidget, panels: Panels) -> None:
        self._list, self._panels = articles, panels
        self._panes: tuple[QWidget, ...] = (articles, view, panels)
        self._at: QWidget = view
        self.does: Mapping[str, Callable[[], object]] = {
            "list_open": lambda: articles.activated.emit(articles.currentIndex()),
            **{f"unsure_{verb}": self._unsure(verb) for verb in ("all", "one", "none")},
        }

    def in_focus(self) -> InFocus | None:
        """Return what the foot says of the pane; None while it is the article or its facts."""
        if QApplication.focusWidget():
            self._at = next((pane for pane in self._panes if has_keyboard(pane)), self._at)
        if not self._at.isVisible():
            return None
        if self._at is self._list:
            return LIST
        return self._of_panel() if self._at is self._panels else None

    def _of_panel(self) -> InFocus | None:
        name = self._panels.current
        if name == "doubt":
            said: InFocus = self._panels.here().in_focus()
            return said
        if name in OF_ARTICLE:
            return None
        return InFocus("panel", TITLES.get(name, "Labels"), verbs=())

    def _unsure(self, verb: str) -> Callable[[], object]:
        return lambda: self._panels.here().ask(verb)
