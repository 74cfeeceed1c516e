"""Doubt: what speaks against a suggestion, said in sentences, and how it adds up."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.spans import Hint, Rival
from annotations.suggest.doubt import Reason, Weighing, doubt, elsewhere, in_order
from tests.making import suggested

TEXT = "The Navy (of Oslo) left, said the Navy."
NAVY, AGAIN, OSLO = (
    suggested(4, 8, "ORG", score=0.9),
    suggested(34, 38, "ORG"),
    suggested(13, 17, "GPE", score=0.9),
)


def sentences(item, *pool, text: str = TEXT) -> list[str]:
    return [reason.sentence for reason in Weighing(text, [item, *pool]).reasons(item)]


@given(st.lists(st.floats(0, 1), max_size=5))
def test_doubt_stays_within_0_and_1_and_each_reason_raises_it(weights: list[float]) -> None:
    totals = [doubt(Reason(w, "") for w in weights[:n]) for n in range(len(weights) + 1)]
    assert totals == sorted(totals)
    assert totals[0] == 0
    assert totals[-1] <= 1


@given(st.lists(st.floats(0, 1), min_size=2, max_size=4))
def test_the_order_of_the_reasons_says_nothing(weights: list[float]) -> None:
    totals = [doubt(Reason(w, "") for w in order) for order in permutations(weights)]
    assert max(totals) == pytest.approx(min(totals))


@pytest.mark.parametrize(
    ("score", "sentence"),
    [
        (0.9, "Its score is 0.90."),
        (0.4, "Its score is low: 0.40."),
        (None, "What found it does not say how sure it is."),
    ],
)
def test_a_score_is_always_a_reason(score: float | None, sentence: str) -> None:
    assert sentences(suggested(4, 8, "ORG", score=score)) == [sentence]


def test_a_lower_score_is_more_doubt() -> None:
    spans = [suggested(4, 8, score=score) for score in (0.2, 0.5, None, 0.9)]
    doubts = [doubt(Weighing(TEXT, [span]).reasons(span)) for span in spans]
    assert doubts == pytest.approx([0.8, 0.5, 0.5, 0.1])


def test_two_origins_that_give_other_labels_disagree() -> None:
    found = sentences(NAVY, Rival(4, 8, "GPE", "rule", 0.7))
    assert found == ["Found in two ways: en_news 1.0 says ORG, rule says GPE.", "Its score is 0.90."]


def test_two_origins_that_give_other_bounds_disagree_about_the_words() -> None:
    (said, _) = sentences(NAVY, Rival(0, 8, "ORG", "rule"))
    assert said == "Found in two ways: en_news 1.0 says ORG for “Navy”, rule says ORG for “The Navy”."


def test_a_rival_elsewhere_says_nothing() -> None:
    assert sentences(OSLO, NAVY, Rival(4, 8, "GPE", "rule")) == ["Its score is 0.90."]


def test_the_same_wording_with_another_label_in_the_article_is_a_reason() -> None:
    other = suggested(34, 38, "GPE")
    assert "“Navy” is suggested as GPE elsewhere in the article." in sentences(NAVY, other)
    assert sentences(NAVY, AGAIN) == ["Its score is 0.90."]


def test_what_was_decided_elsewhere_is_a_reason_while_no_more_decisions_agree() -> None:
    said = [r.sentence for r in elsewhere("Navy", "ORG", {"GPE": 2, "ORG": 2})]
    assert said == ["“Navy” was confirmed as GPE elsewhere."]
    assert elsewhere("Navy", "ORG", {"GPE": 1, "ORG": 2}) == []
    assert elsewhere("Navy", "ORG", {"ORG": 2, "GPE": 0}) == elsewhere("Navy", "ORG", {}) == []


@pytest.mark.parametrize(
    ("start", "end", "sentence"),
    [
        (4, 17, "It holds half of a pair of brackets."),
        (9, 12, "It begins with “(”."),
        (19, 24, "It ends with “,”."),
        (3, 8, "It begins or ends with white space."),
    ],
)
def test_odd_bounds_are_a_reason(start: int, end: int, sentence: str) -> None:
    assert sentence in sentences(suggested(start, end, score=1.0))


def test_brackets_of_which_both_halves_are_there_are_not_odd() -> None:
    assert sentences(suggested(4, 18, "ORG", score=0.9)) == ["Its score is 0.90."]
    assert sentences(suggested(9, 18, "ORG", score=0.9)) == ["Its score is 0.90."]


def test_a_hint_says_that_a_span_may_be_missing() -> None:
    hint = Hint(13, 17, 0.31)
    assert sentences(hint) == ["A span may be missing here: the pipeline gives it 0.31."]
    assert doubt(Weighing(TEXT, [hint]).reasons(hint)) == pytest.approx(0.31)


def test_the_heaviest_reason_comes_first() -> None:
    found = Weighing(
        TEXT, [rival := Rival(9, 12, "GPE", "rule"), odd := suggested(9, 12, score=0.1)]
    ).reasons(odd)
    assert rival.id
    assert found == in_order(reversed(found))
    assert found[0].sentence == "Its score is low: 0.10."


@given(st.text(max_size=12), st.integers(0, 12), st.integers(1, 4))
def test_any_text_can_be_weighed(text: str, start: int, length: int) -> None:
    span = suggested(start, start + length)
    assert 0.5 <= doubt(Weighing(text, [span, Rival(start, start + 1, "X", "rule")]).reasons(span)) <= 1
