"""Shards brought into the pools, just as `suggest` would have filled them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from annotations.facts import Fact
from annotations.json_fields import BadItem
from annotations.problems import Noted, Problem, worded
from annotations.suggest.chunks.shapes import LookedThrough
from annotations.suggest.replies import ArticleReply, Awaited, read_reply
from annotations.suggest.shards.reading import ShardContent, ShardLine, lines
from models.project import Project
from models.queries.articles import LACKS_FACTS, LACKS_SPANS
from models.queries.suggesting.wanted import WantedArticles
from models.transfer.suggesting.giving import keep

TOGETHER = 100  # articles of a transaction
NO_ARTICLE = "There is no article {id} in this project."
OTHER_TEXT = "The article {id} has another text here."
NO_TYPE = "The article {id} was left out: there is no fact type {type} in this project."
LEFT_OUT = "The article {id} was left out: {why}."
OTHER_SCHEMA = "This was made with another schema; articles in which something was found that this one does not have are left out."


def hashes_of(at: Project, ids: Iterable[str]) -> dict[str, str]:
    """Return the hashes of the articles' texts, by id."""
    sql = "SELECT id, hash FROM article WHERE id IN (SELECT value FROM json_each(?))"
    return dict(at.db.rows(sql, (json.dumps([*ids]),)))


class ShardArrivals:
    """The arrival of shards in a project; `counts` of what they brought, `problems` of what could not be taken.

    `already`: articles that had suggestions before, and keep them, unless the shard was made with --again.
    """

    def __init__(self, at: Project) -> None:
        self._at, self._labels = at, at.schema.labels_in_use
        self.articles, self.already, self.spans, self.facts = 0, 0, 0, 0
        self.problems, self.notices, self._what = Noted(), Noted(), set[str]()

    def take(self, shard: ShardContent, tick: Callable[[], None] = lambda: None) -> None:
        """Put what the shard has into the pools, so many articles in a transaction."""
        if shard.head.schema != self._at.schema.hash():
            self.notices.add(Problem(shard.path, None, OTHER_SCHEMA))
        self.problems.note(*shard.end.troubles)
        self._what.add(shard.head.what)
        fitting = self._fitting(shard, tick)
        while some := list(islice(fitting, TOGETHER)):
            spans, facts = keep(self._at, some, by=shard.head.by)
            self.articles, self.spans, self.facts = (
                self.articles + len(some),
                self.spans + spans,
                self.facts + facts,
            )

    def left(self) -> int:
        """Return how many articles still lack what was looked for in the shards."""
        what = next(iter(self._what)) if len(self._what) == 1 else "all"
        return WantedArticles(what, self._at.schema.proposes_facts).count(self._at)[0]

    def _fitting(self, shard: ShardContent, tick: Callable[[], None]) -> Iterator[LookedThrough]:
        for line in lines(shard):
            tick()
            if isinstance(line, ShardLine):
                try:
                    found = self._looked(shard, line)
                except BadItem as error:
                    self._refuse(shard, line.line, worded(LEFT_OUT, id=line.article, why=error))
                    continue
                if found:
                    yield found
            else:
                number, why = line
                self._refuse(shard, number, worded("This line was left out: {why}.", why=why))

    def _looked(self, shard: ShardContent, line: ShardLine) -> LookedThrough | None:
        """Return what the line brings, None where it brings nothing."""
        sql = f"SELECT hash, length, {LACKS_SPANS}, {LACKS_FACTS} FROM article WHERE id = ?"
        row = self._at.db.row(sql, (line.article,))
        if row is None or row[0] != line.hash:
            self._refuse(shard, line.line, worded(OTHER_TEXT if row else NO_ARTICLE, id=line.article))
            return None
        _, length, lacks_spans, lacks_facts = row
        if not (shard.head.again or (lacks_spans if line.spans else lacks_facts)):
            self.already += 1
            return None
        reply = read_reply(line.value, Awaited({line.article: length}, self._labels))
        if not isinstance(reply, ArticleReply):
            raise BadItem("it is no line on an article")
        if unknown := self._unknown(reply.facts or ()):
            self._refuse(shard, line.line, worded(NO_TYPE, id=line.article, type=unknown))
            return None
        return LookedThrough(
            line.article, reply.pool if line.spans else None, reply.facts if line.facts else None
        )

    def _unknown(self, facts: Iterable[Fact]) -> str:
        """Return the first type of a fact that the schema lacks, "" for none."""
        return next((fact.type for fact in facts if fact.type not in self._at.schema.facts), "")

    def _refuse(self, shard: ShardContent, line: int, said: str) -> None:
        self.problems.add(Problem(shard.path, line, said))
