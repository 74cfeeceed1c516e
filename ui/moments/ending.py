"""The end of an article: the card of what was done comes over it, and says where to go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction

from ui.annotate.annotate_page import AnnotatePage
from ui.fixed_keys import FIXED
from ui.frame.verb_row import spelled
from ui.frame.verbs import InFocus, Verb
from ui.session import Session
from ui.wording import offered

if TYPE_CHECKING:
    from models.queries.article_done import ArticleDone
    from ui.moments.done_card import DoneCard

VERBS = (
    Verb("done_next", "Next article", "arrow-right", spelled(FIXED["done_next"].keys)),
    Verb("done_stay", "Stay here", "", spelled(FIXED["done_stay"].keys)),
    Verb("doubtful", "Most unsure", "circle-dashed"),
)
SAID = InFocus("done", "Article done", "saved, open to changes", "check", VERBS)


class Ending(QObject):
    """The link between finishing and the card."""

    def __init__(self, session: Session, page: AnnotatePage, verbs: Mapping[str, QAction]) -> None:
        super().__init__(page)
        self._session, self._page, self._verbs = session, page, verbs
        self._is_on = False
        self._before = page.attending.mode
        page.attending.mode = self._in_focus
        page.does |= {"done_next": self._next, "done_stay": self.close}
        page.finishing.done.connect(self._show)
        page.finishing.offers.ended.connect(self._tell_offered)
        for changed in (session.article_opened, session.edited, session.reloaded):
            changed.connect(self.close)
        self._viewport = page.view.viewport()
        self._viewport.installEventFilter(self)

    @cached_property
    def card(self) -> DoneCard:
        """Return the card, made when the first article ends."""
        from ui.moments.done_card import DoneCard

        made = DoneCard(self._page.view)
        made.chosen.connect(self.choose)
        return made

    def choose(self, name: str) -> None:
        """Go on, stay, or do the action of that name."""
        does: dict[str, Callable[[], object]] = {"done_next": self._next, "done_stay": self.close}
        if name in does:
            does[name]()
        else:
            self.close()
            self._verbs[name].trigger()

    def close(self) -> None:
        """Take the card away; the article has the keyboard again."""
        if self._is_on:
            self._is_on = False
            had = self.card.hasFocus()
            self.card.hide()
            if had:
                self._page.view.setFocus()
            self._page.attending.look()

    def eventFilter(self, there: QObject, event: QEvent) -> bool:
        if there is self._viewport and self._is_on:
            if event.type() is QEvent.Type.Resize:
                self.card.place(self._viewport.size())
            elif event.type() in (QEvent.Type.Hide, QEvent.Type.MouseButtonPress):
                self.close()
        return False

    def _show(self, found: ArticleDone) -> None:
        if self._page.finishing.goes_on:
            return
        self._is_on = True
        self.card.tell(found)
        self.card.place(self._viewport.size())
        self.card.show()
        self.card.raise_()
        self.card.setFocus()
        self._page.attending.look()

    def _tell_offered(self, article: str, suggestions: int, articles: int) -> None:
        """Say what the wordings of a finished article gave: on its card, else by a notice."""
        said = offered(suggestions, articles)
        if said and self._is_on and self._session.article and self._session.article.id == article:
            self.card.tell_offered(said)
            self.card.place(self._viewport.size())
        elif said:
            self._session.noted.emit(f"{self._page.finishing.said} {said}".strip())

    def _next(self) -> None:
        self.close()
        self._page.finishing.go_on()

    def _in_focus(self) -> InFocus | None:
        """Return what the foot says while the card is shown."""
        if not self._is_on:
            return self._before()
        return replace(SAID, second="open to changes, not saved as yet") if self._session.waiting else SAID
