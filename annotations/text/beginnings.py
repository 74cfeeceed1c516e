"""Words by their first letters, without regard to case and accents, and the names that begin with a word."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from unicodedata import category, combining, normalize

Range = tuple[int, int]

LONGEST = 8  # tokens of a name
_PARTICLES = frozenset(
    [
        *("al", "el", "ul", "bin", "ibn", "bint", "abu", "ben", "of", "de", "del", "della", "di", "da", "do"),
        *("dos", "das", "du", "la", "le", "van", "von", "der", "den", "ter", "y", "e"),
    ]
)
_JOINS = frozenset("-‐‑–'’/&.")  # within a name only without blanks
_WITHOUT_STROKES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
)
_BLANKS = " \u00a0\u202f\t"


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """Return the word in small letters without accents and strokes.

    >>> folded("Łódź"), folded("STRASSE") == folded("Straße")
    ('lodz', True)
    """
    parts = normalize("NFD", word.casefold())
    letters = (part for part in parts if not combining(part) and category(part) != "Cf")  # Cf is not seen
    return "".join(letters).translate(_WITHOUT_STROKES)


def beginning(text: str, words: Iterable[Range], typed: str) -> list[Range]:
    """Return those of the words, ranges of the text, that begin with what is typed; none when that is empty."""
    wanted = folded(typed)
    return [word for word in words if wanted and folded(text[slice(*word)]).startswith(wanted)]


def nearest_first(words: Iterable[Range], place: int) -> list[Range]:
    """Return the words behind the place in text order, then the others, from the place back.

    >>> nearest_first([(0, 2), (4, 6), (8, 9), (12, 15)], 4)
    [(8, 9), (12, 15), (4, 6), (0, 2)]
    """
    found = sorted(words)
    return [word for word in found if word[0] > place] + [
        word for word in reversed(found) if word[0] <= place
    ]


def name_from(text: str, words: Sequence[Range], is_taken: Callable[[int, int], bool]) -> list[Range]:
    """Return the tokens of the name that begins with the first of the words, else that word alone.

    A name is a run of words with a capital in one line, with particles and hyphens between them, up to the first
    that is taken.  In a line without small letters capitals say nothing.

    >>> line = "He saw Abdul al-Salam there"
    >>> [line[slice(*word)] for word in name_from(line, [(7, 12), (13, 15), (15, 16), (16, 21), (22, 27)], lambda *_: 0)]
    ['Abdul', 'al', '-', 'Salam']
    """
    first = words[0]
    if not text[first[0]].isupper() or not _has_small_letters(text, first[0]):
        return [first]
    name, held = [first], [first]
    for word in words[1:LONGEST]:
        gap, said = text[held[-1][1] : word[0]], text[slice(*word)]
        before = text[slice(*held[-1])]
        if gap.strip(_BLANKS) or is_taken(*word) or (gap and before in _JOINS):
            break
        held.append(word)
        if said[0].isupper():
            name = list(held)
        elif not (said in _PARTICLES or (said in _JOINS and not gap)):
            break
    return name


def _has_small_letters(text: str, at: int) -> bool:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return any(map(str.islower, text[start : end if end >= 0 else None]))
