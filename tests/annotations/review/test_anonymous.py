"""Anonymous review: which side is whose goes by the article, and what is compared stays the same."""

from __future__ import annotations

from annotations.review.comparing import compare
from annotations.review.fair.anonymous import called, letter, shuffled, turned
from annotations.sets import AnnotationSet
from tests.making import span

PEOPLE = ("anna", "ben", "cara")
SETS = [
    AnnotationSet.of("a", who, [span(0, 10, label)])
    for who, label in zip(PEOPLE, ("ORG", "PERSON", "GPE"), strict=True)
]


def test_the_order_goes_by_the_article_alone() -> None:
    orders = {shuffled(PEOPLE, str(number)) for number in range(60)}
    assert len(orders) == 6  # every order there is
    assert all(shuffled(PEOPLE, "a") == shuffled(reversed(PEOPLE), "a") for _ in range(3))


def test_everybody_is_first_about_as_often() -> None:
    first = [shuffled(PEOPLE, str(number))[0] for number in range(600)]
    assert all(150 < first.count(who) < 250 for who in PEOPLE)


def test_a_case_that_is_turned_says_the_same_under_the_same_key() -> None:
    (case,) = compare(SETS).cases
    found = turned(case, ("cara", "anna", "ben"))
    assert found.of == tuple(found.sides) == ("cara", "anna", "ben")
    assert (found.key, found.sides) == (case.key, case.sides)
    assert turned(case, ("anna", "ben")) is case  # cara is no side there


def test_a_side_has_a_letter_where_names_are_hidden() -> None:
    assert [called(who, PEOPLE, is_hidden=True) for who in (*PEOPLE, "rex")] == ["A", "B", "C", "rex"]
    assert called("ben", PEOPLE, is_hidden=False) == "ben"
    assert letter(27) == "B"
