"""The texts of articles that a search looks at, a few at a time, and what places of words it finds in them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from annotations.search.hits import FoundPlace
from annotations.search.query import ANY, Query, SearchTarget
from annotations.sheet import touches
from models.queries.searching.own_work import FEW, AnnotatorWork
from models.queries.searching.scope import InScope
from models.queries.searching.wanted import LookedAt, Place, WantedTerms, stands

OF = ("out", "in")  # the values of boilerplate
TEXTS = f"SELECT article, text FROM article_text WHERE {FEW}"


def texts_of(own: AnnotatorWork, numbers: Iterable[int]) -> dict[int, LookedAt]:
    """Return the texts of the articles with these numbers."""
    return {number: LookedAt(text) for number, text in own.rows(TEXTS, some=json.dumps([*numbers]))}


def words_in(
    own: AnnotatorWork, batch: Sequence[InScope], query: Query, terms: WantedTerms
) -> list[FoundPlace]:
    """Return the places of the words in these articles, in order."""
    texts = texts_of(own, (one.number for one in batch))
    at = {one.number: places_in(text, terms) for one in batch if (text := texts.get(one.number))}
    kept = InBoilerplate(own, query, [number for number, places in at.items() if places])
    return [
        FoundPlace(one.id, start, end, SearchTarget.WORDS, own.annotator)
        for one in batch
        for start, end in at.get(one.number, ())
        if kept.holds(one.number, start, end)
    ]


def places_in(text: LookedAt, terms: WantedTerms) -> list[Place]:
    """Return the places of all words, in order; none unless all of them stand there and no negated one."""
    found = set[Place]()
    for one in terms.some:
        places = [*one.places(text)]
        if not places:
            return []
        found.update(places)
    return [] if any(stands(one, [text]) for one in terms.none) else sorted(found)


class InBoilerplate:
    """The answer to what a search asks of boilerplate, for a few articles."""

    def __init__(self, own: AnnotatorWork, query: Query, numbers: Sequence[int]) -> None:
        self._asked = [one for one in query.about("boilerplate") if one.negated or ANY not in one.values]
        self._ranges = own.boilerplate(numbers) if self._asked and numbers else {}

    def holds(self, number: int, start: int, end: int) -> bool:
        """Return whether a place of that article answers to all that is asked."""
        if not self._asked:
            return True
        is_in = touches(self._ranges.get(number, []), start, end)
        return all((ANY in one.values or OF[is_in] in one.values) != one.negated for one in self._asked)
