"""Places around others, as the articles say it: "Brenn in northern Karvia".

What lies in a place is no other place, so that a fact in the one may be that in the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from annotations.compare.items import key_of
from annotations.compare.material import ComparedArticle

PLACES = ("GPE", "LOC", "FAC")
FAR = 30  # code points between two places of which one lies in the other
_IN = re.compile(r",?\s+in\s+(?:the\s+)?(?:(?:far\s+)?(?:north|south|east|west|central)[\w-]*\s+)?")


def places_around(
    articles: Sequence[ComparedArticle], entity_of: Mapping[str, str]
) -> dict[str, frozenset[str]]:
    """Return by the key of a place the keys of those it is said to lie in: "Brenn in northern Karvia"."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for inner, outer in _said_within(article):
            keys = [entity_of.get(key_of(article.id, id_)) for id_ in (inner, outer)]
            if keys[0] and keys[1] and keys[0] != keys[1]:
                found[f"e:{keys[0]}"].add(f"e:{keys[1]}")
    return {key: frozenset(around) for key, around in found.items()}


def _said_within(article: ComparedArticle) -> Iterator[tuple[str, str]]:
    """Yield the ids of two spans that follow on each other, where the first is said to lie in the second."""
    places = sorted(
        (span for span in article.spans if span.label in PLACES), key=lambda span: (span.start, span.end)
    )
    for one, other in pairwise(places):
        between = article.text[one.end : max(one.end, min(other.start, one.end + FAR + 1))]
        if _IN.fullmatch(between):
            yield one.id, other.id
