"""Finding in the article: between the find bar and the article view."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject

from annotations.text.search import Searched
from ui.annotate.find_bar import FindBar
from ui.article.article_view import ArticleView
from ui.session import Session

LONGEST = 80  # code points of a selection that is taken as what is wanted


class FindInArticle(QObject):
    """The search in the article at hand.

    The hits are painted while the bar is open; the present one is selected.
    """

    def __init__(self, session: Session, view: ArticleView, bar: FindBar) -> None:
        super().__init__(view)
        self._session, self._view, self._bar = session, view, bar
        self._hits: list[tuple[int, int]] = []
        self._from = 0  # where the search began
        self._searched: tuple[str, bool, bool, Searched] | None = None
        bar.changed.connect(self._search_on)
        bar.stepped.connect(self.step)
        bar.left.connect(self.leave)
        session.article_opened.connect(self._look_again)
        session.project_opened.connect(self._forget)

    def open(self) -> None:
        """Open the bar, with the words that are selected."""
        if self._session.article is None:
            return
        bounds = self._view.selection
        self._from = bounds[0] if bounds else self._view.caret
        words = self._view.text[slice(*bounds)] if bounds and bounds[1] - bounds[0] <= LONGEST else ""
        self._bar.open(" ".join(words.split()))
        self._search_on()

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) hit, from the article's end on to its start."""
        self._search()
        if not self._hits:
            if self._bar.wanted.text().strip():
                self._session.noted.emit("That stands nowhere in this article.")
            return
        here = self._view.selection or (self._view.caret, self._view.caret)
        at = bisect_left(self._hits, here)
        is_hit = at < len(self._hits) and self._hits[at] == here
        self._go_to((at + (step if is_hit else step - (step > 0))) % len(self._hits))

    def leave(self) -> bool:
        """Close the bar, and leave the hit selected; return whether it was open."""
        if self._bar.isHidden():
            return False
        self._bar.hide()
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
        self._bar.tell(at, len(self._hits))

    def _forget(self) -> None:
        """Close the bar, and drop the words that were looked for in the project before."""
        self.leave()
        self._bar.forget()
        self._hits = []

    def _look_again(self) -> None:
        """Search again when another article is opened; with the bar closed nothing is searched."""
        self._from, self._searched = 0, None
        if not self._bar.isHidden():
            self._search()

    def _search(self) -> None:
        how = self._bar.case.isChecked(), self._bar.accents.isChecked()
        text = self._view.text
        if self._searched is None or self._searched[0] is not text or self._searched[1:3] != how:
            self._searched = (text, *how, Searched(text, case=how[0], accents=how[1]))
        self._hits = self._searched[3].find(self._bar.wanted.text())
        self._bar.tell(-1, len(self._hits))
        self._paint([] if self._bar.isHidden() else self._hits)

    def _paint(self, hits: list[tuple[int, int]]) -> None:
        self._view.article.found = hits
        self._view.viewport().update()
