"""The end of an article: what is decided in it, the time and keys it took, and what its corrections taught."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.articles import Article
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import FINISHED
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.suggest.doubt import elsewhere
from models.project import Project
from models.queries.article_history import OF_ARTICLE, article_pace
from models.queries.progress import ProjectProgress, articles_done
from models.queries.wordings.learned_wordings import LONGEST
from models.store.database import Database
from models.store.rows import marks

EVENTS = 500  # of the log that are counted before it is looked what was taught


@dataclass(frozen=True)
class Taught:
    """So many corrections of an article made so many undecided suggestions in other articles doubtful."""

    corrections: int = 0
    suggestions: int = 0


@dataclass(frozen=True)
class ArticleDone:
    """A finished article: the spans and facts in it, and those left undecided.

    `keys` is None when it was begun before they were counted, `taught` when that was not looked at.  Of the project it is
    said how many articles are done.
    """

    article: str
    title: str
    spans: int
    facts: int
    left_spans: int
    left_facts: int
    keys: int | None
    seconds: float
    taught: Taught | None
    project: ProjectProgress


def article_done(project: Project, article: Article, sheet: Sheet, *, keys: int, since: str) -> ArticleDone:
    """Return what the annotator of the sheet has done in the article; `keys` were counted from `since` on."""
    who = sheet.set.annotator
    facts = sheet.undecided_facts()
    return ArticleDone(
        article=article.id,
        title=article.title or article.id,
        spans=len(sheet.confirmed),
        facts=len(sheet.facts()) - len(facts),
        left_spans=len(sheet.undecided),
        left_facts=len(facts),
        keys=None if _was_begun(project.db, article.id, who, since) else keys,
        seconds=article_pace(project, article.id, who).seconds,
        taught=None if project.learning.count_on(EVENTS) else taught(project.db, article, sheet),
        project=articles_done(project, who),
    )


def _was_begun(database: Database, article: str, annotator: str, before: str) -> bool:
    """Return whether the annotator had edited the article before that time."""
    sql = (
        f"SELECT 1 FROM touched JOIN event ON number = event WHERE {OF_ARTICLE} AND annotator = ? "
        "AND \"by\" = ? AND kind = 'edit' AND at < ? LIMIT 1"
    )
    return database.row(sql, (article, annotator, annotator, before)) is not None


def taught(database: Database, article: Article, sheet: Sheet) -> Taught:
    """Count the suggestions of other articles that corrections in this one made doubtful.

    A correction is a span with another label than was suggested, or one that nobody had suggested; a suggestion of the
    same wording is doubtful where it has a label that people gave no more often.  What the annotator has decided does
    not count, nor what lies in articles that they have finished.
    """
    corrected: dict[str, list[Span]] = {}
    for span in _corrections(sheet):
        if span.end - span.start <= LONGEST:
            corrected.setdefault(article.text[span.start : span.end], []).append(span)
    corrections = suggestions = 0
    for wording, spans in corrected.items():
        sql = "SELECT label, sum(confirmed) FROM wording WHERE wording = ? GROUP BY label"
        given: dict[str, int] = dict(database.rows(sql, (wording,)))
        found = sum(
            count
            for label, count in _elsewhere(database, wording, article.id, sheet.set.annotator)
            if bool(elsewhere(wording, label, given)) and label not in {span.label for span in spans}
        )
        suggestions += found
        corrections += len(spans) if found else 0
    return Taught(corrections, suggestions)


def _corrections(sheet: Sheet) -> Iterable[Span]:
    for span in sheet.set.spans.values():
        if span.status is Status.CONFIRMED:
            is_own = span.origin == sheet.set.annotator and span.id not in sheet.pool
            if is_own or (span.first and span.first[2] != span.label):
                yield span


def _elsewhere(database: Database, wording: str, here: str, annotator: str) -> list[tuple[str, int]]:
    """Return by label how many undecided suggestions of the wording lie in other articles that are not finished."""
    sql = (
        "SELECT label, count(*) FROM suggestion AS s INDEXED BY suggestion_wording WHERE wording = ? "
        "AND s.article <> (SELECT number FROM article WHERE id = ?) AND NOT EXISTS (SELECT 1 FROM item "
        "WHERE item.article = s.article AND annotator = ? AND item.kind = 'span' AND item.id = s.id) "
        "AND NOT EXISTS (SELECT 1 FROM item WHERE item.article = s.article AND annotator = ? "
        f"AND item.kind = 'progress' AND item.label IN ({marks(len(FINISHED))})) GROUP BY label"
    )
    return [(row[0], row[1]) for row in database.rows(sql, (wording, here, annotator, annotator, *FINISHED))]
