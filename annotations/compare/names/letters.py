"""Plain letters: alphabets that can be read one way become a to z, and all other scripts stay as they are.

Arabic, Hebrew, Indic and Chinese words are kept, since without their own letters names that differ become equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

READ = {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "HANGUL"}
APOSTROPHES = "'`´‘’‛ʹʻʼʽʾʿˈ′ꞌ＇"
POINTED = {"ARABIC", "HEBREW"}  # their marks are vowels that most writers leave out
BEARERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ـ": ""})
GERMAN = str.maketrans({"ẞ": "ss", "ß": "ss"})

_POSSESSIVE = re.compile(r"'s(?![A-Za-z0-9])|(?<=[sxz])'(?=\s|$)", re.IGNORECASE)
_INITIALS = re.compile(r"\b(?:[A-Za-z]\. ?){2,}(?:[A-Za-z]\b)?|\b[A-Za-z]\.[A-Za-z]\b")
_SHIP = re.compile(r"\bM/(?=[VTSY]\b)")  # M/V Ora
_PIECES = re.compile(r"[^\s!-,./:-@\[-`{-~-]+|-")


def plain(text: str) -> str:
    """Return the text in plain letters, case kept; what is no letter, number, mark or ASCII becomes a blank."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFKC", text)
    return composed if composed.isascii() else "".join(map(_plain, composed))


@lru_cache(maxsize=50_000)
def _plain(char: str) -> str:
    if char in APOSTROPHES:
        return "'"
    if char.isascii():
        return char
    sort, script = unicodedata.category(char), unicodedata.name(char, "").partition(" ")[0]
    if sort == "Pd":
        return "-"
    if sort[0] == "M":
        return "" if script in POINTED or script == "COMBINING" else char
    if sort == "Nd":
        return str(unicodedata.digit(char))
    if sort[0] not in "LN":
        return "" if sort == "Cf" else " "
    if script not in READ:
        return char.translate(BEARERS).casefold()
    return anyascii(char).replace("'", "")


def pieces(wording: str, *, joined: bool) -> list[str]:
    """Return the words of a wording and its hyphens, possessives, apostrophes and the dots of initials out.

    >>> pieces("the U.S.-led force’s al-Udeid", joined=True)
    ['the', 'US', '-', 'led', 'force', 'al', '-', 'Udeid']

    `joined`: initials are one word, "U.S." is "US"; else a word each, "J.K." is "J", "K".
    """
    return list(_pieces(wording, joined))


@lru_cache(maxsize=50_000)
def _pieces(wording: str, joined: bool) -> tuple[str, ...]:
    text = plain(wording)
    if "'" in text:
        text = _POSSESSIVE.sub("", text).replace("'", "")
    text = _SHIP.sub("M", text).replace("&", " and ").replace("+", " plus")
    if "." in text:
        text = _INITIALS.sub(_glued if joined else _parted, text)
    return tuple(_PIECES.findall(text))


def _glued(found: re.Match[str]) -> str:
    kept = found[0].replace(".", "").replace(" ", "")
    return kept + " " if found[0].endswith(" ") else kept


def _parted(found: re.Match[str]) -> str:
    return found[0].replace(".", " ")
