"""Numbers whose digits stand in groups: 41 000, 490,000, 3’000, 1,00,000: one number, whatever parts the groups.

The groups of a number are parted by one and the same mark.  A plain blank parts words as well, so groups beside a
blank are one number only where nothing says that they are two: no further figures in the row, no month or word like
"Flight" before, unless a group begins with 0, as no number of its own does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotations.text.word_forms import listed
from annotations.values.calendar_words import MONTHS

GAPS = "\u00a0\u2007\u2009\u202f"  # no-break, figure, thin and narrow no-break space
MARKS = f",'’٬{GAPS} "
#: Thousands by three, and lakhs and crores by two; the mark is the last group of the pattern.
THOUSANDS = rf"[0-9]{{1,3}}(?P<mark>[{MARKS}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*+"
LAKHS = r"[0-9]{1,2},(?:[0-9]{2},)++[0-9]{3}"
GROUPED = rf"(?:{THOUSANDS}|{LAKHS})(?![0-9])"

_FOUND = re.compile(rf"(?<![\w.,'’/:+-]){GROUPED}(?:\.[0-9]{{1,9}})?(?![\w/:])")
_PARTED = re.compile(rf"[{MARKS}]")
_ROW_BEFORE = re.compile(r"[0-9] ?\Z")
_ROW_AFTER = re.compile(r" [0-9]")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\.? \Z")
_FAR = 24  # code points before a number that are looked at
_NAMED_BY_NUMBER = listed(
    """no nr number page chapter article section verse flight route highway channel apollo resolution figure table
    room line bus train volume level phase grade class type boeing airbus version windows act aged age"""
)


def grouped_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the numbers in `text[start:end]` whose digits stand in groups, in order.

    >>> list(grouped_numbers("In 2024 300 of 41 000 tonnes"))
    [(15, 21)]
    """
    stop = len(text) if end is None else end
    for found in _FOUND.finditer(text, start, stop):
        if found["mark"] != " " or _is_one(text, *found.span()):
            yield found.span()


def with_whole_numbers(tokens: list[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    """Return the bounds of the tokens, in order, with those of one number in groups as one.

    >>> with_whole_numbers([(0, 2), (3, 6), (7, 13)], "41 000 tonnes")
    [(0, 6), (7, 13)]
    """
    if not tokens:
        return tokens
    firsts, lasts = ({token[side]: n for n, token in enumerate(tokens)} for side in (0, 1))
    found, done = list[tuple[int, int]](), 0
    for start, end in grouped_numbers(text, tokens[0][0], tokens[-1][1]):
        if start in firsts and end in lasts:
            found += [*tokens[done : firsts[start]], (start, end)]
            done = lasts[end] + 1
    return [*found, *tokens[done:]]


def ungrouped(figure: str) -> str:
    """Return the figure without what parts its groups.

    >>> ungrouped("1’234’567.5")
    '1234567.5'
    """
    return _PARTED.sub("", figure)


def _is_one(text: str, start: int, end: int) -> bool:
    """Return whether groups beside a blank are one number and not several in a row."""
    before = text[max(0, start - _FAR) : start]
    if _ROW_BEFORE.search(before) or _ROW_AFTER.match(text, end):
        return False
    word = _WORD_BEFORE.search(before)
    named = word is not None and word[1].lower() in _NAMED_BY_NUMBER | MONTHS.keys()
    return not named or " 0" in text[start:end]
