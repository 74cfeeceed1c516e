"""The places of quotes in a text: what a model wrote of it, found again and never guessed.

A quote stands on whole words and crosses no paragraph.  It is looked for as it is, and where it is nowhere in folded
form: without case, marks and format characters, with plain quotes and dashes, a run of blanks as one.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache

from annotations.processes.quick_dataclass import dataclass
from annotations.text.graphemes import inside_grapheme
from annotations.text.text import crosses_paragraph
from annotations.text.tokens import has_ideographs, is_run_on

PLAIN = str.maketrans(
    dict.fromkeys("‘’‚‛`´′ʼ", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
DROPPED = ("Mn", "Mc", "Me", "Cf")  # marks and format characters
NEAR = 200  # code points before a place that are looked at for what stands before it


@dataclass(frozen=True)
class Quote:
    """Words of a text, and perhaps those that stand before them there."""

    text: str
    before: str = ""


Range = tuple[int, int]


class QuotedText:
    """A text in which quotes are looked for; what was found of a wording is kept."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded: tuple[str, list[int]] | None = None  # made when a quote is not there as it is
        self._known: dict[str, list[Range]] = {}
        self._loosely: dict[str, list[Range]] = {}
        self._in_front: dict[int, str] = {}

    def places(self, quote: Quote) -> list[Range]:
        """Return the places of the quote in text order; where there are several, those with `before` in front."""
        words, wanted = quote.text.strip(), fold(quote.before).strip()
        found = self._of_wording(words)
        if not found or not wanted:
            return found
        behind = [at for at in found if self._has_before(at[0], wanted)]
        return behind or [at for at in self._folded_places(words) if self._has_before(at[0], wanted)] or found

    def next_place(self, quote: Quote, after: int) -> Range | None:
        """Return the first place of the quote from `after` on, else the first there is; None without one."""
        found = self.places(quote)
        at = bisect_left(found, (after, 0))
        return found[at] if at < len(found) else found[0] if found else None

    def nearest(self, quote: Quote, to: Range) -> Range | None:
        """Return the place of the quote with the least between it and that range; of two as near the first."""
        found = self.places(quote)
        at = bisect_left(found, to)
        near = found[max(0, at - 1) : at + 1]
        return min(near, key=lambda one: max(to[0] - one[1], one[0] - to[1]), default=None)

    def _has_before(self, start: int, wanted: str) -> bool:
        if start not in self._in_front:
            self._in_front[start] = fold(self.text[max(0, start - NEAR) : start]).rstrip()
        return self._in_front[start].endswith(wanted[-NEAR // 2 :])

    def _of_wording(self, words: str) -> list[Range]:
        if words not in self._known:
            self._known[words] = (self._exact(words) or self._folded_places(words)) if words else []
        return self._known[words]

    def _folded_places(self, words: str) -> list[Range]:
        if words not in self._loosely:
            self._loosely[words] = self._loose(words)
        return self._loosely[words]

    def _exact(self, words: str) -> list[Range]:
        found = (match.span() for match in re.finditer(re.escape(words), self.text))
        return [at for at in found if self._stands(*at)]

    def _loose(self, words: str) -> list[Range]:
        """Return the places where the text says the same when both are folded."""
        if self._folded is None:
            self._folded = folded(self.text)
        text, origin = self._folded
        sought = fold(words).strip()
        found: list[Range] = []
        for match in re.finditer(re.escape(sought), text) if sought else ():
            start, end = origin[match.start()], origin[match.end() - 1] + 1
            is_whole = match.start() == 0 or origin[match.start() - 1] < start
            while end < len(self.text) and unicodedata.category(self.text[end]) in DROPPED:
                end += 1  # a mark belongs to the letter before it
            if is_whole and origin[match.end()] >= end and self._stands(start, end):
                found.append((start, end))
        return found

    def _stands(self, start: int, end: int) -> bool:
        """Return whether whole words stand there, in one paragraph."""
        text = self.text
        if not (_parts(text, start) and _parts(text, end)) or crosses_paragraph(text, start, end):
            return False
        return not (inside_grapheme(text, start) or inside_grapheme(text, end))


def _parts(text: str, at: int) -> bool:
    """Return whether a word can end there, and another begin; in a script whose words run on it always can."""
    if not 0 < at < len(text):
        return True
    left, right = text[at - 1], text[at]
    if _runs_on(left) or _runs_on(right):
        return True
    return not (_is_of_word(left) and _is_of_word(right))


def _runs_on(letter: str) -> bool:
    return not letter.isascii() and (is_run_on(letter) or (has_ideographs(letter) and not _is_hangul(letter)))


def _is_hangul(letter: str) -> bool:
    return "\uac00" <= letter <= "\ud7a3"


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter) in DROPPED[:3]


def fold(text: str) -> str:
    """Return the text in the form in which quotes are compared.

    >>> fold("“Straße”  —  É")
    '"strasse" - e'
    """
    return folded(text)[0]


def folded(text: str) -> tuple[str, list[int]]:
    """Return the text as `fold` does, and of each code point there, and of its end, where it comes from in the text."""
    out: list[str] = []
    origin: list[int] = []
    for at, char in enumerate(text):
        plain = _folded_char(char)
        if plain == " " and out and out[-1] == " ":
            continue
        for one in plain:
            out.append(one)
            origin.append(at)
    origin.append(len(text))
    return "".join(out), origin


@lru_cache(maxsize=1 << 14)
def _folded_char(char: str) -> str:
    if char.isspace():
        return " "
    known = unicodedata.normalize("NFKD", char.translate(PLAIN)).casefold()
    kept = (one for one in unicodedata.normalize("NFKD", known) if unicodedata.category(one) not in DROPPED)
    return "".join(" " if one.isspace() else one for one in kept).translate(PLAIN)
