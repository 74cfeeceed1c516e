"""Undo and redo of the fact builder: the steps of the fact in hand, and what was taken when somebody left one."""

from __future__ import annotations

from collections.abc import Callable

from annotations.errors import UserError
from annotations.fact_draft import Draft, Range
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from ui.article.article_view import ArticleView
from ui.building import saying
from ui.building.steps import FactSteps
from ui.session import Session


@dataclass(frozen=True)
class LeftBehind:
    """A fact that somebody left before it was done: what was taken, and the fact as it was, if it existed."""

    article: str
    draft: Draft
    was: Fact | None
    at: Range


class TakingBack:
    """The builder's part in undo and redo; while it is open they are about its own steps alone.

    `is_open`: whether the builder is; `resume` opens it with what was left.
    """

    def __init__(
        self,
        session: Session,
        view: ArticleView,
        steps: FactSteps,
        is_open: Callable[[], bool],
        resume: Callable[[LeftBehind], None],
    ) -> None:
        self._session, self._view, self._steps = session, view, steps
        self._is_open, self._resume = is_open, resume
        self._article = ""  # in which the fact in hand is built
        self._left: LeftBehind | None = None
        session.ask_first(self)
        view.destroyed.connect(lambda: session.ask_no_more(self))

    def begin(self) -> None:
        """Have nothing to bring back, for a fact is begun in the article at hand."""
        self._left = None
        self._session.ask_first(self)
        self._article = self._session.article.id if self._session.article else ""

    def keep(self, draft: Draft | None, was: Fact | None, at: Range) -> None:
        """Keep what was taken of a fact that is left, and say so; where nothing was there is nothing to keep."""
        if draft and draft.before:
            self._left = LeftBehind(self._article, draft, was, at)
            self._session.noted.emit(saying.LEFT)

    def forget(self) -> None:
        """Have nothing to bring back: something else was written since."""
        self._left = None

    def back(self) -> bool:
        """Undo the last step of the fact in hand, or having left one; return False where there is none."""
        if not self._view.isVisible():
            return False  # another view is shown
        if self._is_open():
            if not self._steps.back():
                self._session.noted.emit(saying.NOTHING_TAKEN)
            return True
        left, self._left = self._left, None
        if left is None or not self._opened(left.article):
            return False
        self._resume(left)
        return True

    def again(self) -> bool:
        """Do the step again that was undone last; return False while no fact is in hand."""
        if not self._view.isVisible() or not self._is_open():
            return False
        if not self._steps.again():
            self._session.noted.emit(saying.NOTHING_UNDONE)
        return True

    def coming(self) -> tuple[str, str]:
        """Return what undo and redo would do here."""
        if self._view.isVisible() and self._is_open():
            return "a step of this fact", "a step of this fact"
        return "leaving the fact" if self._view.isVisible() and self._left else "", ""

    def _opened(self, article: str) -> bool:
        """Open the article in which the fact was left; return whether it is open."""
        try:
            self._session.open_article(article)
        except UserError:  # it was removed since
            return False
        return self._session.article is not None and self._session.article.id == article
