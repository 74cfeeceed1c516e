"""Words by their first letters, and the names that begin with a word."""

from __future__ import annotations

import pytest

from annotations.text.beginnings import LONGEST, beginning, folded, name_from, nearest_first
from annotations.text.tokens import tokens


def begun(text: str, typed: str) -> list[str]:
    return [text[slice(*word)] for word in beginning(text, tokens(text), typed)]


def name(text: str, word: str, taken: str = "") -> str:
    """The name that begins with the word, as the text has it, where those characters are taken."""
    at = text.index(word)
    there = range(text.index(taken), text.index(taken) + len(taken)) if taken else range(0)
    words = [token for token in tokens(text) if token[0] >= at]
    found = name_from(text, words, lambda start, end: any(start <= i < end for i in there))
    return text[found[0][0] : found[-1][1]]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("e", ["Éire", "e\u0301t\u00e9", "eggs"]),
        ("ÉT", ["e\u0301t\u00e9"]),
        ("loe", []),
        ("o", ["Øre"]),
        ("strasse", ["Straße"]),
        ("σο", ["ΣΟΦΙΑΣ"]),
        ("北", ["北"]),
        ("18", ["18"]),
        ("ab", ["\u202eabc\u202c"]),
        ("", []),
        ("\u0301", []),
    ],
)
def test_words_are_found_whatever_their_case_and_accents(typed: str, words: list[str]) -> None:
    text = "Éire e\u0301t\u00e9 eggs Øre Straße ΣΟΦΙΑΣ 北京 18 \u202eabc\u202c \u0301\u0302x"
    assert begun(text, typed) == words


def test_a_mark_in_front_is_no_letter_of_the_word() -> None:
    assert begun("“Every “every (Even", "ev") == ["Every", "every", "Even"]


def test_the_nearest_behind_comes_first_and_then_the_nearest_before() -> None:
    words = [(0, 1), (10, 11), (20, 21), (30, 31)]
    assert nearest_first(words, 20) == [(30, 31), (20, 21), (10, 11), (0, 1)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("in As Salif, where", "As", "As Salif"),
        ("saw Mohammed Abdul-Salam speak", "Mohammed", "Mohammed Abdul-Salam"),
        ("the Gulf of Aden is", "Gulf", "Gulf of Aden"),
        ("Maria Ruiz of the Navy left", "Maria", "Maria Ruiz"),
        ("Reader: M. Tulloch\nDuration", "M.", "M. Tulloch"),
        ("in Yemen's north", "Yemen", "Yemen"),
        ("Oslo. The envoy", "Oslo", "Oslo"),
        ("five ships", "five", "five"),
        ("NEWS AT SIX", "NEWS", "NEWS"),
        ("at Oslo–Bergen line", "Oslo", "Oslo–Bergen"),
        ("said Ann - Bob went", "Ann", "Ann"),
        ("said Ann\n\nBob went", "Ann", "Ann"),
    ],
)
def test_a_name_is_a_run_of_capitals(text: str, word: str, expected: str) -> None:
    assert name(text, word) == expected


def test_a_name_ends_before_what_is_taken() -> None:
    assert name("saw President Joe Biden there", "President", taken="Joe Biden") == "President"


def test_a_name_has_an_end() -> None:
    assert len(tokens(name("x " + "Ab " * 50, "Ab"))) == LONGEST


def test_folding_keeps_nothing_of_a_word_of_marks() -> None:
    assert folded("\u0301\u0302") == ""
