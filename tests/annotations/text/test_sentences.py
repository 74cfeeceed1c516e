"""Sentences: abbreviations, quotations, paragraphs."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.text.sentences import sentences
from annotations.text.text import crosses_paragraph


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Gen. Joseph Votel met Lt. Col. Dr. Smith and Vice Adm. J. R. Jones.",
        "The U.S. Army and U.N. officials left on Jan. 7 at 5 p.m. Monday.",
        "He is No. 2 at Yahoo! and at Smith v. Jones, Inc. of Calif.",
        "It cost 3.5 million... or more, i.e. a lot (etc.), he said.",
        "“Stop!” he said. “why?”",
        'Col. John "J.D." Dorrian spoke.',
        "One line\u2028of the same sentence.",
    ],
)
def test_an_abbreviation_or_a_quotation_does_not_end_a_sentence(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He left the U.S.|The army stayed.",
        "They met at 5 p.m.|He spoke.",
        "“We won.”|“They lost!”|(Nobody cared.)|$5 was paid.",
        "It was of critical mass.|Scientists said no.|Five agreed.",
        "He works for Acme Inc.|But not today.|So what?!|Nothing…|Really.",
        "It was she and I.|Nobody else.",
    ],
)
def test_a_sentence_ends_before_what_opens_the_next(text: str) -> None:
    assert split(text.replace("|", " ")) == text.split("|")


def test_sentences_without_spaces_end_too() -> None:
    assert split("彼は言った。「行く！」東京へ。") == ["彼は言った。", "「行く！」", "東京へ。"]


def test_a_paragraph_always_ends_a_sentence_and_white_space_gives_none() -> None:
    assert split("Title\r\n\n \u00a0\n A line without a stop \n") == ["Title", "A line without a stop"]
    assert split("") == []


@given(st.text(st.sampled_from(list('Aab1 .!?…"”“)(\n\u2029。U.S')), max_size=50) | st.text(max_size=60))
def test_sentences_are_ordered_trimmed_inside_paragraphs_and_cover_the_rest(text: str) -> None:
    found = sentences(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in found)
    assert all(left[1] <= right[0] for left, right in pairwise(found))
    assert not any(crosses_paragraph(text, *bounds) for bounds in found)
    assert "".join("".join(split(text)).split()) == "".join(text.split())
