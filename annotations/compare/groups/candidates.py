"""Candidates: the pairs of facts that are worth a score, found by what they have in common.

Facts of one type in one article, or in articles near each other, with a key in common.  Of a key that many facts of
an article have only the first are taken, so that the pairs grow with the facts and not with their square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from annotations.compare.groups.closeness import Closeness
from annotations.compare.groups.linking import Pair
from annotations.compare.groups.read_facts import ReadFact

LONGEST_LIST = 60  # facts of one type with one key
NEAR = 0.15  # closeness of articles; of others no two facts score enough
MOST_MIRRORS = 8  # of one text, as far as their facts are others
Key = tuple[str, str]  # type and key
Keyed = Mapping[Key, Sequence[int]]


def candidates(facts: Sequence[ReadFact], closeness: Closeness) -> list[Pair]:
    """Return the pairs of places in the list, the smaller first, in order."""
    by_article: defaultdict[int, defaultdict[Key, list[int]]] = defaultdict(lambda: defaultdict(list))
    for place, fact in enumerate(facts):
        for key in fact.keys:
            by_article[fact.article][fact.type, key].append(place)
    found: set[Pair] = set()
    for keyed in by_article.values():
        for places in keyed.values():
            found.update(combinations(places[:LONGEST_LIST], 2))
    for one, other in _near_articles(sorted(by_article), closeness):
        found.update(_pairs_between(by_article[one], by_article[other]))
    return sorted(found)


def _near_articles(with_facts: Sequence[int], closeness: Closeness) -> Iterator[Pair]:
    """Yield the pairs of near articles with facts, mirrors among them."""
    mirrors = {text: places[:MOST_MIRRORS] for text, places in closeness.mirrors(with_facts).items()}
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
