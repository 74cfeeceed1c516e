"""Progress: how many articles are done, and how many spans and facts are left, of an article and of a project.

What is left of a project is added up from the tallies; articles that are finished or skipped do not count.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from annotations.errors import UserError
from annotations.sets import FINISHED
from annotations.sheet import Sheet
from models.queries import undecided_counts
from models.store.database import HasDatabase, HasRows
from models.store.rows import Row, marks

SLICE = 4  # articles that are counted at a time while nobody waits: 5 ms
PROGRESS = "FROM item WHERE annotator = ? AND kind = 'progress' AND"
DONE = f"label IN ({marks(len(FINISHED))})"
LEFT = f"""
WITH closed AS MATERIALIZED
(SELECT article {PROGRESS} {DONE} UNION SELECT article {PROGRESS} instr(body, '"skipped":') > 0)
SELECT ifnull(sum(undecided) FILTER (WHERE article NOT IN closed), 0),
ifnull(sum(facts) FILTER (WHERE undecided IS NOT NULL AND article NOT IN closed), 0),
count(*) FILTER (WHERE undecided IS NULL), ifnull(sum(undecided + facts) FILTER (WHERE article IN closed), 0)
FROM tally INDEXED BY tally_facts WHERE annotator = ? AND (undecided IS NOT 0 OR facts > 0)
"""


@dataclass(frozen=True)
class Share:
    """A part of a whole number of things: `decided` of `of`."""

    decided: int = 0
    of: int = 0

    @property
    def left(self) -> int:
        return self.of - self.decided


@dataclass(frozen=True)
class ArticleProgress:
    """The spans and facts that an annotator has decided, made or rejected, of all that there are to them."""

    spans: Share = Share()
    facts: Share = Share()

    @classmethod
    def of(cls, sheet: Sheet) -> ArticleProgress:
        """Return the progress on an article as its annotator sees it."""
        spans, facts = len(sheet.set.spans), len(sheet.set.facts)
        left = undecided_counts.Tally.of(sheet)
        return cls(Share(spans, spans + left.spans), Share(facts, facts + left.facts))

    @property
    def is_decided(self) -> bool:
        """Return whether neither a span nor a fact is left to decide."""
        return not (self.spans.left or self.facts.left)


@dataclass(frozen=True)
class ProjectProgress:
    """The articles that an annotator has finished, and the spans and facts left in the others.

    `uncounted`: articles of which it is not known yet what is left; their spans and facts are not among these.
    `aside`: spans and facts that were left undecided in articles that are finished or skipped.
    """

    articles: int = 0
    done: int = 0
    spans: int = 0
    facts: int = 0
    uncounted: int = 0
    aside: int = 0

    @property
    def is_decided(self) -> bool:
        """Return whether it is known that neither a span nor a fact is left to decide."""
        return not (self.spans or self.facts or self.uncounted or self.aside)


def project_progress(project: HasDatabase, annotator: str) -> ProjectProgress:
    """Return the annotator's progress on the project, as far as it is counted."""
    return progress_in(project.db, annotator, is_followed=undecided_counts.is_followed(project.db, annotator))


def progress_in(rows: HasRows, annotator: str, *, is_followed: bool) -> ProjectProgress:
    """Return the progress that the tables tell; `is_followed`: there are tallies for the annotator."""
    articles = _number(rows, "SELECT count(*) FROM article")
    done = _number(rows, f"SELECT count(*) {PROGRESS} {DONE}", (annotator, *FINISHED))
    if not is_followed:
        return ProjectProgress(articles, done, uncounted=articles)
    [(spans, facts, uncounted, aside)] = rows.rows(LEFT, (annotator, *FINISHED, annotator, annotator))
    return ProjectProgress(articles, done, spans, facts, uncounted, aside)


def _number(rows: HasRows, sql: str, values: Row = ()) -> int:
    [(found,)] = rows.rows(sql, values)
    return int(found)


def count_on(project: HasDatabase, annotator: str, most: int = SLICE) -> bool:
    """Count what is left in the next articles; return whether there are more to count.

    Not while somebody else writes: then False, as nothing can be kept.
    """
    sql = (
        "SELECT id FROM tally INDEXED BY tally_open JOIN article ON number = article "
        "WHERE annotator = ? AND undecided IS NOT 0 AND undecided IS NULL ORDER BY article LIMIT ?"
    )
    with suppress(UserError):
        undecided_counts.follow(project.db, annotator)
        ids = [row[0] for row in project.db.rows(sql, (annotator, most))]
        undecided_counts.count(project.db, ids, annotator)
        after = [row[0] for row in project.db.rows(sql, (annotator, 1))]
        return bool(after) and after != ids[:1]
    return False
