"""Soft labels: shares of annotators, by bounds and label."""

from __future__ import annotations

from making import span

from annotations.sets import GOLD, AnnotationSet
from annotations.soft import SoftSpan, soft_labels
from annotations.spans import Status


def made(who: str, *spans) -> AnnotationSet:
    return AnnotationSet.of("a", who, spans)


def test_each_span_has_the_share_and_the_names_of_who_marked_it() -> None:
    sets = [made("anna", span(0, 10)), made("ben", span(0, 10), span(0, 5, "ORG")), made("cy")]
    assert soft_labels(sets) == [
        SoftSpan(0, 10, "PERSON", 2 / 3, ("anna", "ben")),
        SoftSpan(0, 5, "ORG", 1 / 3, ("ben",)),
    ]


def test_gold_and_rejected_spans_are_no_votes_and_one_annotator_votes_once() -> None:
    twice = made("anna", span(0, 10), span(0, 10, id_="again"), span(18, 22, status=Status.REJECTED))
    assert soft_labels([twice, made(GOLD, span(0, 10))]) == [SoftSpan(0, 10, "PERSON", 1.0, ("anna",))]


def test_no_set_gives_nothing() -> None:
    assert soft_labels([]) == soft_labels([made(GOLD, span(0, 10))]) == []
