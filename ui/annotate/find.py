"""Finding in the article: between the find bar and the article view."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.article.article_view import ArticleView
from ui.frame.pane_round import tab_after
from ui.session import Session

if TYPE_CHECKING:
    from annotations.text.search import Searched
    from ui.annotate.find_bar import FindBar

LONGEST = 80  # code points of a selection that is taken as what is wanted


class FindInArticle(QObject):
    """The search in the article at hand.

    The hits are painted while the bar is open; the present one is selected.  It stands below the article.
    """

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        self._hits: list[tuple[int, int]] = []
        self._from = 0  # where the search began
        self._searched: tuple[str, bool, bool, Searched] | None = None
        session.article_opened.connect(self._look_again)
        session.project_opened.connect(self._forget)

    @cached_property
    def bar(self) -> FindBar:
        """Return the bar, made when it is first opened."""
        from ui.annotate.find_bar import FindBar

        made, pane = FindBar(), self._view.parentWidget()
        if pane and (lines := pane.layout()):
            above = lines.itemAt(lines.count() - 1)
            lines.addWidget(made)
            tab_after((above and above.widget()) or self._view, made)
        made.changed.connect(self._search_on)
        made.stepped.connect(self.step)
        made.left.connect(self.leave)
        return made

    @property
    def is_open(self) -> bool:
        return "bar" in vars(self) and not self.bar.isHidden()

    def open(self) -> None:
        """Open the bar, with the words that are selected."""
        if self._session.article is None:
            return
        bounds = self._view.selection
        self._from = bounds[0] if bounds else self._view.caret
        words = self._view.text[slice(*bounds)] if bounds and bounds[1] - bounds[0] <= LONGEST else ""
        self.bar.open(" ".join(words.split()))
        self._search_on()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, from the article's end on to its start."""
        self._search()
        if not self._hits:
            if self.bar.wanted.text().strip():
                self._session.noted.emit("That stands nowhere in this article.")
            return
        here = self._view.selection or (self._view.caret, self._view.caret)
        at = bisect_left(self._hits, here)
        is_hit = at < len(self._hits) and self._hits[at] == here
        self._go_to((at + (step if is_hit else step - (step > 0))) % len(self._hits))

    def leave(self) -> bool:
        """Close the bar, and leave the hit selected; return whether it was open."""
        if not self.is_open:
            return False
        self.bar.hide()
        self._paint([])
        self._view.setFocus()
        return True

    def _search_on(self) -> None:
        """Show the first hit from the place at which the search began, when something else is wanted."""
        self._search()
        if not self._hits:
            self._view.clear_selection()
            return
        self._go_to(bisect_left(self._hits, (self._from,)) % len(self._hits))

    def _go_to(self, at: int) -> None:
        start, end = self._hits[at]
        self._view.set_selection(start, end)
        self._view.reveal(start)
        self.bar.tell(at, len(self._hits))

    def _forget(self) -> None:
        """Close the bar, and drop the words that were looked for in the project before."""
        self.leave()
        if "bar" in vars(self):
            self.bar.forget()
        self._hits = []

    def _look_again(self) -> None:
        """Search again when another article is opened; with the bar closed nothing is searched."""
        self._from, self._searched = 0, None
        if self.is_open:
            self._search()

    def _search(self) -> None:
        from annotations.text.search import Searched

        how = self.bar.case.isChecked(), self.bar.accents.isChecked()
        text = self._view.text
        if self._searched is None or self._searched[0] is not text or self._searched[1:3] != how:
            self._searched = (text, *how, Searched(text, case=how[0], accents=how[1]))
        self._hits = self._searched[3].find(self.bar.wanted.text())
        self.bar.tell(-1, len(self._hits))
        self._paint(self._hits if self.is_open else [])

    def _paint(self, hits: list[tuple[int, int]]) -> None:
        self._view.article.found = hits
        self._view.viewport().update()
