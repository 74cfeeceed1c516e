"""Showing: the spans, hints and boilerplate of the article at hand, as they come and go, in the view."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject

from annotations.sheet import Seen
from ui.article.article_view import ArticleView
from ui.session import Session


class Showing(QObject):
    """The way from the session's article to the view; caret, selection and focus are not its concern."""

    def __init__(self, session: Session, view: ArticleView) -> None:
        super().__init__(view)
        self._session, self._view = session, view
        session.article_opened.connect(self._show)
        session.reloaded.connect(self._show_again)
        session.seen.connect(self._change)

    def _show(self) -> None:
        boilerplate = self._session.sheet.boilerplate
        gc.unfreeze()
        self._view.article.hints = self._session.sheet.hints()
        self._view.set_article(self._session.text, list(self._session.sheet), list(boilerplate))
        gc.freeze()  # a full collection over a large article takes 15 ms, which would be felt in a scroll

    def _show_again(self) -> None:
        """Show the same article with other spans: place and focus stay."""
        old, new = self._view.spans, {span.id: span for span in self._session.sheet}
        self._view.change_spans(
            [id_ for id_, span in old.items() if new.get(id_) != span],
            [span for id_, span in new.items() if old.get(id_) != span],
        )
        self._view.article.hints = self._session.sheet.hints()
        self._view.set_boilerplate(self._session.sheet.boilerplate)

    def _change(self, seen: Seen) -> None:
        self._view.change_spans(seen.removed, seen.added)
        if seen.boilerplate:
            self._view.set_boilerplate(self._session.sheet.boilerplate)
