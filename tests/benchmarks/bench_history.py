"""What a log of 100,000 events costs who looks at its history, its pace and its comments."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations import item_json
from annotations.edits import Change
from annotations.schema import reader as schema_reader
from annotations.sets import Comment
from annotations.spans import Span
from models.project import Project
from models.queries import article_history, comments
from models.store.edit_log import change_json
from models.store.rows import ITEM_COLUMNS, dump, marks, to_row
from tests.benchmarks.figures import Figure, costs, milliseconds

EVENTS, ARTICLES, LARGE = 100_000, 1_000, 20_000  # LARGE: spans, and events, of the first article
WHO = "anna"


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        project = Project.create(
            Path(name) / "log", schema_reader.parse(schema_reader.shipped("news"), "news")
        )
        fill(project)
        yield from asking(project)
        project.close()


def article_of(event: int) -> int:
    return 1 if event <= LARGE else 2 + event % (ARTICLES - 1)


def fill(project: Project) -> None:
    """An edit an event, each a span; the first article has LARGE of them, the others share the rest."""
    begin, spans = datetime(2024, 1, 1, tzinfo=UTC), [made(n) for n in range(1, EVENTS + 1)]
    with project.db.writing():
        articles = ((n, f"a{n}", f"Article {n}") for n in range(1, ARTICLES + 1))
        sql = "INSERT INTO article (number, id, title, meta, length, hash) VALUES (?, ?, ?, '{}', 3000, '')"
        project.db.many(sql, articles)
        texts = ((n, "x" * 3000) for n in range(1, ARTICLES + 1))
        project.db.many("INSERT INTO article_text VALUES (?, ?)", texts)
        sql = f"INSERT INTO item (article, annotator, {ITEM_COLUMNS}, event) VALUES ({marks(12)})"
        rows = ((article_of(n), WHO, *to_row(one), n) for n, one in enumerate(spans, 1))
        project.db.many(sql, rows)
        sql = (
            'INSERT INTO event (number, uuid, lamport, at, "by", kind, verb, fate, body) '
            "VALUES (?, ?, ?, ?, ?, 'edit', 'confirm', 'done', ?)"
        )
        times = ((begin + timedelta(seconds=20 * n)).isoformat() for n in range(1, EVENTS + 1))
        bodies = (
            dump([change_json(Change(f"a{article_of(n)}", WHO, (), (one,)))])
            for n, one in enumerate(spans, 1)
        )
        events = enumerate(zip(times, bodies, strict=True), 1)
        project.db.many(sql, ((n, f"u{n}", n, at, WHO, body) for n, (at, body) in events))
        touched = ((article_of(n), WHO, n) for n in range(1, EVENTS + 1))
        project.db.many("INSERT INTO touched VALUES (?, ?, ?)", touched)
        remark = item_json.to_json(Comment("c", "why?", WHO, "2024-01-01", "s1"))
        sql = (
            "INSERT INTO item (article, annotator, kind, id, body, event) VALUES (?, ?, 'comment', 'c', ?, 1)"
        )
        project.db.many(sql, ((n, WHO, dump(remark)) for n in range(1, 65)))


def made(n: int) -> Span:
    return Span(f"s{n}", n % 2900, n % 2900 + 5, "GPE", origin="rule", score=0.5)


def asking(project: Project) -> Iterator[Figure]:
    ids = [f"a{n}" for n in range(1, 65)]
    of, large = f"of {EVENTS:,} events", f"with {LARGE:,} events"
    for name, work, most in (
        (f"history of an article, {of}", lambda: article_history.history(project, "a7"), 10),
        (f"history of an article {large}", lambda: article_history.history(project, "a1"), 20),
        (f"pace on an article, {of}", lambda: article_history.article_pace(project, "a7", WHO), 10),
        (f"pace on an article {large}", lambda: article_history.article_pace(project, "a1", WHO), 100),
        (
            "count undos up to the latest edit",
            lambda: article_history.to_undo(project, EVENTS, WHO, "a1"),
            10,
        ),
        (f"count undos up to the first, {of}", lambda: article_history.to_undo(project, 1, WHO, "a1"), 100),
        ("what became of suggestions, once counted", lambda: article_history.verdicts(project, WHO), 5),
        (
            f"comments of an article with {LARGE:,} spans",
            lambda: comments.article_threads(project, "a1", WHO),
            5,
        ),
        ("open comments of 64 rows of the article list", lambda: comments.open_counts(project, ids), 5),
    ):
        yield milliseconds(name, costs(work), most=most)
    yield milliseconds("counting on in the log, a step", costs(lambda: project.learning.count_on()), most=40)
