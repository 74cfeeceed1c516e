"""What the queue of doubtful suggestions costs in a project of 100,000 articles, and lint in a large article."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.lint.check import work_of
from annotations.lint.span_checks import lint
from annotations.schema import reader as schema_reader
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from models.project import Project
from models.queries.doubt.doubt_queue import DOUBT_COLUMNS, Queue, weigh_again
from models.store.rows import ITEM_COLUMNS, marks, to_row
from tests.benchmarks.bench_project import ARTICLES, WHO, fill
from tests.benchmarks.figures import Figure, cost, costs, milliseconds

TEXT = "Paris is not far from Lyon, said the mayor of Nice. " * 60
AN_ARTICLE = 10  # suggestions
ROWS = 30  # what the panel shows
SAME = 20_000  # suggestions with a wording that a decision contradicts
SPANS = 5_000  # of the article that is linted


def figures() -> Iterator[Figure]:
    schema = schema_reader.parse(schema_reader.shipped("news"), "news")
    with TemporaryDirectory() as name:
        project = Project.create(Path(name) / "doubt", schema)
        fill(project)
        weigh(project)
        yield from heads(project)
        yield raising(project)
        project.close()
    yield from linting(schema)


def weigh(project: Project) -> None:
    """Texts for the articles, and 1,000,000 suggestions in all, each with a doubt."""
    chance = random.Random(7)
    with project.db.writing():
        project.db.run("INSERT INTO article_text SELECT number, ? FROM article", (TEXT,))
        project.db.run("DELETE FROM suggestion")
        sql = f"INSERT INTO suggestion (article, {ITEM_COLUMNS}, {DOUBT_COLUMNS}) VALUES ({marks(13)})"
        for number in range(1, ARTICLES + 1):
            project.db.many(sql, list(_pool(number, chance)))


def _pool(number: int, chance: random.Random) -> Iterator[tuple[object, ...]]:
    for n in range(AN_ARTICLE):
        start, score = 52 * n, round(chance.random(), 4)
        wording = "Paris" if n or number > SAME else "Nancy"
        row = to_row(Span(f"{n:016x}", start, start + 5, "GPE", Status.SUGGESTED, "en_news 1.0", score))
        yield (number, *row, wording, 1 - score, 1 - score)


def heads(project: Project) -> Iterator[Figure]:
    """The first look passes all that is decided, those after it begin where it ended."""
    name = f"doubtful first of {ARTICLES * AN_ARTICLE:,}"
    for decided, most in ((0, 50), (1_000, 50), (10_000, 100), (100_000, 1_000)):
        decide(project, decided)
        first = [cost(lambda: Queue(project.db).head(WHO, 1)) for _ in range(5)]
        yield milliseconds(f"{name}: first look, {decided:,} decided", first, most=most)
        for count in (1, ROWS):
            project.learning.doubtful(WHO, 1)
            taken = costs(partial(project.learning.doubtful, WHO, count))
            yield milliseconds(f"{name}: the next {count}, {decided:,} decided", taken, most=50)


def decide(project: Project, count: int) -> None:
    """Confirms the most doubtful ones."""
    with project.db.writing():
        project.db.run("DELETE FROM item WHERE kind = 'span'")
        project.db.run(
            f"INSERT INTO item (article, annotator, {ITEM_COLUMNS}, event) SELECT article, '{WHO}', kind, id, "
            "start, \"end\", label, 'confirmed', origin, score, body, 1 FROM suggestion ORDER BY doubt DESC LIMIT ?",
            (count,),
        )


def raising(project: Project) -> Figure:
    """A decision that contradicts a wording suggested very often."""

    def decided() -> None:
        with project.db.writing():
            project.db.run("INSERT INTO wording VALUES (?, 'Nancy', 'PERSON', 1, 0)", (WHO,))
            weigh_again(project.db, {"Nancy": Counter({"PERSON": 1})})

    name = f"a decision raises the doubt of {SAME:,} suggestions"
    return milliseconds(name, [cost(decided)], most=500)


def linting(schema: Schema) -> Iterator[Figure]:
    """5,000 spans, a third of them labelled in another way."""
    text = "".join(
        f"The {n} Navy of Oslo left for Paris {n % 977} at noon, said Ana.\n" for n in range(SPANS)
    )
    starts = (at for at in range(len(text)) if text.startswith("Paris", at))
    spans = [Span(f"{n}", at, at + 5, "GPE" if n % 3 else "ORG") for n, at in enumerate(starts)]
    sheet = Sheet((), AnnotationSet.of("a", WHO, spans))
    taken = costs(lambda: lint(work_of(text, sheet, schema)))
    yield milliseconds(f"lint of {len(text):,} characters / {SPANS:,} spans", taken, most=100)
