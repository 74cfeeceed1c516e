"""Comments in the article: C begins one, a mark stands on what has an open one, a jump leads back.

The article view paints the mark; what it stands on is told to its layout here.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.queries import comments
from ui.article.article_view import ArticleView
from ui.articles import next_article
from ui.panels import Panels
from ui.session import Session
from ui.widgets.target import Target

KEPT = 30  # places to go back to
# article, caret, span in focus, selection, fact in focus
Place = tuple[str, int, str | None, tuple[int, int] | None, str | None]


class Commenting(QObject):
    """The marks of open comments in the article, and the way back from a jump."""

    def __init__(self, session: Session, view: ArticleView, panels: Panels) -> None:
        super().__init__(view)
        self._session, self._view, self._panels = session, view, panels
        self._passed: list[Place] = []
        session.project_opened.connect(self._passed.clear)
        for changed in (session.article_opened, session.reloaded, session.edited, session.described):
            changed.connect(self._sign)
        panels.pointed.connect(self.remember)

    def start(self) -> None:
        """Begin a comment on the fact or span in focus, else on the article."""
        if self._session.article is not None:
            self._panels.open("comments").begin(self._session.fact_id or self._view.focus_id)

    def remember(self, to: Target) -> None:
        """Note where the annotator is, before a jump; a second jump to one place is none."""
        view, article = self._view, self._session.article
        if article and (article.id, view.caret) != (to.article, to.start):
            fact = self._session.fact_id
            self._passed.append((article.id, view.caret, view.focus_id, view.selection, fact))
            del self._passed[:-KEPT]

    def back(self) -> None:
        """Go where the annotator was before the last jump."""
        if not self._passed:
            self._session.noted.emit("There is no jump to come back from.")
            return
        article, caret, focus, selection, fact = self._passed.pop()
        if not next_article.open_article(self._session, article):
            return
        self._view.set_caret(caret)
        if focus in self._view.spans:
            self._view.set_focus(focus)
        elif selection:
            self._view.set_selection(*selection)
        elif fact and self._session.sheet.fact(fact):
            self._session.focus_fact(fact)
        self._view.setFocus()

    def _sign(self) -> None:
        project, article = self._session.project, self._session.article
        said = comments.said(project, article.id) if project and article else ()
        open_ = (one.comment for one in said if not one.comment.resolved and not one.comment.reply_to)
        self._view.article.commented = frozenset(comment.on for comment in open_ if comment.on)
        self._view.viewport().update()
