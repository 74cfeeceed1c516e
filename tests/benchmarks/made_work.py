"""A project of much work for benchmarks, made up from a fixed seed: an edit for nearly every span, a log of years.

Of ten articles nine are anna's and one is ben's too; every tenth is not begun.  A day of work is about 2,000 edits.
"""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from annotations.facts import Date, Fact, Filler, Role
from annotations.item_json import to_json
from annotations.schema import reader as schema_reader
from annotations.sets import Progress, State
from annotations.spans import Span, Status
from models.project import Project
from models.store.rows import ITEM_COLUMNS, Row, dump, marks, to_row
from tests.benchmarks.made_articles import SYLLABLES

ARTICLES, SPANS, FACTS = 10_000, 500_000, 50_000
LENGTH, EACH, FACTS_EACH = 1_000, 50, 5  # code points, spans and facts of an article
LABELS = ("GPE", "PERSON", "ORG", "DATE", "NORP", "CARDINAL", "LOC", "FAC", "MONEY", "TIME")
TYPES = ("ATTACK", "CASUALTY", "STATEMENT", "DAMAGE", "MEETING")
BEGIN, A_DAY = datetime(2022, 1, 3, 8, tzinfo=UTC), 2_000
EVENT = "INSERT INTO event (number, uuid, lamport, at, \"by\", kind, verb, fate, body) VALUES (?, ?, ?, ?, ?, 'edit', ?, 'done', ?)"


def made_work(folder: Path, articles: int = ARTICLES) -> Project:
    """A new project of so many articles, open."""
    project = Project.create(folder, schema_reader.parse(schema_reader.shipped("news"), "news"))
    chance = random.Random(11)
    words = ["".join(chance.choices(SYLLABLES, k=4))[:8].ljust(8, "e") for _ in range(5_000)]
    often = list(
        accumulate(1 / (rank + 10) for rank in range(len(words)))
    )  # Zipf: a few words make most text
    with project.db.writing():
        sql = "INSERT INTO article (number, id, title, meta, length, hash) VALUES (?, ?, ?, ?, ?, '')"
        meta = (
            (n, f"a{n:06}", f"Made article {n:,}", dump({"batch": f"batch {n % 20}"}), LENGTH)
            for n in _numbers(articles)
        )
        project.db.many(sql, meta)
        texts = (
            (n, " ".join(chance.choices(words, cum_weights=often, k=LENGTH // 9))) for n in _numbers(articles)
        )
        project.db.many("INSERT INTO article_text VALUES (?, ?)", texts)
        log = _Log(project, chance)
        for number in _numbers(articles):
            if number % 10:
                log.work(number, "anna")
                if number % 10 == 1:
                    log.work(number, "ben")
        log.flush()
    return project


def _numbers(articles: int) -> range:
    return range(1, articles + 1)


class _Log:
    """The edits that are made up, article by article."""

    def __init__(self, project: Project, chance: random.Random) -> None:
        self._db, self._chance = project.db, chance
        self._number, self._done, self._at = 0, 0, BEGIN
        self._events: list[Row] = []
        self._items: list[Row] = []
        self._touched: list[Row] = []
        self._pool: list[Row] = []

    def work(self, article: int, who: str) -> None:
        """Decide the spans of an article one by one, then its facts, and finish it."""
        spans = [self._span(article, n, who) for n in range(EACH)]
        for one in spans:
            self._edit(article, who, f"confirm {one.label}", one)
        for n in range(FACTS_EACH):
            self._edit(article, who, "confirm fact", self._fact(article, n, spans))
        self._edit(article, who, "finish", Progress(State.DONE))
        if len(self._items) > 20_000:
            self.flush()

    def flush(self) -> None:
        self._db.many(EVENT, self._events)
        item = f"INSERT INTO item (article, annotator, {ITEM_COLUMNS}, event) VALUES ({marks(12)})"
        self._db.many(item, self._items)
        self._db.many("INSERT INTO touched VALUES (?, ?, ?)", self._touched)
        self._db.many(
            f"INSERT OR IGNORE INTO suggestion (article, {ITEM_COLUMNS}) VALUES ({marks(10)})", self._pool
        )
        for rows in (self._events, self._items, self._touched, self._pool):
            rows.clear()

    def _edit(self, article: int, who: str, verb: str, one: Span | Fact | Progress) -> None:
        self._number += 1
        self._done += 1
        rests = self._done % A_DAY == 0
        self._at += timedelta(hours=20) if rests else timedelta(seconds=self._chance.expovariate(1 / 6))
        at = self._at.isoformat(timespec="milliseconds")
        change = {
            "article": f"a{article:06}",
            "annotator": who,
            "removed": {},
            "added": {one.kind: [to_json(one)]},
        }
        self._events.append(
            (self._number, f"u{self._number}", self._number, at, who, verb, json.dumps([change]))
        )
        self._items.append((article, who, *to_row(one), self._number))
        self._touched.append((article, who, self._number))

    def _span(self, article: int, n: int, who: str) -> Span:
        chance = self._chance
        start, score = n * 18, round(chance.random(), 2)
        label, origin = (
            LABELS[(article * 7 + n) % len(LABELS)],
            chance.choice(("en_news 1.0",) * 6 + ("rule", "seen 3 times", who)),
        )
        right = origin == who or chance.random() < score
        status = Status.CONFIRMED if right or chance.random() < 0.5 else Status.REJECTED
        first = (
            (start, start + 8, chance.choice(LABELS)) if status is Status.CONFIRMED and not right else None
        )
        return Span(
            f"{article:x}-{n}",
            start,
            start + 8,
            label,
            status,
            origin,
            None if origin == who else score,
            first,
        )

    def _fact(self, article: int, n: int, spans: list[Span]) -> Fact:
        chance = self._chance
        held, when = chance.choice(spans), f"2024-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        time = Filler(n * 18 + 9, n * 18 + 17, None, Date(when, when, "day"))
        roles = (Role("time", (time,)), Role("source", (Filler(held.start, held.end, held.id),)))
        fact = Fact(
            f"f{article:x}-{n}",
            chance.choice(TYPES),
            (n * 18, n * 18 + 8),
            roles,
            (),
            Status.CONFIRMED,
            "rule",
            0.5,
        )
        self._pool.append((article, *to_row(fact)))
        return fact
