from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.same_mentions import Wording, on_tokens, places
from annotations.text.tokens import tokens
from tests.strategies import NASTY


def quotes(text: str, words: str, **options: bool) -> list[str]:
    at = places(text, Wording(words, **options))
    return [text[start:end] for start, end in at if on_tokens(text, start, end)]


@pytest.mark.parametrize(
    ("text", "words", "options", "expected"),
    [
        ("Acme's Acmes, Acme-led acme", "Acme", {}, ["Acme", "Acme"]),
        ("ACME Acme", "acme", {"any_case": True}, ["ACME", "Acme"]),
        (
            "al-Asad al Asad al\u2011Asad alAsad",
            "al-Asad",
            {"variants": True},
            ["al-Asad", "al Asad", "al\u2011Asad"],
        ),
        ("Sana'a Sana’a Sanaa", "Sana’a", {"variants": True}, ["Sana'a", "Sana’a"]),
        ("Sana'a Sana’a", "Sana’a", {}, ["Sana’a"]),
        ("New\u00a0York New \tYork", "New York", {}, ["New\u00a0York", "New \tYork"]),
        ("New\nYork New York", "New York", {}, ["New York"]),
        ("(U.S.) U.S.-led a+b", "U.S.", {}, ["U.S."]),
        ("a+b aab", "a+b", {}, ["a+b"]),
        ("東京都と東京", "東京", {}, ["東京", "東京"]),
        ("ฉันกินผัดไทยทุกวัน", "ผัดไทย", {}, ["ผัดไทย"]),
        ("กินน้ำ", "กินน", {}, []),
        ("10km 10 310", "10", {}, ["10", "10"]),
        ("👩\u200d🚀 👩", "👩", {}, ["👩"]),
        ("עזה, עזה", "עזה", {}, ["עזה", "עזה"]),
        ("", "Acme", {}, []),
        ("Acme", " ", {}, []),
    ],
)
def test_a_wording_is_found_on_token_bounds(text, words, options, expected) -> None:
    assert quotes(text, words, **options) == expected


@given(st.lists(st.sampled_from([*NASTY, "Al", "-", "’", " "]), max_size=30).map("".join), st.data())
def test_a_token_is_found_where_it_stands_and_no_place_within_a_token_counts(text, data) -> None:
    words = tokens(text)
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    variants = data.draw(st.booleans())
    at = places(text, Wording(text[slice(*words[first])], variants=variants, any_case=variants))
    assert words[first] in at or any(start < words[first][1] and words[first][0] < end for start, end in at)
    starts, ends = {start for start, _ in words}, {end for _, end in words}
    assert all(on_tokens(text, *bounds) == (bounds[0] in starts and bounds[1] in ends) for bounds in at)
