"""The selection of an export: which articles, sets and items leave, and a count of what is left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from itertools import groupby

from annotations.facts import Fact
from annotations.formats.base import Record
from annotations.formats.writing.pools import Pool, Pools, undecided
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import FINISHED, AnnotationSet, Item, State
from annotations.sheet import Sheet, touches
from annotations.spans import Span, Status

ARTICLES = {"done": FINISHED, "reviewed": (State.REVIEWED,), "all": tuple(State)}
SPANS = {
    "confirmed": (Status.CONFIRMED,),
    "suggested": (Status.CONFIRMED, Status.SUGGESTED),
    "all": tuple(Status),
}

Rows = Callable[[Record], Sequence[Record]]


@dataclass(frozen=True)
class Choice:
    """The choice of what leaves.

    `annotator`: a name, or "all".  `articles`: a key of ARTICLES.  `spans`: a key of SPANS.

    `soft`: one record an article, made of all annotators' sets.
    `boilerplate`: spans that lie in boilerplate leave too, as they always do with `spans="all"`.
    """

    annotator: str = "all"
    articles: str = "done"
    spans: str = "confirmed"
    boilerplate: bool = False
    soft: bool = False

    def has_soft(self, format: str) -> bool:
        """Return whether there can be soft labels: confirmed spans of all annotators, as own records."""
        return (format, self.annotator, self.spans) == ("jsonl", "all", "confirmed")

    @property
    def lossless(self) -> bool:
        """Return whether everything leaves, skipped articles too, as for another project."""
        return self.articles == self.spans == "all"


@dataclass
class Count:
    """The counts of what went into an export, and of what did not and why."""

    records: int = 0
    spans: Counter[str] = field(default_factory=Counter)  # by label
    facts: Counter[str] = field(default_factory=Counter)  # by type
    left_out: Counter[str] = field(default_factory=Counter)  # by reason


def chosen(
    records: Iterable[Record],
    choice: Choice,
    count: Count,
    pools: Pools = undecided,
    rows: Rows | None = None,
) -> Iterator[Record]:
    """Yield the records that leave, each with only the items that leave.

    `pools` says which suggestions go with which, `rows` what a record leaves as, as the tool has it that it came from.
    """
    for entry, shared in _with_pools(records, pools):
        state = entry.set.state if entry.set else State.NEW
        if entry.set and entry.set.progress.skipped and not choice.lossless:
            count.left_out["articles skipped"] += 1
        elif state in ARTICLES[choice.articles]:
            made = select(entry, choice, count, shared)
            yield from (_counted(one, count) for one in (rows(made) if rows else [made]))
        else:
            count.left_out[f"articles {state}"] += 1


def select(entry: Record, choice: Choice, count: Count, shared: Pool | None = None) -> Record:
    """Return the record with the items that leave, and of its pool what is undecided for the annotator, or `shared`."""
    whole, statuses = entry.set or AnnotationSet(entry.article.id, ""), SPANS[choice.spans]
    sheet = Sheet(entry.pool, whole)
    found = (mark for mark in entry.pool_boilerplate() if mark.id not in whole.boilerplate)
    shown = (*sheet.undecided, *sheet.undecided_facts()) if shared is None else shared
    pool: Pool = (*shown, *found) if entry.pool else ()
    if pool and Status.SUGGESTED not in statuses:
        count.left_out["undecided suggestions"] += len(pool)
        pool = ()
    out = [item for item in whole if _status(item) not in statuses]
    count.left_out.update(f"{item.kind}s {_status(item)}" for item in out)
    if sheet.boilerplate and not choice.boilerplate and Status.REJECTED not in statuses:
        within = [s for s in sheet.confirmed if touches(sheet.boilerplate, s.start, s.end)]
        count.left_out.update("spans in boilerplate" for _ in within)
        out += within
    made = entry.set and _without(whole, out)
    return replace(entry, set=made, pool=_held(pool, made))


def _with_pools(records: Iterable[Record], pools: Pools) -> Iterator[tuple[Record, Pool | None]]:
    """Yield the records with the suggestions that `pools` gives each, None where it leaves that to the annotator's view."""
    for _, group in groupby(records, key=lambda entry: entry.article.id):
        entries = list(group)
        given = pools(entries)
        yield from zip(entries, [None] * len(entries) if given is None else given, strict=True)


def _held(pool: Pool, made: AnnotationSet | None) -> Pool:
    """Return the pool with a bare range for each filler whose span does not leave."""
    spans = {item.id for item in pool if isinstance(item, Span)} | (made.spans.keys() if made else set())
    return tuple(
        item.with_fillers(dict.fromkeys(item.span_ids() - spans)) if isinstance(item, Fact) else item
        for item in pool
    )


def _without(whole: AnnotationSet, out: list[Item]) -> AnnotationSet:
    """Return the set without the items; a filler whose span is among them becomes a bare range."""
    gone = {item.id for item in out if isinstance(item, Span)}
    left = whole.lacking(*out) if out else whole
    bare = (fact.with_fillers(dict.fromkeys(gone)) for fact in left.facts.values() if fact.span_ids() & gone)
    return left.having(*bare) if gone else left


def _status(item: Item) -> Status:
    return getattr(item, "status", Status.CONFIRMED)


def _counted(entry: Record, count: Count) -> Record:
    items: tuple[Item, ...] = (*(entry.set or ()), *entry.pool)
    count.records += 1
    count.spans.update(item.label for item in items if isinstance(item, Span))
    count.facts.update(item.type for item in items if isinstance(item, Fact))
    return entry
