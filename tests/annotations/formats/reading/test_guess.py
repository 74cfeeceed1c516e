"""Texts in the encodings that people save them in: the letters come out right, and that it was a guess is said."""

from __future__ import annotations

import pytest

from annotations.errors import UserError
from annotations.formats.reading.encoding import decode, decode_said
from annotations.formats.reading.how_read import HowRead
from tests.annotations.formats.reading.languages import SAVED_IN, TEXTS

PAIRS = [(language, encoding) for language, encodings in SAVED_IN.items() for encoding in encodings]


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_three_hundred_characters_are_read_in_their_encoding(language: str, encoding: str) -> None:
    assert len(TEXTS[language]) >= 275
    content = TEXTS[language][:300].encode(encoding, "ignore")
    assert decode(content) == content.decode(encoding)


@pytest.mark.parametrize("language", ["Polish", "Hungarian", "Turkish", "Russian"])
def test_capitals_are_read_as_well(language: str) -> None:
    encoding = SAVED_IN[language][0]
    headline = TEXTS[language][:60].replace("i", "İ" if language == "Turkish" else "i").upper()
    content = f"{headline}\n\n{TEXTS[language]}".encode(encoding)
    assert decode(content) == content.decode(encoding)


def test_english_text_with_a_few_names_is_read_in_the_encoding_that_has_their_letters() -> None:
    english = (
        "The talks in Kraków ended late on Tuesday, said Lech Wałęsa. Nobody complained about the long day. "
        * 4
    )
    assert decode(english.encode("cp1250")) == english
    assert (
        decode("Ms. Nuñez met Mr. Müller at the café.".encode("cp1252"))
        == "Ms. Nuñez met Mr. Müller at the café."
    )


def test_a_guess_is_said_and_nothing_else_is() -> None:
    polish = TEXTS["Polish"]
    said = "The encoding was taken to be cp1250; --encoding names another."
    assert decode_said(polish.encode("cp1250")) == (polish, said)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decode_said(polish.encode(encoding)) == (polish, "")
    assert decode_said(b"Plain.") == ("Plain.", "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("language", ["French", "Russian", "Greek"])
def test_two_and_four_bytes_a_character_are_told_without_a_mark(encoding: str, language: str) -> None:
    text, said = decode_said(TEXTS[language].encode(encoding))
    assert text == TEXTS[language]
    assert said == f"The encoding was taken to be {encoding}; --encoding names another."
    assert decode("id,a\nb".encode(encoding)) == "id,a\nb"


def test_an_encoding_that_is_asked_for_is_taken_and_not_guessed() -> None:
    content = TEXTS["Polish"].encode("cp1250")
    assert decode_said(content, HowRead(encoding="cp1252")) == (content.decode("cp1252"), "")
    assert decode(b"\xff\xfea\0", reading=HowRead(encoding="utf-16-le")) == "a"
    assert decode(b"\xef\xbb\xbfa", reading=HowRead(encoding="utf8")) == "a"


@pytest.mark.parametrize("asked", ["utf-8", "ascii", "utf-16", "base64"])
def test_an_encoding_that_is_asked_for_and_wrong_is_a_sentence(asked: str) -> None:
    with pytest.raises(UserError, match=f"The file is not in {asked}, the encoding that was asked for"):
        decode(
            TEXTS["Polish"].encode("cp1250") + b"!" * (len(TEXTS["Polish"]) % 2 + 1),
            reading=HowRead(encoding=asked),
        )


def test_damaged_utf_8_loses_only_the_damaged_places() -> None:
    content = TEXTS["Polish"].encode()
    text, said = decode_said(content[:-20] + b"\xff" + content[-20:])
    assert text.replace("\ufffd", "") == TEXTS["Polish"]
    assert said == "A byte in it is not UTF-8, as the rest is; a � stands there."


def test_what_has_control_characters_is_no_text_in_any_encoding() -> None:
    with pytest.raises(UserError, match="This is a binary file"):
        decode(bytes(range(1, 256)) * 4)


def test_a_long_file_is_told_by_what_is_not_ascii_in_it_without_a_long_look() -> None:
    content = b"plain " * 400_000 + TEXTS["Hungarian"].encode("cp1250") + b" plain" * 400_000
    assert decode(content) == content.decode("cp1250")
