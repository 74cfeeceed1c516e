"""The splits that a project stores, over the records of a data set: sides, labels, and what leaks between them."""

from __future__ import annotations

from collections import Counter
from dataclasses import field
from typing import Any

from annotations.formats.base import Record
from annotations.formats.writing.alike import ALIKE, LARGE, SHINGLE
from annotations.formats.writing.split import Grouping, Split, leaks, named
from annotations.paper.blocks import share
from annotations.paper.measured import SOURCE_AND_DATE
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Status
from models.queries.training.splits import sides_by_split
from models.store.database import HasDatabase

MOST_NAMED = 20  # pairs that leak
MOST_SPLITS = 8  # that are looked at: each keeps a print of every article
Json = dict[str, Any]


@dataclass
class _Parted:
    """One split, and what is counted of it."""

    split: Split
    sides: dict[str, str]
    grouping: Grouping
    articles: Counter[str] = field(default_factory=Counter)
    spans: Counter[str] = field(default_factory=Counter)
    facts: Counter[str] = field(default_factory=Counter)
    labels: dict[str, Counter[str]] = field(default_factory=dict)  # by label, then side
    without: int = 0


class StoredSplits:
    """The stored splits; `add` the records of the data set, those of one article one after the other."""

    def __init__(self, project: HasDatabase) -> None:
        stored = sides_by_split(project.db)
        splits = ((named(name), stored[name]) for name in sorted(stored))
        made = [_Parted(split, sides, Grouping(split)) for split, sides in splits if split]
        self._parted = made[:MOST_SPLITS]
        self._last = ""

    def add(self, entry: Record) -> None:
        """Count a record on its side of every split."""
        is_new, self._last = entry.article.id != self._last, entry.article.id
        for one in self._parted:
            side = one.sides.get(entry.article.id)
            if side is None:
                one.without += is_new
                continue
            one.articles[side] += is_new
            if is_new:
                one.grouping.add(entry.article, ())
            if entry.set:
                labels = [span.label for span in entry.set.spans.values() if span.status is Status.CONFIRMED]
                facts = [fact for fact in entry.set.facts.values() if fact.status is Status.CONFIRMED]
                one.spans[side] += len(labels)
                one.facts[side] += len(facts)
                for label in labels:
                    one.labels.setdefault(label, Counter())[side] += 1

    def as_json(self) -> list[Json]:
        """Return each split, in the order of their names."""
        return [self._as_json(one) for one in self._parted]

    def _as_json(self, one: _Parted) -> Json:
        leaking = leaks(one.grouping, one.sides)
        whole = one.articles.total()
        names = one.split.sides
        return {
            "name": one.split.name,
            "shares": dict(zip(names, one.split.shares, strict=True)),
            "seed": one.split.seed,
            "group_by": one.split.group_by or SOURCE_AND_DATE,
            "sides": [
                {
                    "side": side,
                    "articles": one.articles[side],
                    "spans": one.spans[side],
                    "facts": one.facts[side],
                    "share": share(one.articles[side], whole),
                }
                for side in names
            ],
            "labels": [
                {"name": label, "sides": {side: counts[side] for side in names}}
                for label, counts in sorted(one.labels.items())
            ],
            "without_side": one.without,
            "groups": len(one.grouping.groups()),
            "alike": ALIKE,
            "shingle": SHINGLE,
            "words": LARGE,
            "leak_count": len(leaking),
            "leaks": leaking[:MOST_NAMED],
        }
