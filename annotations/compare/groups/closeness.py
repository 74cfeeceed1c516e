"""Closeness: how near two articles are, as each is to its own nearest.

Locally scaled: an article of many words in common with all others is no nearer to them than one of few.  Articles
of one text are one: they stand in for each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log, sqrt

from annotations.compare.groups.article_words import MOST_ARTICLES, ProjectWords, words_of_project
from annotations.compare.material import ComparedArticle, Tick, no_tick
from annotations.compare.proposed import in_article_order
from annotations.processes.quick_dataclass import dataclass

NEAREST = 20  # articles that are kept of each
COPY = 0.8  # cosine of a text printed again with a word changed: no measure of what is near
BACKGROUND = (
    3  # articles that a small project is thought to have besides, so that words in all weigh something
)
FLOOR = 0.15  # the least that the best cosine counts for: the nearest of a lonely article is not near


@dataclass(frozen=True)
class Closeness:
    """The closeness of articles by their places, 0..1, of those near enough; `near` lists them in order."""

    _firsts: Sequence[int]
    _between: dict[tuple[int, int], float]

    def of(self, one: int, other: int) -> float:
        """Return how close two articles are; 1 for mirrors, 0 for those that are not near."""
        low, high = sorted((self._firsts[one], self._firsts[other]))
        return 1.0 if low == high else self._between.get((low, high), 0.0)

    def mirrors(self, places: Iterable[int]) -> dict[int, list[int]]:
        """Return the places of each text, by the first article that has it."""
        found: dict[int, list[int]] = {}
        for place in places:
            found.setdefault(self._firsts[place], []).append(place)
        return found

    def pairs(self) -> list[tuple[int, int, float]]:
        """Return the pairs of near articles, each of its text the first, in order."""
        return [(one, other, close) for (one, other), close in sorted(self._between.items())]


@dataclass(frozen=True)
class NearArticles:
    """Articles in their order, with their words and how close they are: what groups and stories both begin with."""

    ordered: Sequence[ComparedArticle]
    words: ProjectWords
    closeness: Closeness


def near_articles(articles: Sequence[ComparedArticle], tick: Tick = no_tick) -> NearArticles:
    """Return the articles as they are compared; their order in the sequence does not matter."""
    ordered = in_article_order(articles)
    words = words_of_project(ordered, tick)
    return NearArticles(ordered, words, closeness_of(words, tick))


def closeness_of(words: ProjectWords, tick: Tick = no_tick) -> Closeness:
    """Return the closeness of the articles, each to the twenty nearest."""
    firsts = words.first_of_text
    own = sorted(set(firsts))
    cosines = _nearest(words, own, tick)
    best = {one: max((c for c in near.values() if c < COPY), default=0.0) for one, near in cosines.items()}
    between: dict[tuple[int, int], float] = {}
    for one, near in cosines.items():
        for other, cosine in near.items():
            scale = sqrt(max(best[one], FLOOR) * max(best[other], FLOOR))
            between[min(one, other), max(one, other)] = round(min(1.0, cosine / scale), 6)
    return Closeness(firsts, between)


def _nearest(words: ProjectWords, own: list[int], tick: Tick) -> dict[int, dict[int, float]]:
    """Return of each article the cosines to the nearest others, by place."""
    import numpy

    row_of = {place: row for row, place in enumerate(own)}
    weights, postings = _weighed(words, own)
    rows = {word: numpy.array([row_of[p] for p, _ in told]) for word, told in postings.items()}
    values = {word: numpy.array([weight for _, weight in told]) for word, told in postings.items()}
    found: dict[int, dict[int, float]] = {}
    for row, place in enumerate(own):
        if row % 100 == 0:
            tick("Comparing articles", row, len(own))
        shared = {word: weight for word, weight in weights[place].items() if word in rows}
        found[place] = {}
        if not shared:
            continue
        where = numpy.concatenate([rows[word] for word in shared])
        what = numpy.concatenate([values[word] * weight for word, weight in shared.items()])
        sums = numpy.bincount(where, weights=what, minlength=len(own))
        sums[row] = 0.0
        sums = sums.round(9)
        least = numpy.partition(sums, -NEAREST)[-NEAREST] if len(sums) > NEAREST else 0.0
        near = numpy.flatnonzero((sums >= least) & (sums > 0))
        best = near[numpy.argsort(-sums[near], kind="stable")[:NEAREST]]
        found[place] = {own[int(other)]: float(sums[other]) for other in best}
    return found


def _weighed(
    words: ProjectWords, own: list[int]
) -> tuple[dict[int, dict[str, float]], dict[str, list[tuple[int, float]]]]:
    """Return the unit vector of each article, and of each word in two articles or more where it stands."""
    weights: dict[int, dict[str, float]] = {}
    postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    rarity = {
        word: words.rarity(word, BACKGROUND)
        for word, spread in words.spread.items()
        if spread <= MOST_ARTICLES
    }
    for place in own:
        counts = words.articles[place].counts
        raw = {word: (1 + log(count)) * rarity[word] for word, count in counts.items() if word in rarity}
        length = sqrt(sum(weight * weight for weight in raw.values())) or 1.0
        weights[place] = {word: weight / length for word, weight in raw.items() if words.spread[word] > 1}
        for word, weight in weights[place].items():
            postings[word].append((place, weight))
    return weights, dict(postings)
