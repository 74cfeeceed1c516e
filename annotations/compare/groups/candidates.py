"""Candidates: the pairs of facts that are worth a score, found by what they have in common.

Facts of one type in one article, or in articles near each other, with a key in common; in other articles with two.
A key that many facts of a type have leads nowhere, so that the pairs grow with the facts and not with their square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from annotations.compare.groups.closeness import Closeness
from annotations.compare.groups.fact_reading import ReadFact
from annotations.compare.groups.linking import Pair

LONGEST_LIST = 60  # facts of one type with one key
NEAR = 0.2  # closeness of articles from which one key in common will do
Key = tuple[str, str]  # type and key
Keyed = Mapping[Key, Sequence[int]]


def candidates(facts: Sequence[ReadFact], closeness: Closeness) -> list[Pair]:
    """Return the pairs of places in the list, the smaller first, in order."""
    by_article: defaultdict[int, defaultdict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    everywhere: defaultdict[Key, list[int]] = defaultdict(list)
    for place, fact in enumerate(facts):
        for key in dict.fromkeys(fact.keys()):
            by_article[fact.article][fact.type, key].append(place)
            everywhere[fact.type, key].append(place)
    found: set[Pair] = set()
    for keyed in by_article.values():
        for places in keyed.values():
            found.update(combinations(places[:LONGEST_LIST], 2))
    for one, other in _near_articles(sorted(by_article), closeness):
        found.update(_pairs_between(by_article[one], by_article[other]))
    found.update(_with_two_keys(facts, everywhere))
    return sorted(found)


def _near_articles(with_facts: Sequence[int], closeness: Closeness) -> Iterator[Pair]:
    """Yield the pairs of near articles with facts, mirrors among them."""
    mirrors = closeness.mirrors(with_facts)
    for one, other, close in closeness.pairs():
        if close >= NEAR:
            yield from ((a, b) for a in mirrors.get(one, ()) for b in mirrors.get(other, ()))
    for same in mirrors.values():
        yield from combinations(same, 2)


def _pairs_between(one: Keyed, other: Keyed) -> Iterator[Pair]:
    if len(other) < len(one):
        one, other = other, one
    for key, places in one.items():
        for place in places[:LONGEST_LIST]:
            for theirs in other.get(key, ())[:LONGEST_LIST]:
                yield (place, theirs) if place < theirs else (theirs, place)


def _with_two_keys(facts: Sequence[ReadFact], everywhere: Keyed) -> Iterator[Pair]:
    """Yield the pairs across articles with two keys in common, of keys that few facts have."""
    shared: Counter[Pair] = Counter()
    for places in everywhere.values():
        if len(places) <= LONGEST_LIST:
            shared.update(pair for pair in combinations(places, 2))
    return (
        pair
        for pair, count in shared.items()
        if count > 1 and facts[pair[0]].article != facts[pair[1]].article
    )
