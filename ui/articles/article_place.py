"""The place of the article: the article with what stands round it, or, in an empty project, how to bring some."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.queries import filters
from ui.frame.pane_round import tab_after
from ui.session import Session

if TYPE_CHECKING:
    from ui.articles.no_articles import NoArticles


class ArticlePlace(QStackedWidget):
    """The stack of the two; the keyboard goes along when one takes the other's place.

    `asked`: the name of an action of the menu File.
    """

    asked = Signal(str)

    def __init__(self, session: Session, reading: QWidget) -> None:
        super().__init__()
        self._session, self._reading, self._doing = session, reading, ""
        self.addWidget(reading)
        self.setFocusProxy(reading)
        for changed in (session.article_opened, session.articles_changed):
            changed.connect(self._settle)

    @cached_property
    def empty(self) -> NoArticles:
        """Return the way to bring articles, made when a project has none."""
        from ui.articles.no_articles import NoArticles

        made = NoArticles()
        made.asked.connect(self.asked)
        made.show_progress(self._doing or None)
        self.addWidget(made)
        tab_after(self._reading.focusProxy() or self._reading, made)
        return made

    @property
    def is_empty(self) -> bool:
        """Return whether the way to bring articles is shown in the article's place."""
        return self.currentWidget() is not self._reading

    def take_keyboard(self) -> None:
        """Give the article the keyboard, or what stands in its place."""
        (self.empty if self.is_empty else self._reading).setFocus()

    def show_progress(self, doing: str | None, done: int = 0, of: int = 0) -> None:
        """Say in the article's place that articles are on their way, while anything runs."""
        self._doing = doing or ""
        if "empty" in vars(self):
            self.empty.show_progress(doing, done, of)

    def _settle(self) -> None:
        """Show how to bring articles when the project has none."""
        project, article = self._session.project, self._session.article
        is_empty = bool(project and not article and not filters.has_articles(project))
        if is_empty != self.is_empty:
            before, after = (self._reading, self.empty) if is_empty else (self.empty, self._reading)
            had = before.isAncestorOf(self.window().focusWidget() or self)
            self.setCurrentWidget(after)
            self.setFocusProxy(after)
            if had or not is_empty:  # what was pressed is off by now, and the keyboard has gone on by itself
                after.setFocus()
