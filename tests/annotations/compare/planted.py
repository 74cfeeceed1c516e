"""The samples as they are compared, with the program's own spans and facts."""

from __future__ import annotations

from functools import cache

from annotations.compare.material import ComparedArticle, Settled
from annotations.compare.proposed import Proposals
from annotations.compare.searching import search
from annotations.suggest import facts as fact_proposals
from tests.facts.measure import NEWS, ROOT, given


@cache
def articles() -> tuple[ComparedArticle, ...]:
    """The ten articles; the id of each is its number."""
    found = given(sorted((ROOT / "samples").glob("*.txt")))
    return tuple(
        ComparedArticle(article, tuple(spans), tuple(fact_proposals.propose(article, spans, NEWS, marks)))
        for article, spans, marks in found
    )


@cache
def proposals() -> Proposals:
    return search(articles(), NEWS, Settled())


def number(key: str) -> int:
    """The number of the sample that the key of a mention or fact is of."""
    return int(key[:2])


@cache
def entity_of() -> dict[tuple[str, str], set[str]]:
    """The entities of each wording and label."""
    wording = {
        key: (" ".join(article.wording(span).split()), span.label)
        for article in articles()
        for key, span in article.mentions()
    }
    found: dict[tuple[str, str], set[str]] = {}
    for entity in proposals().entities:
        for key in entity.mentions:
            found.setdefault(wording[key], set()).add(entity.id)
    return found
