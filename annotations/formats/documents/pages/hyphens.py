"""Words that a line's end divides: put together, with the hyphen where it belongs to the word.

No language's dictionary is asked, but the document itself and the letters' case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

SOFT = "\xad"
HYPHENS = "-\u2010"
LEAST = 4  # letters of two words that a hyphen may join though the document never has them so within a line
WORD = re.compile(r"[^\W_]+(?:[-\u2010'’][^\W_]+)*")
LAST = re.compile(rf"([^\W_]+(?:[-\u2010'’][^\W_]+)*)[{HYPHENS}{SOFT}]$")
FIRST = re.compile(r"[^\W_]+(?:[-\u2010'’][^\W_]+)*")


class KnownWords:
    """The words of a document, less those that a line's end divides."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._counts: Counter[str] = Counter()
        divided = False
        for line in lines:
            words = [match[0].casefold() for match in WORD.finditer(line)]
            ends = LAST.search(line) is not None
            self._counts.update(words[1 if divided else 0 : -1 if ends else None])
            divided = ends

    def joined(self, above: str, below: str) -> str:
        """Return the two lines as one.

        >>> KnownWords([]).joined("met Mr. Schmidt-", "Weber in Reyk-")
        'met Mr. Schmidt-Weber in Reyk-'
        >>> KnownWords([]).joined("The Foreign Secre-", "tary met")
        'The Foreign Secretary met'
        """
        if not above or not below:
            return above + below
        first = FIRST.match(below)
        if above[-1] == SOFT and first:
            return above[:-1] + below
        last = LAST.search(above)
        if last is None or first is None:
            glued = above[-1] in "—/" or (_is_cjk(above[-1]) and _is_cjk(below[0]))
            return above + ("" if glued else " ") + below
        return (above if self._is_kept(last[1], first[0]) else above[:-1]) + below

    def _is_kept(self, before: str, after: str) -> bool:
        """Return whether the hyphen belongs to the word."""
        whole, apart = (before + after).casefold(), f"{before}-{after}".casefold()
        as_one, as_two = self._counts[whole], self._counts[apart] + self._counts[apart.replace("-", "\u2010")]
        if as_one or as_two:
            return as_two > as_one
        if after[0].isupper() or after[0].isdigit() or before[-1].isdigit():
            return not (after.isupper() and before.isupper() and len(after) > 1)
        if after[0].islower():
            return all(len(one) >= LEAST and self._counts[one.casefold()] for one in (before, after))
        return True


def _is_cjk(char: str) -> bool:
    return "\u2e80" <= char <= "\u9fff" or "\uff00" <= char <= "\uffef" or "\uac00" <= char <= "\ud7af"
