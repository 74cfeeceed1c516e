"""Mentions that begin together are two things until somebody says otherwise, also before any search."""

from __future__ import annotations

import pytest

from annotations.articles import Article
from annotations.compare.comparison import CrossComparison
from annotations.compare.items import Member
from annotations.compare.material import ComparedArticle, Settled
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.compare.searching import search
from annotations.schema.reader import parse, shipped
from annotations.sets import PROJECT, AnnotationSet
from annotations.spans import Span

NEWS = parse(shipped("news"))
STATE, NAVY = Span("x", 0, 4, "GPE"), Span("y", 0, 9, "ORG")


def article(*spans: Span) -> ComparedArticle:
    return ComparedArticle(Article("a", "Peru Navy left."), spans)


def wordings(found: CrossComparison) -> list[list[str]]:
    return [[mention.text for mention in one.mentions] for one in found.entities]


@pytest.mark.parametrize(
    "searched", [(), (NAVY,), (STATE,), (NAVY, STATE)], ids=["none", "navy", "state", "both"]
)
def test_two_mentions_that_begin_together_are_two_entities(searched: tuple[Span, ...]) -> None:
    proposals = search([article(*searched)], NEWS, Settled()) if searched else Proposals()
    found = compare([article(NAVY, STATE)], AnnotationSet.of(PROJECT, "ann", []), proposals, NEWS)
    assert sorted(wordings(found)) == [["Peru"], ["Peru Navy"]]


def test_a_mention_keeps_its_entity_when_its_span_has_another_id() -> None:
    proposals = search([article(NAVY)], NEWS, Settled())
    renamed = article(Span("new", 0, 9, "ORG"))
    found = compare([renamed], AnnotationSet.of(PROJECT, "ann", []), proposals, NEWS)
    assert [one.id for one in found.entities] == [one.id for one in proposals.entities]


def test_who_put_them_together_has_them_together() -> None:
    said = [Member(f"a/{span.id}", "e", span.start, span.end, span.label) for span in (STATE, NAVY)]
    found = compare([article(NAVY, STATE)], AnnotationSet.of(PROJECT, "ann", said), Proposals(), NEWS)
    assert len(wordings(found)) == 1
