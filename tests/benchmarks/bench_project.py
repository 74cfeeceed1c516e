"""What a project of 100,000 articles, and an article of 20,000 spans, cost a person who works on them."""

from __future__ import annotations

import gc
import random
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations import span_verbs
from annotations.articles import Article
from annotations.edits import Edit
from annotations.formats.base import Record
from annotations.schema import reader as schema_reader
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from models.project import Project
from models.queries import articles as article_queries
from models.store.rows import ITEM_COLUMNS, marks, to_row
from tests.benchmarks.figures import Cost, Figure, cost, costs, milliseconds

ARTICLES, SHOWN = 100_000, 40
SPANS, LENGTH = 20_000, 1_000_000  # of the large article, and code points
WHO = "anna"


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        schema = schema_reader.parse(schema_reader.shipped("news"), "news")
        project = Project.create(Path(name) / "list", schema)
        fill(project)
        yield from listing(project)
        project.close()
        project = Project.create(Path(name) / "large", schema)
        bring(project)
        yield from opening(project)
        yield from editing(project)
        project.close()


# --- 100,000 articles


def fill(project: Project) -> None:
    """Articles with a suggestion each, all of them started."""
    numbers = range(1, ARTICLES + 1)
    with project.db.writing():
        articles = ((n, key(n), f"Article {n:,}") for n in numbers)
        project.db.many(
            "INSERT INTO article (number, id, title, meta, length, hash) VALUES (?, ?, ?, '{}', 3000, '')",
            articles,
        )
        row = to_row(Span("s", 0, 5, "GPE", Status.SUGGESTED, "rule", 0.5))
        values = ((n, *row) for n in numbers)
        project.db.many(f"INSERT INTO suggestion (article, {ITEM_COLUMNS}) VALUES ({marks(10)})", values)
        project.db.run(
            f"INSERT INTO item (article, annotator, {ITEM_COLUMNS}, event) SELECT number, '{WHO}', 'progress', "
            "'progress', NULL, NULL, 'started', NULL, NULL, NULL, '{\"changed\":false,\"state\":\"started\"}', 1 FROM article"
        )


def key(number: int) -> str:
    return f"article-{number:06}"


def listing(project: Project) -> Iterator[Figure]:
    db, name = project.db, f"list {ARTICLES:,} articles"
    first, last = key(1), key(ARTICLES)
    start = cost(lambda: article_queries.next_undecided(project, first, WHO))
    yield milliseconds(f"{name}: asked for by somebody for the first time", [start], most=500)
    yield milliseconds(f"{name}: ids", costs(lambda: article_queries.article_ids(project)), most=80)
    shown = [[key(n + 1) for n in random.Random(at).sample(range(ARTICLES), SHOWN)] for at in range(9)]
    rows = [cost(partial(article_queries.listed, project, ids, WHO)) for ids in shown]
    yield milliseconds(f"{name}: {SHOWN} rows, counted the first time", rows, most=80)
    rows = [cost(partial(article_queries.listed, project, ids, WHO)) for ids in shown]
    yield milliseconds(f"{name}: {SHOWN} rows, counted before", rows, most=80)
    yield following(project, "next undecided article, the next one", first, key(2))
    decide(project, "number < ?")
    yield following(project, "next undecided article, 99,998 decided between", first, last)
    decide(project, "number <= ?")
    yield following(project, "next undecided article, all decided", first, None)
    for left, found in ((ARTICLES, last), (ARTICLES + 1, None)):
        with db.writing():
            db.run("DELETE FROM tally")
            db.run("DELETE FROM tallied")
            db.run("DELETE FROM suggestion WHERE article < ?", (left,))
        who = "99,998 without suggestions between" if found else "none has suggestions"
        yield following(project, f"next undecided article, {who}", first, found)
    rows = [cost(partial(article_queries.listed, project, ids, WHO)) for ids in shown]
    yield milliseconds(f"{name}: {SHOWN} rows without suggestions", rows, most=80)


def decide(project: Project, where: str) -> None:
    with project.db.writing():
        sql = f"INSERT OR REPLACE INTO tally SELECT number, '{WHO}', 0, NULL, 0 FROM article WHERE {where}"
        project.db.run(sql, (ARTICLES,))


def following(project: Project, name: str, after: str, expected: str | None) -> Figure:
    found = article_queries.next_undecided(project, after, WHO)
    if found != expected:
        raise ValueError(f"{name}: {found} was found, not {expected}.")
    return milliseconds(name, costs(lambda: article_queries.next_undecided(project, after, WHO)), most=10)


# --- one article of 20,000 spans


def bring(project: Project) -> None:
    """A large article, half of its spans suggested and half confirmed, and a small one."""
    for id_, length, count in (("large", LENGTH, SPANS), ("small", 3_000, 60)):
        step = length // count
        spans = [
            Span(f"{n:08x}", n * step, n * step + 12, "GPE", origin="rule", score=0.5) for n in range(count)
        ]
        pool = tuple(
            Span(s.id, s.start, s.end, s.label, Status.SUGGESTED, s.origin, s.score) for s in spans[::2]
        )
        made = AnnotationSet.of(id_, WHO, spans[1::2])
        arrivals = project.arrivals(by=WHO)
        arrivals.take([Record(Article(id_, "Paris is not far. " * (length // 18)), made, pool)])
        arrivals.land()
        arrivals.close()


def opening(project: Project) -> Iterator[Figure]:
    def work() -> None:
        project.article("large")
        project.sheet("large", WHO)

    yield milliseconds(
        f"open {LENGTH:,} characters / {SPANS:,} spans: article and sheet", costs(work), most=150
    )


def editing(project: Project) -> Iterator[Figure]:
    sheet, small = project.sheet("large", WHO), project.sheet("small", WHO)
    between, taken = [], []
    for span in list(sheet.undecided)[:40]:
        after = span_verbs.confirm(sheet.set, span)
        edit = Edit.between("Confirm", sheet.set, after)
        between.append(cost_of(partial(Edit.between, "Confirm", sheet.set, after)))
        taken.append(cost_of(partial(sheet.apply, edit.changes[0])))
    yield milliseconds(f"Edit.between, {SPANS:,} spans", between, most=5)
    yield milliseconds(f"Sheet.apply, {SPANS:,} spans", taken, most=5)
    for name, at in (("small article", small), (f"{SPANS:,} spans", project.sheet("large", WHO))):
        stored = [cost_of(partial(project.apply, edit, by=WHO)) for edit in confirming(at)]
        yield milliseconds(f"one edit saved, {name}", stored, most=10)
        yield milliseconds(f"one edit saved, {name}", stored, most=20, wall=True)
    many = project.sheet("large", WHO)
    edit = Edit.between("Confirm", many.set, span_verbs.confirm(many.set, *list(many.undecided)[:2_000]))
    project.apply(edit, by=WHO)
    undone = [
        cost_of(lambda: project.undo(WHO)),
        cost_of(lambda: project.redo(WHO)),
        cost_of(lambda: project.undo(WHO)),
    ]
    yield milliseconds("undo and redo of 2,000 spans", undone, most=100)


def confirming(sheet: Sheet) -> Iterator[Edit]:
    for span in list(sheet.undecided)[:25]:
        edit = Edit.between("Confirm", sheet.set, span_verbs.confirm(sheet.set, span))
        sheet.apply(edit.changes[0])
        yield edit


def cost_of(work: Callable[[], object]) -> Cost:
    """As `cost`, without cleaning the heap: it would be longer than the work."""
    gc.disable()
    try:
        return cost(work)
    finally:
        gc.enable()
