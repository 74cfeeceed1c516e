"""The list of articles and the heading over the one at hand, kept in step with filter and session."""

from __future__ import annotations

from PySide6.QtCore import QObject

from models.queries import articles as article_queries
from models.queries.filters import Filter, count
from models.queries.progress import ArticleProgress
from models.queries.undecided_counts import Tally
from models.transfer import assignments
from ui.articles import next_article
from ui.articles.article_list import ArticleList
from ui.articles.filter_bar import FilterBar
from ui.articles.heading import Heading
from ui.articles.project_counts import ProjectCounts
from ui.look.buttons import Button
from ui.look.empty import Empty, EmptyOver
from ui.session import Session

NO_HITS = "No article passes the filter."


class Listing(QObject):
    """The link between session, filter bar, list and heading."""

    def __init__(self, session: Session, articles: ArticleList, filters: FilterBar, heading: Heading) -> None:
        super().__init__(articles)
        self._session, self._list, self._filters, self._heading = session, articles, filters, heading
        clear = Button("Clear the filter", "x", height=28)
        clear.clicked.connect(filters.clear)
        self.no_hits = Empty("funnel", NO_HITS, clear)
        EmptyOver(articles, self.no_hits, lambda: bool(session.filter))
        session.articles_changed.connect(self.show_list)
        session.rows_changed.connect(articles.articles.forget)
        session.article_opened.connect(self.show_article)
        for changed in (session.edited, session.reloaded):
            changed.connect(self.show_decided)
        session.described.connect(self.show_heading)
        self.counts = ProjectCounts(session, self)
        filters.changed.connect(self.filter)
        articles.chosen.connect(session.open_article)

    def show_list(self) -> None:
        project, article = self._session.project, self._session.article
        if project:
            self._filters.show_annotators(assignments.annotators(project), self._session.annotator)
        ids = next_article.listed(self._session)
        words = self._session.filter.text
        self.no_hits.say("No article has these words." if words else NO_HITS)
        self._list.show_articles(ids, self._rows, article.id if article else None)
        self._filters.tell(len(ids), count(project) if project and self._session.filter else None)

    def filter(self, wanted: Filter) -> None:
        self._session.filter = wanted
        self.show_list()
        self.show_heading()

    def _rows(self, ids: list[str]) -> dict[str, article_queries.Listed]:
        """Return the rows of those articles; the one at hand is counted by its sheet, at no cost."""
        session = self._session
        if session.project is None:
            return {}
        here = session.article.id if session.article else ""
        counted = {here: Tally.of(session.sheet)} if here in ids else {}
        return article_queries.listed(session.project, ids, session.annotator, counted)

    def show_article(self) -> None:
        self._list.point_to(self._session.article.id if self._session.article else None)
        self.show_heading()

    def show_heading(self) -> None:
        article = self._session.article
        place = self._list.articles.place(article.id) if article else None
        if article is None or (place is None and not self._session.filter):
            empty = self._session.project and not self._list.articles.ids and not self._session.filter
            self._heading.show_none(
                "There are no articles yet: File, Import, or drop files here." if empty else ""
            )
        else:
            self._heading.show_article(article, place, len(self._list.articles.ids))
            self.show_decided()

    def show_decided(self) -> None:
        if self._session.article:
            self._heading.show_progress(ArticleProgress.of(self._session.sheet))
