"""Progress: how many articles are done, and how many spans and facts are left, of an article and of a project.

What is left of a project is added up from the tallies; articles that are finished or skipped do not count.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from contextlib import suppress
from dataclasses import astuple

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import FINISHED
from annotations.sheet import Sheet
from models.queries import undecided_counts
from models.store.database import HasDatabase, HasRows
from models.store.rows import Row, marks

SLICE = 4  # articles that are counted at a time while nobody waits: 5 ms
BLOCK = 4_096  # article numbers that are added up together: 5 ms
WHOLE = (0, 2**62)  # the numbers of all articles
PROGRESS = "FROM item WHERE annotator = ? AND article BETWEEN ? AND ? AND kind = 'progress' AND"
DONE = f"label IN ({marks(len(FINISHED))})"
LEFT = f"""
WITH closed AS MATERIALIZED
(SELECT article {PROGRESS} {DONE} UNION SELECT article {PROGRESS} instr(body, '"skipped":') > 0)
SELECT ifnull(sum(undecided) FILTER (WHERE article NOT IN closed), 0),
ifnull(sum(facts) FILTER (WHERE undecided IS NOT NULL AND article NOT IN closed), 0),
count(*) FILTER (WHERE undecided IS NULL), ifnull(sum(undecided + facts) FILTER (WHERE article IN closed), 0)
FROM tally INDEXED BY tally_facts WHERE annotator = ? AND article BETWEEN ? AND ? AND (undecided IS NOT 0 OR facts > 0)
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


def articles_done(project: HasDatabase, annotator: str) -> ProjectProgress:
    """Return how many articles are done; what is left in the others is not added up, which takes long, and is unknown."""
    return progress_in(project.db, annotator, is_followed=False)


def progress_in(
    rows: HasRows, annotator: str, *, is_followed: bool, between: tuple[int, int] = WHOLE
) -> ProjectProgress:
    """Return the progress that the tables tell; `is_followed`: there are tallies for the annotator.

    `between`: the first and the last number of the articles that are looked at.
    """
    bounds = "" if between == WHOLE else f" WHERE number BETWEEN {between[0]:d} AND {between[1]:d}"
    articles = _number(rows, f"SELECT count(*) FROM article{bounds}")
    whose = (annotator, *between)
    done = _number(rows, f"SELECT count(*) {PROGRESS} {DONE}", (*whose, *FINISHED))
    if not is_followed:
        return ProjectProgress(articles, done, uncounted=articles)
    [(spans, facts, uncounted, aside)] = rows.rows(LEFT, (*whose, *FINISHED, *whose, *whose))
    return ProjectProgress(articles, done, spans, facts, uncounted, aside)


def _number(rows: HasRows, sql: str, values: Row = ()) -> int:
    [(found,)] = rows.rows(sql, values)
    return int(found)


class ProgressSums:
    """The progress of an annotator on an open project, in blocks of articles: an edit has one of them added up anew.

    What other programs write is not noticed: `forget` then.
    """

    def __init__(self, project: HasDatabase, annotator: str) -> None:
        self._project, self._annotator = project, annotator
        self._blocks: dict[int, ProjectProgress] = {}
        self._is_followed = False  # as the blocks were added up
        self._place = 0  # up to which article what is left is counted

    def forget(self, ids: Collection[str] | None = None) -> None:
        """Have the blocks of these articles added up anew, or with None all."""
        if ids is None or len(ids) > BLOCK:
            self._blocks.clear()
            return
        sql = "SELECT number FROM article WHERE id IN (SELECT value FROM json_each(?))"
        for (number,) in self._project.db.rows(sql, (json.dumps(list(ids)),)):
            self._blocks.pop(number // BLOCK, None)

    def added_up(self, most: int = 1) -> bool:
        """Add up so many more blocks; return whether all are."""
        database, left = self._project.db, most
        is_followed = undecided_counts.is_followed(database, self._annotator)
        if is_followed != self._is_followed:  # else what has nothing to count would stay unknown
            self._is_followed = is_followed
            self._blocks.clear()
        for block in range(self._count()):
            if block in self._blocks:
                continue
            if not left:
                return False
            between, left = (block * BLOCK, block * BLOCK + BLOCK - 1), left - 1
            found = progress_in(database, self._annotator, is_followed=is_followed, between=between)
            self._blocks[block] = found
        return True

    @property
    def progress(self) -> ProjectProgress:
        """Return the sum of what is added up."""
        each = (astuple(self._blocks[block]) for block in range(self._count()) if block in self._blocks)
        return ProjectProgress(*map(sum, zip(*each, strict=True)))

    def count_on(self, most: int = SLICE) -> bool:
        """Count what is left in the next articles: see `count_on`; return whether there are more to count."""
        before, first = self._place, self._place
        self._place = count_on(self._project, self._annotator, most, after=first)
        if not self._place and before:  # others may have become unknown meanwhile
            first, self._place = 0, count_on(self._project, self._annotator, most)
        for block in range(first // BLOCK, self._place // BLOCK + 1):
            self._blocks.pop(block, None)
        return bool(self._place)

    def _count(self) -> int:
        return _number(self._project.db, "SELECT ifnull(max(number), 0) FROM article") // BLOCK + 1


def count_on(project: HasDatabase, annotator: str, most: int = SLICE, *, after: int = 0) -> int:
    """Count what is left in the next articles behind that number; return the number of the last of them, 0 for none.

    Not while somebody else writes: then 0, as nothing can be kept.
    """
    sql = (
        "SELECT id, number FROM tally INDEXED BY tally_open JOIN article ON number = article "
        "WHERE annotator = ? AND undecided IS NOT 0 AND undecided IS NULL AND article > ? ORDER BY article LIMIT ?"
    )
    with suppress(UserError):
        undecided_counts.follow(project.db, annotator)
        found = project.db.rows(sql, (annotator, after, most))
        undecided_counts.count(project.db, [row[0] for row in found], annotator)
        if found and project.db.row(sql, (annotator, after, 1)) != found[0]:
            return int(found[-1][1])
    return 0
