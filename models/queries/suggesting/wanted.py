"""The articles that a run of `suggest` is to look through: all that lack suggestions, given ones, or a part of them.

They are read page by page while the run writes: an article that it has been given is behind it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.chunks.cutting import BLOCK
from models.queries.articles import LACKS_FACTS, LACKS_SPANS
from models.store.database import HasDatabase

PAGE = 500  # articles whose ids are read at a time


class ArticlePart(NamedTuple):
    """The `number`-th of so many parts of a project's articles, from 1; each article is in one of them, always the same."""

    number: int = 1
    of: int = 1

    @property
    def where(self) -> str:
        """Return the condition on an article, which is dealt out with its block."""
        return "1" if self.of == 1 else f"(number / {BLOCK}) % {self.of} = {self.number - 1}"


class WantedArticle(NamedTuple):
    """An article of a run: whether spans, and whether facts are looked for in it."""

    number: int
    id: str
    spans: bool
    facts: bool


@dataclass(frozen=True)
class WantedArticles:
    """The articles of a run.

    `what`: spans, facts or all.  `proposes_facts`: the schema has a type that can be suggested.  `again`: also where there are
    suggestions already; `among`: in these articles alone.
    """

    what: str
    proposes_facts: bool
    again: bool = False
    among: Collection[str] | None = None
    part: ArticlePart = field(default_factory=ArticlePart)

    def count(self, project: HasDatabase) -> tuple[int, int, int]:
        """Return how many articles there are, in how many spans are looked for, and in how many facts."""
        if self.among is not None:
            found = [*self.read(project)]
            return len(found), sum(one.spans for one in found), sum(one.facts for one in found)
        spans, facts = self._conditions
        sql = f"SELECT count(*), total({spans}), total({facts}) FROM article WHERE {self._where}"
        count, with_spans, with_facts = project.db.row(sql) or (0, 0, 0)
        return int(count), int(with_spans), int(with_facts)

    def read(self, project: HasDatabase) -> Iterator[WantedArticle]:
        """Yield them in import order."""
        spans, facts = self._conditions
        sql = (
            f"SELECT number, id, {spans}, {facts} FROM article WHERE number > ? AND {self._where} "
            f"ORDER BY number LIMIT {PAGE}"
        )
        page = project.db.rows(sql, (0,))
        while page:
            for number, id_, with_spans, with_facts in page:
                if self.among is None or id_ in self._ids:
                    yield WantedArticle(number, id_, bool(with_spans), bool(with_facts))
            if project.db.read_only:
                project.db.version()  # takes in what others have written
            page = project.db.rows(sql, (page[-1][0],))

    @cached_property
    def _ids(self) -> frozenset[str]:
        return frozenset(self.among or ())

    @property
    def _conditions(self) -> tuple[str, str]:
        """Return when spans, and when facts are looked for in an article."""
        spans = "0" if self.what == "facts" else "1" if self.again else f"({LACKS_SPANS})"
        if self.what == "spans" or not (self.again or self.proposes_facts):
            return spans, "0"
        return spans, "1" if self.again else f"({LACKS_FACTS})"

    @property
    def _where(self) -> str:
        return f"({' OR '.join(self._conditions)}) AND {self.part.where}"
