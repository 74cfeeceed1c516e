"""The codebook of a project, of the work in it."""

from __future__ import annotations

from itertools import groupby

from annotations.formats.base import Record
from annotations.formats.writing.selection import ARTICLES
from annotations.paper.codebook import EXAMPLES, Codebook, CodebookWork
from annotations.review.cases import ordered_roles
from annotations.sheet import Sheet
from models.project import Project
from models.queries import articles as article_queries
from models.queries.paper.phases import BeginsPhase
from models.queries.true_golds import GoldsLeaving


def codebook_of(
    project: Project, ticking: BeginsPhase, *, articles: str = "done", examples: int = EXAMPLES
) -> Codebook:
    """Return the codebook with examples of the sets in the states that `articles` (a key of ARTICLES) says; of none for 0."""
    states, ordered = ARTICLES[articles], ordered_roles(project.schema)
    work = CodebookWork(project.schema, ordered)
    if not examples:
        return work.codebook(0)
    tick = ticking.begin("choosing examples", article_queries.count_records(project))
    golds = GoldsLeaving(project, ordered, states)
    for _, group in groupby(golds.checked(article_queries.records(project)), key=lambda one: one.article.id):
        entries = list(group)
        sheets = [Sheet(one.pool, one.set) for one in entries if one.set and _counts(one, articles)]
        if sheets:
            work.add(entries[0].article, sheets)
        for _ in entries:
            tick()
    return work.codebook(examples)


def _counts(entry: Record, articles: str) -> bool:
    made = entry.set
    return made is not None and made.state in ARTICLES[articles] and not made.progress.skipped
