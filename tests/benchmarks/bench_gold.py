"""What the check of gold costs an export, beside the same records without it in the same run.

Two annotators with 50 spans and 20 facts in each article, every case decided, every article approved.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.formats.writing.export import export
from annotations.formats.writing.selection import ARTICLES, Choice
from annotations.review import decisions
from annotations.sets import GOLD, AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from models.queries import articles as article_queries
from models.queries.review_queue import ReviewQueue
from models.queries.true_golds import GoldsLeaving
from tests.benchmarks.figures import Cost, Figure, cost, median, ratio
from tests.making import arrive, small_project

MANY, ROUNDS = 100, 3
WHO = ("anna", "ben")


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        project = reviewed(small_project(Path(name) / "p"))
        try:
            for who, what, most in ((GOLD, "gold", 3.0), ("anna", "reviewed work", 1.3)):
                both = [
                    (leave(project, who, is_checked=True), leave(project, who, is_checked=False))
                    for _ in range(ROUNDS + 1)
                ][1:]
                checked, plain = median(one for one, _ in both), median(one for _, one in both)
                yield ratio(
                    f"export {MANY:,} articles of {what}, beside unchecked", checked, plain, most=most
                )
        finally:
            project.close()


def reviewed(project: Project) -> Project:
    text = " ".join(f"word{n}" for n in range(600))
    for n in range(MANY):
        article = Article(f"a{n}", f"{text} {n}", f"a{n}")
        arrive(project, *(Record(article, work(article.id, who)) for who in WHO))
        queue = ReviewQueue(project, WHO)
        at = queue.work(article.id, text)
        gold = decisions.take_all(at.begun(), at.open_cases, "ben", by="rex")
        project.apply(at.step("take all", gold), by="rex")
        project.apply(queue.work(article.id, text).approved("approve", by="rex"), by="rex")
    return project


def work(article: str, who: str) -> AnnotationSet:
    """The two differ in the label of every tenth span."""
    labels = ["ORG" if who == "ben" and n % 10 == 0 else "PERSON" for n in range(50)]
    spans = [Span(f"{who}{n}", n * 60, n * 60 + 5, label) for n, label in enumerate(labels)]
    roles = [Role("who", (Filler(s.start, s.end, s.id),)) for s in spans[:20]]
    facts = [Fact(f"{who}f{n}", "LEFT", (n * 60 + 10, n * 60 + 14), (r,)) for n, r in enumerate(roles)]
    return AnnotationSet.of(article, who, [*spans, *facts, Progress(State.DONE)])


def leave(project: Project, who: str, *, is_checked: bool) -> Cost:
    records = article_queries.records(project, who)
    if is_checked:
        records = GoldsLeaving(project, (), ARTICLES["reviewed"]).checked(records)
    out, choice = project.folder.parent / f"{who}.jsonl", Choice(who, "reviewed")
    return cost(lambda: export(records, out, format="jsonl", schema=project.schema, choice=choice))
