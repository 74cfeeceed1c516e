"""Same facts: those of one type whose roles are filled with the same words, and a decision carried to all of them.

A fact without fillers is the same as one with the same trigger words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from annotations import fact_verbs
from annotations.edits import CLOSED, Edit
from annotations.errors import STALE, StaleEdit
from annotations.facts import Fact
from annotations.same_mentions import Wording
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Status
from models.queries.same_mentions import indexed
from models.store.database import Database, HasDatabase, shown_set, stored_pool
from models.store.rows import from_row, marks

BATCH = 10  # articles that are looked at in a step
CONTEXT = 80  # code points shown before a fact's trigger and behind it


@dataclass(frozen=True)
class FactWording:
    """A fact's type and the words of its roles; the trigger's words where no role is filled."""

    type: str
    roles: tuple[tuple[str, tuple[str, ...]], ...]
    trigger: str = ""

    @classmethod
    def of(cls, fact: Fact, text: str) -> FactWording:
        """Return the wording of a fact in that text; the order of roles and fillers says nothing."""
        words = {
            role.role: tuple(sorted(_said(text, filler.start, filler.end) for filler in role.fillers))
            for role in fact.roles
            if role.fillers
        }
        trigger = _said(text, *fact.trigger) if fact.trigger and not words else ""
        return cls(fact.type, tuple(sorted(words.items())), trigger)

    @property
    def longest(self) -> str:
        """Return the longest of its words, which the articles that have such a fact must have."""
        return max((self.trigger, *(words for _, several in self.roles for words in several)), key=len)


@dataclass(frozen=True)
class FactHit:
    """A fact with the wording, as the annotator sees it, with what stands before, at and behind its trigger.

    `reason`: why nothing is done here, "" when something can be.
    """

    article: str
    title: str
    fact: Fact
    words: tuple[str, str, str]
    reason: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        start, end = self.fact.place
        return (self.article, start, end)


def find(
    project: HasDatabase, wording: FactWording, annotator: str, *, articles: Iterable[str] | None = None
) -> Iterator[list[FactHit]]:
    """Yield the suggested and confirmed facts of that wording, in steps of a few milliseconds.

    They are of the whole project, in order, unless `articles` are named.
    """
    select = "SELECT number, id, title FROM article WHERE"
    if articles is None:
        numbers = [number for number, _ in indexed(project.db, Wording(wording.longest))]
    else:
        numbers = [row[0] for id_ in articles for row in project.db.rows(f"{select} id = ?", (id_,))]
    for at in range(0, len(numbers), BATCH):
        some = numbers[at : at + BATCH]
        rows = project.db.rows(f"{select} number IN ({marks(len(some))}) ORDER BY number", tuple(some))
        yield [
            hit
            for number, id_, title in _having(project.db, rows, wording, annotator)
            for hit in _hits(project.db, number, id_, title or id_, wording, annotator)
        ]


def edit(
    project: HasDatabase,
    verb: str,
    chosen: Iterable[FactHit],
    decision: Status,
    *,
    wording: FactWording,
    annotator: str,
) -> Edit:
    """Return one edit that confirms or rejects these facts.  StaleEdit when one is not as it was found."""
    wanted = sorted(chosen, key=attrgetter("place"))
    articles = {hit.article for hit in wanted}
    there = {
        (hit.article, hit.fact)
        for found in find(project, wording, annotator, articles=articles)
        for hit in found
    }
    if not there.issuperset((hit.article, hit.fact) for hit in wanted):
        raise StaleEdit(STALE.format(verb=verb))
    pairs = []
    for article, group in groupby(wanted, key=attrgetter("article")):
        before = shown_set(project.db, article, annotator)
        sheet = Sheet(stored_pool(project.db, article), before)
        pairs.append((before, _decided(before, sheet, [hit.fact for hit in group], decision)))
    return Edit.over(verb, pairs)


def _decided(to: AnnotationSet, sheet: Sheet, facts: list[Fact], decision: Status) -> AnnotationSet:
    if decision is Status.REJECTED:
        return fact_verbs.reject_fact(to, *facts)
    for fact in facts:
        to = fact_verbs.confirm_fact(to, fact, sheet.fillers_of(fact))
    return to


def _having(
    database: Database, rows: list[tuple[int, str, str]], wording: FactWording, annotator: str
) -> list[tuple[int, str, str]]:
    """Return those of the articles in whose pool or set a fact of the wording lies."""
    numbers = [row[0] for row in rows]
    within = f"article IN ({marks(len(numbers))}) AND kind = 'fact' AND label = ?"
    columns = 'article, kind, id, start, "end", label, status, origin, score, body'
    sql = (
        f"SELECT {columns} FROM suggestion WHERE {within} UNION ALL "
        f"SELECT {columns} FROM item WHERE {within} AND annotator = ?"
    )
    texts: dict[int, str] = {}
    found = set()
    values = (*numbers, wording.type)
    for number, *row in database.rows(sql, (*values, *values, annotator)):
        fact = from_row(tuple(row))
        if number not in found and isinstance(fact, Fact):
            if number not in texts:
                texts[number] = _text(database, number)
            if FactWording.of(fact, texts[number]) == wording:
                found.add(number)
    waiting = {row[0] for row in rows if database.unwritten.touches(row[1], annotator)}
    return [row for row in rows if row[0] in found | waiting]


def _hits(
    database: Database, number: int, id_: str, title: str, wording: FactWording, annotator: str
) -> Iterator[FactHit]:
    text = _text(database, number)
    sheet = Sheet(stored_pool(database, id_), shown_set(database, id_, annotator))
    reason = f"the article is {sheet.set.state}" if sheet.set.state in CLOSED else ""
    for fact in sheet.facts():
        if fact.type == wording.type and FactWording.of(fact, text) == wording:
            yield FactHit(id_, title, fact, _context(text, *fact.place), reason)


def _text(database: Database, number: int) -> str:
    row = database.row("SELECT text FROM article_text WHERE article = ?", (number,))
    return str(row[0]) if row else ""


def _said(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _context(text: str, start: int, end: int) -> tuple[str, str, str]:
    return (
        _said(text, max(0, start - CONTEXT), start),
        _said(text, start, end),
        _said(text, end, end + CONTEXT),
    )
