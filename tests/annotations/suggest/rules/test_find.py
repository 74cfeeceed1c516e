"""The door of the rules: flat, ordered finds within the text, whatever the text is."""

from __future__ import annotations

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from annotations.suggest.rules.find import LABELS, RuleFind, find

NLP = spacy.blank("en")
PIECES = [
    "US",
    "Bank",
    " of ",
    "John",
    "al-",
    "12",
    ":30 p.m.",
    "$",
    "May",
    ",",
    "\r\n",
    "\xa0",
    "👩\u200d👩",
    "ب",
    "e\u0301",
    " ",
]
texts = st.text(st.sampled_from("aA1 .-\n\u2029’"), max_size=60) | st.lists(st.sampled_from(PIECES)).map(
    "".join
)


def checked(doc: Doc) -> list[RuleFind]:
    """The finds of a Doc, after what must hold of all finds."""
    found = find(doc)
    for one in found:
        quote = doc.text[one.start : one.end]
        assert 0 <= one.start < one.end <= len(doc.text)
        assert quote == quote.strip()
        assert one.label in LABELS.split()
        assert 0 < one.score <= 1
    assert all(a.end <= b.start for a, b in pairwise(found))
    return found


@settings(deadline=None)  # the first call compiles the rules
@given(texts | st.text(max_size=40))
def test_finds_are_flat_ordered_and_without_white_space_at_their_ends(text: str) -> None:
    checked(NLP(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\r\n\r\n",
        "👍🏽" * 50,
        "\u200fمرحبا 12 كم\u200f",
        "e\u0301\u0327 5\xa0km",
        "x" * 100_000,
        "a" + "-b" * 999,
    ],
)
def test_hostile_texts_raise_nothing(text: str) -> None:
    checked(NLP(text))


@pytest.mark.parametrize("word", ["(", "-", "Bank", "New", "one", "hundred", "Gen.", "1" * 5000])
def test_the_same_word_over_and_over_is_no_trouble(word: str) -> None:
    checked(Doc(NLP.vocab, words=[word] * 20_000))


def test_a_million_brackets_hold_nothing() -> None:
    assert find(Doc(NLP.vocab, words=["((((("] * 200_000, spaces=[False] * 200_000)) == []


def test_a_text_twice_as_long_holds_twice_as_much() -> None:
    text = "The United States sent 12 ships to the Bank of Spain on Jan. 24, 2024 for $5 million. "
    assert len(find(NLP(text * 200))) == 2 * len(find(NLP(text * 100))) == 1000


@pytest.mark.parametrize("gap", [" ", "\xa0", "  ", "\t"])
def test_white_space_within_a_line_does_not_part_a_name(gap: str) -> None:
    text = f"He left the United{gap}States."
    assert [text[f.start : f.end] for f in find(NLP(text))] == [f"United{gap}States"]


@pytest.mark.parametrize("end_of_line", ["\n", "\r\n", "\u2029", "\n\n"])
def test_a_line_break_parts_names(end_of_line: str) -> None:
    text = f"a visit to the United{end_of_line}States of mind"
    assert find(NLP(text)) == []


def test_curly_apostrophes_count_as_straight_ones() -> None:
    text = "In Côte d’Ivoire it rained on New Year’s Day."
    assert [text[f.start : f.end] for f in find(NLP(text))] == ["Côte d’Ivoire", "New Year’s Day"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She left on Tuesday evening.", ("Tuesday evening", "TIME")),  # longer than the DATE in it
        ("They read the New York Times.", ("New York Times", "ORG")),  # longer than the GPE in it
        ("They sailed to Ivory Coast.", ("Ivory Coast", "GPE")),  # as long as the LOC by shape, but listed
    ],
)
def test_the_longer_find_wins_then_the_surer(text: str, expected: tuple[str, str]) -> None:
    assert [(text[f.start : f.end], f.label) for f in find(NLP(text))] == [expected]
