"""A review that cannot be approved says what is wrong: how many cases are open, and what the first is about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.errors import UserError
from annotations.facts import Fact
from annotations.review import decisions
from annotations.review.adjudication import Adjudication
from annotations.sets import AnnotationSet, Boilerplate, Topic
from annotations.spans import Span
from tests.annotations.review.golds import NEW, made, settled, standing
from tests.making import TEXT, span

ANNA = made("anna", span(18, 22, "ORG", id_="n"), span(28, 32, "ORG", id_="o"))
BEN = made("ben", span(28, 32, "GPE", id_="p"))


def refusal(gold: AnnotationSet, *sets: AnnotationSet) -> str:
    """Why the review cannot be approved, between the count and the advice."""
    now = standing(gold, *sets)
    with pytest.raises(UserError) as caught:
        Adjudication(TEXT, sets, now.settled(), now.comparison).approved("approve", by="rex")
    said = str(caught.value)
    assert said.endswith("; decide first, then approve.")
    return said.removesuffix("; decide first, then approve.")


def decided(who: str, by: str, at: int = 0, gold: AnnotationSet = NEW) -> AnnotationSet:
    return settled(decisions.take(gold, standing(gold, ANNA, BEN).open[at], who, by=by), ANNA, BEN)


def test_the_first_open_case_is_named_by_its_words() -> None:
    assert refusal(NEW, ANNA, BEN) == "2 cases are still open in this article: the first, “Navy”"
    assert refusal(decided("ben", "rex"), ANNA, BEN) == "1 case is still open in this article: “Oslo”"


def test_a_changed_side_is_named() -> None:
    later = ANNA.having(replace(ANNA.spans["o"], label="LOC"))
    gold = decided("anna", "rex", gold=decided("anna", "rex"))
    assert refusal(gold, later, BEN).endswith("“Oslo”, which has changed since it was decided")


def test_what_nobody_has_any_more_is_named() -> None:
    gold = decided("anna", "rex", gold=decided("anna", "rex"))
    later = ANNA.lacking(ANNA.spans["n"])
    assert refusal(gold, later, BEN).endswith("“Navy”, which nobody has any more since it was decided")


def test_reviewers_who_differ_are_named() -> None:
    gold = decided("anna", "rex").having(*decisions.all_of(decided("ben", "sue")))
    said = "the first, “Navy”, on which the reviewers rex and sue differ"
    assert refusal(gold, ANNA, BEN) == f"2 cases are still open in this article: {said}"


def test_a_clash_is_named() -> None:
    gold = decisions.add(decided("anna", "rex"), Span("", 28, 32, "LOC"), TEXT, by="sue", reason="missed")
    gold = decided("ben", "rex", gold=settled(gold, ANNA, BEN))
    assert refusal(gold, ANNA, BEN).endswith("“Oslo”, of which gold would say two things")


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (Topic("War"), "the topic War"),
        (Boilerplate(28, 32), "the boilerplate “Oslo”"),
        (Fact("f", "LEFT", (23, 27)), "LEFT “left”"),
    ],
)
def test_what_is_no_span_is_named_by_its_kind(item, words: str) -> None:
    assert refusal(NEW, made("anna", item), made("ben")).endswith(f"article: {words}")
