"""Texts folded as the full-text index folds them, sign for sign, so that places in them are places in the text.

What is a letter, and which one, is asked of SQLite itself, once for each sign: no table of ours can differ from its.
"""

from __future__ import annotations

import re
import sqlite3
from threading import Lock

BLANK, MARK = " ", "\x01"  # what separates words; an accent within one, which is dropped
FEW = 16  # signs beyond ASCII in a text
TABLES = (
    "CREATE VIRTUAL TABLE probe USING fts5 (text, tokenize='unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE word USING fts5vocab (probe, row)",
)
_OTHERS = re.compile("[^\x00-\x7f]+")
_STRAY = re.compile("(?<![^ ])\x01+")  # accents that no word stands before


class Letters(dict[int, str]):
    """A table for `str.translate` that fills itself: a letter folded, MARK, or BLANK for all that is in no word."""

    def __init__(self) -> None:
        super().__init__()
        self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._lock = Lock()
        for sql in TABLES:
            self._memory.execute(sql)

    def __missing__(self, code: int) -> str:
        self[code] = made = self._asked(chr(code))
        return made

    def _asked(self, sign: str) -> str:
        """Return what becomes of the sign between two letters."""
        if "\ud800" <= sign <= "\udfff":
            return BLANK
        with self._lock:  # what was asked before may have been interrupted
            self._memory.execute("DELETE FROM probe")
            self._memory.execute("INSERT INTO probe VALUES (?)", (f"x{sign}y",))
            found = [row[0] for row in self._memory.execute("SELECT term FROM word")]
        return BLANK if len(found) > 1 or found == ["x"] else found[0][1:-1] or MARK


LETTERS = Letters()


def folded(text: str) -> str:
    """Return the text folded, as long as it was: words of letters and MARK, BLANK between them.

    >>> folded("Café, U.S.")
    'cafe  u s '
    """
    if not text.isascii():
        others = {sign: LETTERS[ord(sign)] for sign in set("".join(_OTHERS.findall(text)))}
        if len(others) <= FEW and all(MARK < made < "\x7f" for made in others.values()):
            for sign, made in others.items():  # what is left is ASCII, which goes many times as quick
                text = text.replace(sign, made)
    made = text.translate(LETTERS)
    return _STRAY.sub(lambda stray: BLANK * len(stray[0]), made) if MARK in made else made


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded and without marks."""
    return folded(text).replace(MARK, "").split(BLANK) if text else []
