"""The text of an article: paragraphs, snapping, trimming, cleaning, UTF-16."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.text.text import Utf16Map, clean, crosses_paragraph, paragraph_of, paragraphs, snap, trim
from annotations.text.tokens import tokens

lines = st.text(st.sampled_from(list("ab \r\n\u2028\u2029\u0085\v\f🇮")), max_size=40) | st.text(max_size=40)
marked = st.text(st.sampled_from(list("aU.S ,;()[]“”’'\"!?\n東e\u0301👍🏽")), max_size=30)
offsets = st.integers(0, 30)


@given(lines)
def test_paragraphs_and_the_separators_between_them_are_the_text(text: str) -> None:
    found = paragraphs(text)
    between = [text[left[1] : right[0]] for left, right in pairwise(found)]
    assert set(between) <= {"\r\n", "\n", "\r", "\u2029", "\u0085", "\v", "\f"}
    assert found[0][0] == 0
    assert found[-1][1] == len(text)
    assert not any(crosses_paragraph(text, *bounds) for bounds in found)


def test_a_text_without_separator_is_one_paragraph() -> None:
    assert paragraphs("a line\u2028another") == [(0, 14)]
    assert paragraphs("") == [(0, 0)]


@given(lines)
def test_every_offset_in_a_paragraph_finds_it(text: str) -> None:
    for start, end in paragraphs(text):
        assert {paragraph_of(text, i) for i in range(start, end + 1)} == {(start, end)}


def test_an_offset_within_crlf_belongs_to_the_paragraph_before() -> None:
    assert paragraph_of("ab\r\ncd", 3) == (0, 2)


def test_a_range_over_a_separator_crosses_a_paragraph() -> None:
    assert crosses_paragraph("ab\ncd", 1, 4)
    assert not crosses_paragraph("ab\ncd", 3, 5)
    assert not crosses_paragraph("ab\u2028cd", 0, 5)


@pytest.mark.parametrize(
    ("text", "part", "snapped"),
    [
        ("the Islamic State said", "lamic St", "Islamic State"),
        ("in the U.S. today", " U.", "U.S."),
        ("Iraq's army", "aq", "Iraq"),
        ("said 👨\u200d👩\u200d👧 today", "\u200d", "👨\u200d👩\u200d👧"),
        ("東京都で", "京都", "京都"),
        ("a\u00a0 word", "\u00a0 w", "word"),
    ],
)
def test_a_sloppy_range_snaps_to_the_tokens_it_touches(text: str, part: str, snapped: str) -> None:
    start = text.index(part)
    found = snap(text, start, start + len(part))
    assert found is not None
    assert text[slice(*found)] == snapped


def test_white_space_snaps_to_nothing() -> None:
    assert snap("a \u00a0\n b", 1, 5) is None
    assert snap("a", 1, 1) is None
    assert snap("", 0, 0) is None
    assert trim(" \n", 0, 2) is None


@given(marked, offsets, offsets)
def test_snapping_covers_the_range_with_tokens_and_again_changes_nothing(text: str, a: int, b: int) -> None:
    start, end = min(a, b), min(max(a, b), len(text))
    found = snap(text, start, end)
    if found is None:
        assert not text[start:end].strip()
        return
    assert found[0] in {left for left, _ in tokens(text)}
    assert found[1] in {right for _, right in tokens(text)}
    assert text[start:end].strip() in text[slice(*found)]
    assert snap(text, *found) == found


@pytest.mark.parametrize(
    ("quote", "trimmed"),
    [
        (" the Pentagon,\n", "the Pentagon"),
        ("the U.S.", "the U.S."),
        ("at 5 a.m.", "at 5 a.m."),
        ("Acme Inc.,", "Acme Inc."),
        ("the army.”", "the army"),
        ("(IAEA)", "(IAEA)"),
        ("Agency (IAEA),", "Agency (IAEA)"),
        ("Agency (IAEA))", "Agency (IAEA)"),
        ("(the Agency", "the Agency"),
        ("“Chemical Ali”", "“Chemical Ali”"),
        ('"Chemical Ali', "Chemical Ali"),
        ('Ali "Chemical"!', 'Ali "Chemical"'),
        ("the soldiers'", "the soldiers"),
        ("the Guardian’s", "the Guardian’s"),
        ("...", "..."),
        ("?!”", "?!”"),
    ],
)
def test_trimming_drops_the_marks_that_do_not_belong(quote: str, trimmed: str) -> None:
    text = f"x {quote} x"
    found = trim(text, 2, 2 + len(quote))
    assert found is not None
    assert text[slice(*found)] == trimmed


@given(marked, offsets, offsets)
def test_trimming_stays_inside_the_range_and_again_changes_nothing(text: str, a: int, b: int) -> None:
    start, end = min(a, b), min(max(a, b), len(text))
    found = trim(text, start, end)
    if found is None:
        assert not text[start:end].strip()
        return
    assert start <= found[0] < found[1] <= end
    assert trim(text, *found) == found


def test_cleaning_replaces_only_what_qt_would_drop_or_rewrite() -> None:
    assert clean("a\ud800b\udfff\ufdd0\ufdd1") == "a\ufffdb\ufffd\ufffd\ufffd"
    kept = "a\r\n\u00a0\ufeff\u2028\0👍🏽\ufffe"
    assert clean(kept) == kept


@given(st.text(st.characters()))
def test_cleaning_keeps_the_length_and_leaves_text_that_encodes(text: str) -> None:
    assert len(clean(text)) == len(text)
    assert clean(text).encode("utf-8").decode("utf-8") == clean(text)


@given(st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("🇮👍")))
def test_offsets_count_as_utf16_does_and_come_back(text: str) -> None:
    offsets16 = Utf16Map(text)
    for i in range(len(text) + 1):
        assert offsets16.to16(i) == len(text[:i].encode("utf-16-le")) // 2
        assert offsets16.from16(offsets16.to16(i)) == i


def test_an_offset_between_the_halves_of_a_pair_is_the_one_before_the_pair() -> None:
    offsets16 = Utf16Map("a👍b👍")
    assert [offsets16.from16(p) for p in range(7)] == [0, 1, 1, 2, 3, 3, 4]
