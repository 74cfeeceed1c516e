"""What the queue of doubtful suggestions costs in a project of 100,000 articles, and lint in a large article."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations import schema_file
from annotations.spans import Span, Status
from models.database import ITEM_COLUMNS, marks, to_row
from models.doubting import DOUBT_COLUMNS
from models.project import Project
from tests.benchmarks.bench_project import ARTICLES, WHO, fill
from tests.benchmarks.figures import Figure, costs, milliseconds

TEXT = "Paris is not far from Lyon, said the mayor of Nice. " * 60
AN_ARTICLE = 10  # suggestions
ROWS = 30  # what the panel shows
SAME = 20_000  # suggestions with the same wording, all of which a decision contradicts


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        schema = schema_file.parse(schema_file.shipped("news"), "news")
        project = Project.create(Path(name) / "doubt", schema)
        fill(project)
        weigh(project)
        yield from heads(project)
        project.close()


def weigh(project: Project) -> None:
    """Texts for the articles, and more suggestions, 1,000,000 in all, each with a doubt."""
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
    name = f"doubt, {ARTICLES * AN_ARTICLE:,} suggestions in {ARTICLES:,} articles"
    for decided in (0, 1_000, 10_000, 100_000):
        decide(project, decided)
        for most, shown in ((1, "the head"), (ROWS, f"{ROWS} rows")):
            taken = costs(lambda most=most: project.doubtful(WHO, most))
            yield milliseconds(f"{name}: {shown}, {decided:,} decided ahead", taken, most=50)


def decide(project: Project, count: int) -> None:
    """Confirms the most doubtful ones."""
    with project.db.writing():
        project.db.run("DELETE FROM item WHERE kind = 'span'")
        project.db.run(
            f"INSERT INTO item (article, annotator, {ITEM_COLUMNS}, event) SELECT article, '{WHO}', kind, id, "
            'start, "end", label, \'confirmed\', origin, score, body, 1 FROM suggestion ORDER BY doubt DESC LIMIT ?',
            (count,),
        )
