"""The rule of the majority: what it takes, what it leaves, and in which order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.review import decisions
from annotations.review.adjudication import Adjudication
from annotations.review.comparing import compare
from annotations.review.fair import majority, votes
from annotations.sets import GOLD, AnnotationSet, Progress, State
from tests.making import TEXT, span

PEOPLE = ("anna", "ben", "cara", "dan", "eve")
NAME, NAVY, OSLO = (0, 10), (18, 22), (28, 32)


def work(*each: list) -> Adjudication:
    """The review of what each of them has, in the order of PEOPLE."""
    sets = [
        AnnotationSet.of("a", who, [*items, Progress(State.DONE)])
        for who, items in zip(PEOPLE, each, strict=False)
    ]
    return Adjudication(TEXT, tuple(sets), AnnotationSet("a", GOLD), compare(sets))


def said(*labels: str | None) -> Adjudication:
    """The review of one place, to which each gives that label, or none."""
    return work(*([span(*NAME, label)] if label else [] for label in labels))


def gold(review: Adjudication, least: int) -> list[str]:
    outcome = majority.decided(review, least, by="rex")
    settled = replace(review, gold=outcome.gold).standing.settled()
    return sorted(made.label for made in settled.spans.values())


def test_what_at_least_so_many_have_is_taken() -> None:
    assert gold(said("ORG", "ORG", "PERSON"), 2) == ["ORG"]
    assert gold(said("ORG", "ORG", "PERSON"), 3) == []
    assert majority.decided(said("ORG", "ORG", "PERSON"), 3, by="rex").taken == ()


def test_having_nothing_is_a_reading_that_can_win() -> None:
    outcome = majority.decided(said("ORG", None, None), 2, by="rex")
    assert len(outcome.taken) == 1
    assert gold(said("ORG", None, None), 2) == []


def test_a_tie_is_left_however_many_stand_on_each_side() -> None:
    assert majority.decided(said("ORG", "ORG", "PERSON", "PERSON"), 2, by="rex").taken == ()
    assert gold(said("ORG", "ORG", "PERSON", "PERSON", "PERSON"), 2) == ["PERSON"]


def test_the_decision_says_how_many_agree() -> None:
    review = said("PERSON", "ORG", "ORG")
    outcome = majority.decided(review, 2, by="rex")
    (case,) = outcome.taken
    decision = replace(review, gold=outcome.gold).decided[case.key]
    assert (decision.choice, decision.note, decision.by) == ("take ben", "2 of 3 agree", "rex")


def test_what_is_left_comes_with_the_lowest_agreement_first() -> None:
    review = work(
        [span(*NAME), span(*NAVY), span(*OSLO, "GPE")],
        [span(*NAME), span(*NAVY, "ORG"), span(*OSLO, "GPE")],
        [span(*NAME, "ORG"), span(*NAVY, "GPE"), span(*OSLO, "GPE")],
        [span(*NAME, "ORG"), span(*NAVY, "LOC")],
    )
    left = majority.decided(review, 4, by="rex").left
    assert [case.place for case in left] == [NAVY, NAME, OSLO]
    assert [votes.agreement(case) for case in left] == [0.25, 0.5, 0.75]


def test_what_all_agree_on_is_gold_once_a_case_is_taken() -> None:
    shared = span(*OSLO, "GPE")
    review = work([shared, span(*NAME)], [shared, span(*NAME)], [shared, span(*NAME, "ORG")])
    assert gold(review, 2) == ["GPE", "PERSON"]


def test_a_case_that_is_decided_stays_as_it_is() -> None:
    review = said("ORG", "ORG", "PERSON")
    (case,) = review.open_cases
    after = decisions.take(review.gold, case, "cara", by="eve")
    outcome = majority.decided(Adjudication(TEXT, review.sets, after, review.comparison), 2, by="rex")
    assert (outcome.taken, outcome.left, outcome.gold) == ((), (), after)


def test_what_reviewers_differ_on_is_no_matter_of_a_rule() -> None:
    review = said("ORG", "ORG", "PERSON")
    (case,) = review.open_cases
    one, other = (
        decisions.take(review.gold, case, who, by=by) for who, by in (("cara", "eve"), ("anna", "dan"))
    )
    differing = replace(review, gold=one.having(*decisions.all_of(other)))
    assert differing.conflict(case)
    assert majority.decided(differing, 2, by="rex").taken == ()


def test_one_annotator_is_no_majority() -> None:
    with pytest.raises(UserError, match="A majority is 2 annotators or more, not 1"):
        majority.decided(said("ORG", "PERSON", None), 1, by="rex")


@given(
    st.lists(st.sampled_from(["ORG", "PERSON", "GPE", None]), min_size=3, max_size=5), st.permutations(PEOPLE)
)
def test_the_order_of_the_annotators_decides_nothing(labels: list, order: list) -> None:
    review = said(*labels)
    other = sorted(review.sets, key=lambda made: order.index(made.annotator))
    turned = Adjudication(TEXT, tuple(other), review.gold, compare(other))
    for least in range(2, len(labels) + 1):
        assert gold(review, least) == gold(turned, least)
