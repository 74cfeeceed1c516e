"""Bytes to text: marks, guesses, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given

from annotations.errors import UserError
from annotations.formats.reading.encoding import decode
from tests.strategies import texts

ENGLISH = "The mayor’s café — “the best” — costs £5 or €6.\r\nNaïve visitors paid on Tuesday, and nobody complained."
JAPANESE = "東京で地震がありました。首相は会見で述べた。被害は確認されていません。"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"]
)
def test_english_text_is_read_in_its_encoding(encoding: str) -> None:
    mark = "\ufeff" if encoding.endswith("e") else ""
    assert decode((mark + ENGLISH).encode(encoding)) == ENGLISH


@pytest.mark.parametrize(
    "text", ["Café closes.", "The £5 fare rises.", "El niño comió piña en España mañana."]
)
def test_short_western_text_is_read_as_latin_1(text: str) -> None:
    assert decode(text.encode("latin-1")) == text


def test_other_scripts_are_guessed() -> None:
    assert decode(JAPANESE.encode("shift_jis")) == JAPANESE
    russian = "Президент сказал, что переговоры продолжатся во вторник."
    assert decode(russian.encode("cp1251")) == russian


def test_a_declared_encoding_is_tried_before_a_guess() -> None:
    polish = "Źdźbło trawy, żółć i łąka — wszystko to widział premier."
    assert decode(polish.encode("cp1250"), "windows-1250") == polish
    assert decode("café".encode(), "cp1252") == "café"
    assert decode("café".encode("cp1252"), "no-such-encoding") == "café"


@given(texts)
def test_utf_8_text_is_kept_as_it_is_but_for_its_mark(text: str) -> None:
    if "\0" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode()) == text
        assert decode(b"\xef\xbb\xbf" + text.encode()) == text


def test_only_the_first_mark_is_dropped() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa") == "\ufeffa"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_lone_surrogates_are_replaced(encoding: str) -> None:
    assert decode("a\ud800b\udfffc".encode(encoding, "surrogatepass")) == "a\ufffdb\ufffdc"


def test_the_signs_that_qt_rewrites_are_replaced() -> None:
    assert decode("a\ufdd0b\ufdd1\ufdd2".encode()) == "a\ufffdb\ufffd\ufdd2"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "The file is empty"),
        (b" \r\n\t", "no text but white space"),
        (b"\xff\xfe", "no text but white space"),
        ("\u00a0\u2028".encode(), "no text but white space"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary file"),
        (b"\xef\xbb\xbfa\0b", "binary file"),
        (b"\xff\xfea\0b", "cannot be told"),
        (bytes(range(128, 256)) * 3, "cannot be told"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(content: bytes, reason: str) -> None:
    with pytest.raises(UserError, match=reason):
        decode(content)
