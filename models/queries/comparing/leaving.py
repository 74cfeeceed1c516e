"""The comparison that leaves with an export across articles: of the articles and spans chosen."""

from __future__ import annotations

from annotations.compare.material import Tick, no_tick
from annotations.formats.across.leaving import CrossExport, leaving
from annotations.formats.writing.selection import ARTICLES, Choice
from annotations.sets import PROJECT
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing import comparing, gathering, proposals
from models.store.database import stamps_of
from models.store.rows import marks


def across(project: Project, choice: Choice, tick: Tick = no_tick) -> CrossExport:
    """Return what leaves of the choice."""
    ids = _articles(project, choice)
    tick("Reading articles", 0, len(ids))
    articles = gathering.compared(project, choice.annotator, ids)
    said = project.annotation_set(PROJECT, comparing.whose(choice.annotator))
    found = proposals.stored(project)
    return leaving(
        articles,
        said,
        found,
        project.schema,
        spans=choice.spans,
        stamps=stamps_of(project.db, said.annotator),
        stories=comparing.stories(project, choice.annotator, found),
    )


def _articles(project: Project, choice: Choice) -> list[str]:
    """Return the ids of the articles that are chosen, in import order: by anybody's state where all are asked for."""
    if choice.articles == "all":
        return article_queries.article_ids(project)
    states = [state.value for state in ARTICLES[choice.articles]]
    whose, values = (
        ("", ()) if choice.annotator == gathering.ALL else ("AND annotator = ?", (choice.annotator,))
    )
    sql = (
        "SELECT id FROM article WHERE number IN (SELECT article FROM item WHERE kind = 'progress' "
        f"AND label IN ({marks(len(states))}) AND NOT {article_queries.SKIPPED} {whose}) ORDER BY number"
    )
    return [row[0] for row in project.db.rows(sql, (*states, *values))]
