"""What is proposed for a case: never by the order of the names, and never without saying why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.facts import Fact
from annotations.review.cases import Case
from annotations.review.comparing import compare
from annotations.review.fair.proposals import noted, proposal
from annotations.sets import AnnotationSet
from tests.making import TEXT, span

PEOPLE = ("anna", "ben", "cara", "dan")


def case(*labels: str | None) -> Case:
    """The case of one place, to which each gives that label, or none."""
    sets = [
        AnnotationSet.of("a", who, [span(0, 10, label)] if label else [])
        for who, label in zip(PEOPLE, labels, strict=False)
    ]
    return compare(sets).cases[0]


def often(**times: int):
    """How often a wording was decided so before, by label."""
    return lambda wording, label: times.get(label, 0)


@pytest.mark.parametrize(
    ("labels", "expected", "why"),
    [
        (("ORG", "ORG", "PERSON"), "ORG", "2 of 3 have it"),
        (("ORG", None, None), None, "2 of 3 have nothing here"),
        (("ORG", "PERSON", "PERSON", "PERSON"), "PERSON", "3 of 4 have it"),
    ],
)
def test_what_most_have_is_proposed_with_their_number(labels, expected, why: str) -> None:
    found = proposal(case(*labels), TEXT, often(GPE=9))
    assert (found.item and found.item.label, found.why, found.is_draw) == (expected, why, False)


@pytest.mark.parametrize("labels", [("ORG", "ORG", "PERSON", "PERSON"), ("ORG", "PERSON", "GPE")])
def test_with_three_or_more_a_tie_is_a_draw_whatever_was_decided_before(labels: tuple) -> None:
    found = proposal(case(*labels), TEXT, often(ORG=9))
    assert (found.item, found.is_draw) == (None, True)
    assert found.why.startswith("a draw: ")


def test_of_two_what_was_decided_so_before_is_proposed() -> None:
    found = proposal(case("PERSON", "ORG"), TEXT, often(ORG=4, PERSON=1))
    assert (found.item.label, found.why) == ("ORG", "decided so 4 times before, the other once")
    assert proposal(case("PERSON", None), TEXT, often(PERSON=2)).why == "decided so twice before"


def test_of_two_that_nothing_tells_apart_none_is_proposed() -> None:
    for known in (often(), often(ORG=3, PERSON=3)):
        found = proposal(case("PERSON", "ORG"), TEXT, known)
        assert (found.item, found.is_draw) == (None, True)


def test_what_one_of_two_has_is_proposed_and_the_reason_is_said() -> None:
    found = proposal(case(None, "ORG"), TEXT)
    assert (found.item.label, found.is_draw) == ("ORG", False)
    assert found.why == "one against nothing: what is marked"


def test_two_facts_that_differ_are_a_draw() -> None:
    sets = [
        AnnotationSet.of("a", who, [Fact(who, kind, (23, 27), ())])
        for who, kind in (("anna", "LEAVE"), ("ben", "MEET"))
    ]
    assert proposal(compare(sets).cases[0], TEXT).is_draw


@given(
    st.lists(st.sampled_from(["ORG", "PERSON", None]), min_size=2, max_size=4).filter(
        lambda said: len(set(said)) > 1
    ),
    st.randoms(),
)
def test_the_order_of_the_names_decides_nothing(labels: list, chance) -> None:
    turned = list(labels)
    chance.shuffle(turned)
    one, other = (proposal(case(*said), TEXT, often(ORG=2)) for said in (labels, turned))
    assert (one.item and one.item.label, one.is_draw) == (other.item and other.item.label, other.is_draw)


def test_a_decision_on_ones_own_work_is_marked() -> None:
    assert noted(case("ORG", "PERSON"), "ben", "2 of 3 agree") == "2 of 3 agree; own work"
    assert noted(case("ORG", "PERSON"), "rex", "") == ""
