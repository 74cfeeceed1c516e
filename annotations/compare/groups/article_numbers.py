"""Numbers of two articles: whether their like facts count the same, which tells two occasions apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from annotations.compare.groups.counts import VICTIMS, Counted
from annotations.compare.groups.read_facts import ReadFact

Counts = Mapping[tuple[str, str, str], list[Counted]]  # by type, sense and unit


def counts_of_articles(facts: Iterable[ReadFact]) -> dict[int, Counts]:
    """Return of each article the numbers of its facts, but for what is said and what goes on."""
    found: defaultdict[int, defaultdict[tuple[str, str, str], list[Counted]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for fact in facts:
        if not (fact.speech or fact.running):
            for one in fact.counts:
                if one.told:
                    found[fact.article][fact.type, fact.sense, one.unit].append(one)
    return dict(found)


def number_ratio(one: Counts, other: Counts) -> float:
    """Return (1 + s) / (1 + s + d), of s numbers of one unit that agree and d that clash; 1 unless more clash."""
    same, differing = 0, 0.0
    for unit, mine in one.items():
        theirs = other.get(unit)
        if theirs is None:
            continue
        if any(a.agrees(b) for a in mine for b in theirs):
            same += 1
        elif all(a.clashes(b) for a in mine for b in theirs):
            differing += min(a.distance(b) for a in mine for b in theirs) if unit[2] == VICTIMS else 1
    return (1 + same) / (1 + same + differing) if differing > same else 1.0
