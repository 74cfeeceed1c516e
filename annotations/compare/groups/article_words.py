"""Words of articles: the few that tell what an article is about, weighed by how rare they are in the project.

Where an article has spans or facts, only sentences with one count: menus and teasers have none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from math import log, sqrt

from annotations.compare.groups.stems import stems
from annotations.compare.material import ComparedArticle, Tick, no_tick
from annotations.processes.quick_dataclass import dataclass
from annotations.text.sentences import sentences

MOST_ARTICLES = 60  # that a word may be in, and still tell one story from another
BACKGROUND = 20  # articles: without, the words of a project of one story would all weigh nothing
MOST_WORDS = 200_000  # code points of an article that are read for its words


@dataclass(frozen=True)
class ArticleWords:
    """An article's sentences, the number of each stem in it, and a fingerprint of its text."""

    bounds: list[tuple[int, int]]
    counts: dict[str, int]
    text_key: bytes


@dataclass(frozen=True)
class ProjectWords:
    """The words of all articles, in their order, and in how many texts each stands; mirrors are one text."""

    articles: Sequence[ArticleWords]
    spread: dict[str, int]
    texts: int

    def rarity(self, word: str, more: int = BACKGROUND) -> float:
        """Return the inverse document frequency, as if the project had so many articles more of other things."""
        return log((self.texts + more) / self.spread.get(word, 1))

    @cached_property
    def rarities(self) -> dict[str, float]:
        """Return the rarity of every word."""
        return {word: self.rarity(word) for word in self.spread}

    @cached_property
    def first_of_text(self) -> list[int]:
        """Return of each article the place of the first with the same text: its own, but for a mirror."""
        firsts: dict[bytes, int] = {}
        return [firsts.setdefault(one.text_key, place) for place, one in enumerate(self.articles)]


def words_of_project(articles: Sequence[ComparedArticle], tick: Tick = no_tick) -> ProjectWords:
    """Return the words of the articles; `tick` hears of each hundredth."""
    read: list[ArticleWords] = []
    spread: Counter[str] = Counter()
    known: set[bytes] = set()
    for place, article in enumerate(articles):
        if place % 100 == 0:
            tick("Reading articles", place, len(articles))
        words = _words(article)
        read.append(words)
        if words.text_key not in known:
            known.add(words.text_key)
            spread.update(words.counts.keys())
    return ProjectWords(read, dict(spread), len(known))


def unit_vector(words: Iterable[str], rarities: Mapping[str, float], ballast: float) -> dict[str, float]:
    """Return the words with their weights, of length 1 with the ballast: the vector of few words is shorter.

    Two sentences of one word in common and nothing else are not alike.  A word that is there again counts half more.
    """
    weights: dict[str, float] = {}
    for word in words:
        if word in rarities:
            weights[word] = rarities[word] * (1.5 if word in weights else 1.0)
    length = sqrt(sum([weight * weight for weight in weights.values()]) + ballast * ballast)
    return {word: weight / length for word, weight in weights.items()} if length else {}


def cosine(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the cosine of two unit vectors, summed in the order of the shorter: the same for the same two."""
    if len(one) > len(other):
        one, other = other, one
    total = 0.0
    for word, weight in one.items():
        if word in other:
            total += weight * other[word]
    return total


def _words(article: ComparedArticle) -> ArticleWords:
    text = article.text
    bounds = sentences(text)
    starts = [span.start for span in article.spans] + [fact.place[0] for fact in article.facts]
    told = _with_any(bounds, sorted(starts)) if starts else bounds
    pieces = [article.article.title, *(text[start:end] for start, end in told)]
    counts = Counter(stems(" ".join(pieces)[:MOST_WORDS]))
    return ArticleWords(bounds, dict(counts), article.text_key)


def _with_any(bounds: list[tuple[int, int]], starts: list[int]) -> list[tuple[int, int]]:
    """Return the ranges in which one of the places lies; both in order."""
    kept, at = [], 0
    for start, end in bounds:
        while at < len(starts) and starts[at] < start:
            at += 1
        if at < len(starts) and starts[at] < end:
            kept.append((start, end))
    return kept
