"""What stands in the place of the hits while there are none: what can be asked, or what was looked through."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal

from annotations.search.query import Query, SearchTarget
from annotations.search.writing import write
from annotations.text.counts import counted
from models.project import Project
from models.queries import articles as article_queries
from ui.look.buttons import Button
from ui.look.empty import Empty
from ui.look.layouts import Pane, column, row
from ui.search.examples import COUNT, examples

NOT_YET = "Search all articles for words, spans or facts, as with one of these."
NO_ARTICLES = "There are no articles to search yet."
THINGS = {
    SearchTarget.WORDS: "the texts of {}",
    SearchTarget.SPANS: "{}’s spans and suggestions in {}",
    SearchTarget.FACTS: "{}’s facts and suggestions in {}",
}
NONE_FOUND = "Nothing found for {}. Looked through: {}."


class NoHits(Pane):
    """The place.  `wanted`: a line to search for."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(ground="page")
        self.empty = Empty("search", NOT_YET)
        self.examples = [Button("", "search", height=28, takes_focus=True) for _ in range(COUNT)]
        self._examples = Pane(column(*(row(None, one, None) for one in self.examples), gap=8), ground="page")
        lines = column(None, self.empty, gap=0)
        lines.add(self._examples)
        lines.add(None)
        self.setLayout(lines)
        self.setFocusProxy(self.examples[0])
        for one in self.examples:
            one.clicked.connect(partial(self._want, one))

    def offer(self, project: Project) -> None:
        """Offer searches for what the project has."""
        first = next(iter(article_queries.article_ids(project)), None)
        lines = examples(project.schema, project.article(first).text[:2000]) if first else []
        for button, line in zip(self.examples, (*lines, *[""] * COUNT), strict=False):
            button.say(line, "search", "")
            button.setVisible(bool(line))

    def show_none(self, query: Query | None, project: Project | None, annotator: str) -> None:
        """Say why there are no hits: nothing was looked for yet, or where it was looked for in vain."""
        count = len(article_queries.article_ids(project)) if project else 0
        self._examples.setVisible(query is None and count > 0)
        if query is None:
            self.empty.say(NOT_YET if count else NO_ARTICLES)
            return
        who = next((one.values[0] for one in query.about("annotator")), annotator)
        parts = (
            (who, counted(count, "article"))
            if query.target is not SearchTarget.WORDS
            else (counted(count, "article"),)
        )
        self.empty.say(NONE_FOUND.format(write(query), THINGS[query.target].format(*parts)))

    def _want(self, button: Button, _: bool = False) -> None:
        self.wanted.emit(button.text())
