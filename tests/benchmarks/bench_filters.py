"""What each filter over a list of 100,000 articles with 469,000 spans costs, ids of what it finds included.

Every tenth article is done by hand, with its spans confirmed; in the others everything is suggested.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.schema import reader as schema_reader
from annotations.sets import Comment, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from models.queries import articles as article_queries
from models.queries import filters
from models.queries.filters import Filter
from models.store.rows import ITEM_COLUMNS, Row, marks, to_row
from tests.benchmarks.figures import Figure, cost, costs, milliseconds

ARTICLES, SPANS, WHO = 100_000, 469_000, "anna"
ORIGINS = ("en_news 0.9.0",) * 6 + ("rule", "rule", "seen 3 times", "pattern", WHO)
ASKED = (
    *(Filter(state=state) for state in ("new", "done")),
    *(Filter(label=label) for label in ("PERSON", "LAW")),
    *(Filter(origin=origin) for origin in filters.ORIGINS),
    Filter(undecided=True),
    *(Filter(below=score) for score in (0.3, 0.9)),
    Filter(commented=True),
    *(Filter(skipped=skipped) for skipped in filters.SKIPPED),
    *(Filter(assigned=name) for name in (WHO, "ben", "nobody")),
    *(Filter(text=text) for text in ("half", "w77 w12", '"w7 w8"', "hal w77")),
    Filter(state="new", label="PERSON", text="half"),
)


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        project = Project.create(
            Path(name) / "list", schema_reader.parse(schema_reader.shipped("news"), "news")
        )
        fill(project)
        first = cost(lambda: article_queries.next_undecided(project, None, WHO))
        yield milliseconds("asked for the first time what is undecided", [first], most=500)
        for wanted in ASKED:
            said = ", ".join(f"{name} {value}" for name, value in vars(wanted).items() if value)
            found = len(filters.show(project, wanted, WHO))
            taken = costs(partial(filters.show, project, wanted, WHO))
            yield milliseconds(f"filter {ARTICLES:,} articles: {said} ({found:,})", taken, most=50)
        project.close()


def fill(project: Project) -> None:
    chance, db = random.Random(5), project.db
    numbers = range(1, ARTICLES + 1)
    with db.writing():
        sql = "INSERT INTO article (number, id, title, meta, length, hash) VALUES (?, ?, ?, '{}', 200, '')"
        db.many(sql, ((n, f"article-{n:06}", f"Article {n:,}") for n in numbers))
        texts = [
            (n, " ".join([f"w{chance.randrange(3000)}" for _ in range(30)] + ["half"] * (n % 2)))
            for n in numbers
        ]
        db.many("INSERT INTO article_text VALUES (?, ?)", texts)
        db.many("INSERT INTO article_words (rowid, text) VALUES (?, ?)", texts)
        labels = list(project.schema.labels)
        pools = (
            (n, *to_row(span))
            for n in numbers
            if n % 10
            for span in spans(n, chance, labels, Status.SUGGESTED)
        )
        db.many(f"INSERT INTO suggestion (article, {ITEM_COLUMNS}) VALUES ({marks(10)})", pools)
        given = ((n, who) for n in numbers for who in (WHO, "ben") if n % 3 or who == WHO)
        db.many("INSERT INTO assignment VALUES (?, ?)", given)
        work = (row for n in numbers if n % 10 == 0 for row in decided(n, chance, labels))
        db.many(f"INSERT INTO item (article, annotator, {ITEM_COLUMNS}, event) VALUES ({marks(12)})", work)


def spans(number: int, chance: random.Random, labels: list[str], status: Status) -> Iterator[Span]:
    for at in range(number * SPANS // ARTICLES - (number - 1) * SPANS // ARTICLES):
        label, origin, score = chance.choice(labels), chance.choice(ORIGINS), round(chance.random(), 2)
        if status is Status.SUGGESTED and origin == WHO:
            origin = "rule"
        first = (0, 1, "LAW") if status is Status.CONFIRMED and chance.random() < 0.05 else None
        yield Span(f"{number:x}-{at}", at * 40, at * 40 + 9, label, status, origin, score, first)


def decided(number: int, chance: random.Random, labels: list[str]) -> Iterator[Row]:
    items = [*spans(number, chance, labels, Status.CONFIRMED)]
    state = Progress(State.DONE, skipped="a duplicate" if number % 50 == 0 else "")
    remarks = [Comment("c", "Why?", WHO, "")] if number % 20 == 0 else []
    return ((number, WHO, *to_row(item), 1) for item in (*items, state, *remarks))
