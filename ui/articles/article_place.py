"""The place of the article: the article with what stands round it, or, in an empty project, how to bring some."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from models.queries import filters
from ui.articles.no_articles import NoArticles
from ui.session import Session


class ArticlePlace(QStackedWidget):
    """The stack of the two; the keyboard goes along when one takes the other's place."""

    def __init__(self, session: Session, reading: QWidget) -> None:
        super().__init__()
        self._session, self._reading, self.empty = session, reading, NoArticles()
        for page in (reading, self.empty):
            self.addWidget(page)
        self.setFocusProxy(reading)
        for changed in (session.article_opened, session.articles_changed):
            changed.connect(self._settle)

    @property
    def is_empty(self) -> bool:
        """Return whether the way to bring articles is shown in the article's place."""
        return self.currentWidget() is self.empty

    def take_keyboard(self) -> None:
        """Give the article the keyboard, or what stands in its place."""
        (self.empty if self.is_empty else self._reading).setFocus()

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
