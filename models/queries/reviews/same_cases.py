"""Same cases: open cases with the same wordings and the same readings, and one decision carried to all of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from itertools import groupby
from operator import attrgetter

from annotations.carrying.fact_wording import FactWording
from annotations.edits import Change, Edit
from annotations.errors import STALE, StaleEdit
from annotations.fact_attributes import comparable
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case, Difference, Item
from annotations.review.fair.proposals import noted
from annotations.sets import Boilerplate
from annotations.spans import Span
from models.queries.articles import titles
from models.queries.review_queue import ReviewQueue
from models.store.database import HasDatabase

CONTEXT = 80  # code points shown before a case and behind it
Reading = tuple[object, ...]  # what one says in words, wherever it stands; () for nothing


@dataclass(frozen=True)
class CaseHit:
    """An open case with the readings that are looked for, with what stands before, at and behind it."""

    article: str
    title: str
    case: Case = field(compare=False)
    key: str
    words: tuple[str, str, str]

    @property
    def place(self) -> tuple[str, int, int]:
        return self.article, *self.case.place


def reading(item: Item | None, text: str) -> Reading:
    """Return what an item says in words: label and wording, of a fact its type, words and attributes."""
    if item is None:
        return ()
    if isinstance(item, Fact):
        trigger = text[slice(*item.trigger)] if item.trigger else ""
        return FactWording.of(item, text), trigger, comparable(item.attributes)
    if isinstance(item, Span | Boilerplate):
        label = item.label if isinstance(item, Span) else item.kind
        return label, text[item.start : item.end]
    return (item.name,)


def readings(case: Case, text: str) -> frozenset[Reading]:
    """Return what is said in a case, whoever says it."""
    return frozenset(reading(item, text) for item in case.readings())


def is_alike(work: Adjudication, case: Case, wanted: frozenset[Reading], words: str) -> bool:
    """Return whether the case has those readings of those words, and no reviewer has decided on it before."""
    is_plain = case.difference not in (Difference.GONE, Difference.CLASH, Difference.AGREED)
    low, high = case.place
    return (
        is_plain
        and not case.before
        and not work.conflict(case)
        and work.text[low:high] == words
        and readings(case, work.text) == wanted
    )


def find(
    project: HasDatabase,
    queue: ReviewQueue,
    wanted: frozenset[Reading],
    words: str,
    articles: Iterable[str] | None = None,
) -> Iterator[list[CaseHit]]:
    """Yield the open cases of those words and readings, article by article: of all that wait, unless some are named."""
    for article in queue.articles() if articles is None else articles:
        if any(_has(case, words) for case in queue.open(article)):
            work = _work(project, queue, article)
            title = titles(project, [article]).get(article, article)
            alike = (case for case in work.open_cases if is_alike(work, case, wanted, words))
            yield [CaseHit(article, title, case, case.key, _context(work.text, case)) for case in alike]
        else:
            yield []


def edit(
    project: HasDatabase, queue: ReviewQueue, verb: str, chosen: Iterable[CaseHit], took: Reading, *, by: str
) -> Edit:
    """Return one edit that decides these cases by that reading.  StaleEdit when one is open no more."""
    changes: list[Change] = []
    for article, group in groupby(sorted(chosen, key=attrgetter("place")), key=attrgetter("article")):
        work = _work(project, queue, article)
        gold, open_ = work.begun(), {case.key: case for case in work.open_cases}
        for hit in group:
            case = open_.get(hit.key)
            who = _who(case, work.text, took) if case else None
            if case is None or who is None:
                raise StaleEdit(STALE.format(verb=verb))
            gold = decisions.take(gold, case, who, by=by, note=noted(case, by))
        changes += work.step(verb, gold).changes
    return Edit(verb, tuple(changes))


def _who(case: Case, text: str, took: Reading) -> str | None:
    """Return the first annotator of the case who says that."""
    each = case.readings().items()
    return next((who[0] for item, who in each if reading(item, text) == took), None)


def _has(case: Case, words: str) -> bool:
    """Return whether the case is about as many characters, which is seen without its article."""
    low, high = case.place
    return high - low == len(words)


def _work(project: HasDatabase, queue: ReviewQueue, article: str) -> Adjudication:
    sql = "SELECT text FROM article_text JOIN article ON number = article WHERE id = ?"
    row = project.db.row(sql, (article,))
    return queue.work(article, row[0] if row else "")


def _context(text: str, case: Case) -> tuple[str, str, str]:
    low, high = case.place
    parts = text[max(0, low - CONTEXT) : low], text[low:high], text[high : high + CONTEXT]
    before, at, behind = (" ".join(part.split("\n")) for part in parts)
    return before, at, behind
