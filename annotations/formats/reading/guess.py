"""A guess at the encoding of text that is not UTF-8: by how well its letters are those of a language.

An encoding of one byte a letter is likely when what it makes of the bytes are the letters of one language about as often
as that language has them, with capitals and other characters where words have them.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from math import log

from annotations.formats.reading.letters import LATIN, OTHER

SAMPLE = 200_000  # bytes that are looked at to tell an encoding
# how likely it is before the text is seen, as a logarithm: the likelier first, so that of equals it is taken
ENCODINGS = {
    "cp1252": 0.0,
    "cp1250": -0.5,
    "iso8859-2": -1.0,
    "cp1254": -1.5,
    "iso8859-9": -2.0,
    "cp1251": -1.0,
    "koi8-r": -2.0,
    "koi8-u": -2.5,
    "cp1253": -1.5,
    "iso8859-7": -2.0,
    "cp1257": -2.0,
    "iso8859-15": -2.5,
    "iso8859-16": -3.0,
    "iso8859-5": -3.0,
    "cp1255": -2.0,
    "cp1256": -2.0,
    "iso8859-13": -3.0,
    "mac-roman": -5.0,
    "cp852": -6.0,
    "cp850": -6.0,
    "cp866": -5.0,
}
PUNCTUATION = "„“”‚‘’«»‹›–—…€£§°©®·•\xa0¿¡\xad„™½²×№"
KNOWN, ODD, WITHIN, CONTROL = log(0.03), log(2e-4), log(2e-5), log(1e-7)  # characters that are no letters
CAPITAL, CAPITAL_WITHIN, SMALL = log(0.1), log(2e-3), log(0.9)
AGAIN = (
    0.5  # the power of its count as which a character between the same two counts: a text says one name often
)
STRANGE, FOREIGN = 4e-4, 1e-6  # a letter that the language has not, of its script and of another
LEAST, SLACK = (
    -5.2,
    4.0,
)  # the mean of an encoding that is taken, and what few characters may have less in all
LINE, HIGH, BEFORE = re.compile(rb"[^\r\n]*+[\r\n]*+"), re.compile(rb"[\x80-\xff]"), 200
WORD_PARTS = frozenset("’'‘`´·-")


def likely(content: bytes) -> list[str]:
    """Return the encodings of one byte a letter that the text may be in, the likeliest first; none when none fits."""
    part = sample(content)
    counted = Counter(zip(part[-1:] + part[:-1], part, part[1:] + b"\n", strict=True))
    seen = {three: n**AGAIN for three, n in counted.items() if three[1] > 127}
    many = sum(n for three, n in counted.items() if three[1] > 127)
    plain = sum(part.count(letter) for letter in b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    rated = [(_rated(seen, many, plain, name), name) for name in ENCODINGS]
    least = LEAST - SLACK / max(1.0, sum(seen.values()))
    good = [(rate, name) for rate, name in rated if rate > least]
    return [name for _, name in sorted(good, key=lambda one: -one[0])]


def sample(content: bytes) -> bytes:
    """Return what of the content is looked at: of much of it the lines that are not plain ASCII."""
    if len(content) <= SAMPLE:
        return content
    found, size = [], 0
    for match in LINE.finditer(content):
        if high := HIGH.search(content, *match.span()):
            start = max(match.start(), high.start() - BEFORE)
            found.append(content[start : min(match.end(), start + SAMPLE - size)])
            size += len(found[-1])
            if size >= SAMPLE:
                break
    return b"".join(found)


def _rated(seen: dict[tuple[int, int, int], float], many: int, plain: int, encoding: str) -> float:
    """Return how likely the encoding is, as the mean logarithm of a character's chance; -inf when it has not all of them."""
    table = bytes(range(256)).decode(encoding, "replace")
    letters: dict[str, float] = {}
    total = 0.0
    for (before, byte, after), count in seen.items():
        char = table[byte]
        if char == "\ufffd":
            return float("-inf")
        if char.isalpha():
            small = char if char == "İ" else char.lower()
            letters[small] = letters.get(small, 0.0) + count
            total += count * _case(table[before], char)
        else:
            total += count * _other(table[before], char, table[after])
    fitting = _in_a_language(letters, many, plain)
    return (total + fitting + ENCODINGS[encoding]) / max(1.0, sum(seen.values()))


def _case(before: str, char: str) -> float:
    if not char.isupper():
        return SMALL
    return CAPITAL_WITHIN if before.islower() else CAPITAL


def _other(before: str, char: str, after: str) -> float:
    if "\x7f" <= char < "\xa0":
        return CONTROL
    within = before.isalpha() and after.isalpha() and char not in WORD_PARTS
    if within or (before.isalpha() and char not in PUNCTUATION):
        return WITHIN
    return KNOWN if char in PUNCTUATION else ODD


def _in_a_language(letters: dict[str, float], many: int, plain: int) -> float:
    """Return the best of all languages for these letters, and for so many beside so many plain ones."""
    best = 0.0 if not letters else float("-inf")
    for usual, rate in languages() if letters else ():
        latin = rate < 0.5
        there = sum(
            n * log(usual.get(c) or (STRANGE if (c < "ʰ") is latin else FOREIGN)) for c, n in letters.items()
        )
        off = log((many + 0.5) / ((many + plain) * rate + 0.5))
        best = max(best, there - min(10.0, 1.5 * off * off))
    return best


@cache
def languages() -> list[tuple[dict[str, float], float]]:
    """Return for each language the share of each letter among those outside ASCII, and theirs among all letters."""
    found = []
    for table, most in ((LATIN, 10_000), (OTHER, None)):
        for letters in table.values():
            counts = {word[0]: int(word[1:]) for word in letters.split()}
            total = sum(counts.values())
            found.append(
                ({letter: n / total for letter, n in counts.items()}, total / most if most else 0.98)
            )
    return found
