"""Finding words in a text: bounds are code points of the text, whatever was folded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.text.search import Searched
from tests.strategies import NASTY, texts


def quotes(text: str, wanted: str, **how: bool) -> list[str]:
    return [text[start:end] for start, end in Searched(text, **how).find(wanted)]


@pytest.mark.parametrize(
    ("text", "wanted", "expected"),
    [
        ("Navy, navy; NAVY", "navy", ["Navy", "navy", "NAVY"]),
        ("Café cafe\u0301 CAFE", "café", ["Café", "cafe\u0301", "CAFE"]),
        ("Straße STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("ß", "s", ["ß"]),
        ("on\u00a0the\r\n  ferry", "on the  FERRY", ["on\u00a0the\r\n  ferry"]),
        ("a\u2028b", "a b", ["a\u2028b"]),
        ("👨\u200d👩\u200d👧 in Oslo", "👩", ["👩"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("a.b", ".", ["."]),
        ("(x", "(x", ["(x"]),
        ("شالوم שלום", "שלום", ["שלום"]),
        ("", "a", []),
        ("a", " \n", []),
        ("a", "", []),
        ("e\u0301", "\u0301", []),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(text: str, wanted: str, expected: list[str]) -> None:
    assert quotes(text, wanted) == expected


def test_case_and_accents_count_when_that_is_wanted() -> None:
    text = "Café cafe CAFÉ"
    assert quotes(text, "Cafe", case=True) == ["Café"]
    assert quotes(text, "café", accents=True) == ["Café", "CAFÉ"]
    assert quotes(text, "Café", case=True, accents=True) == ["Café"]


@given(texts, st.data(), st.booleans(), st.booleans())
def test_what_stands_in_a_text_is_found_there(text: str, data, case: bool, accents: bool) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    wanted = text[start : start + data.draw(st.integers(1, 6))]
    hits = Searched(text, case=case, accents=accents).find(wanted)
    assert all(0 <= low < high <= len(text) for low, high in hits)
    assert hits == sorted(hits)
    if case and accents and wanted == "".join(wanted.split()):
        assert hits
        assert {text[low:high] for low, high in hits} == {wanted}


@given(st.lists(st.sampled_from(NASTY), max_size=8).map("".join))
def test_whatever_is_wanted_is_found_where_it_stands_and_nowhere_else(wanted: str) -> None:
    hits = Searched(f"Oslo {wanted} é e\u0301", case=True, accents=True).find(wanted)
    assert bool(hits) == bool(wanted.split())
    assert Searched("Oslo Z\u0301").find(wanted) == []
