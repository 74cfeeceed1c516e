"""Readings of a surname: what its letters sound like to writers of one language, in plain letters.

They are far wider than spelling variants, so they count only beside an equal given name.
"""

from __future__ import annotations

import re
from functools import lru_cache

SHORTEST = 6  # letters of a surname that has readings
# Each convention is for words that look like its language's: a test, and what is read how.
CONVENTIONS = tuple(
    (re.compile(looks), tuple((re.compile(letters), sound) for letters, sound in read))
    for looks, read in (
        (r"ch.*(?:[aio]s|ou|akis)$", [(r"ch", "h")]),  # Greek: Chalkias, Halkias
        (r"[bdfghklmrstz][ai]ne$", [(r"ch", "sh"), (r"e$", "")]),  # French: Chahine, Shahin
        (r"tsch", [(r"tsch", "C"), (r"(?<!s)ch", "kh"), (r"ow$", "ov")]),  # German: Tschechow
        (r"zh", [(r"zh", "j")]),  # Brezhnev, Brejnev
        (r"c(?![hk]).*(?:is|as|os|ov|ev|ski|sky)$", [(r"c(?![hk])", "ts")]),  # Micotakis
        (r"oh[bdgkmnrst]", [(r"oh(?=[bdgkmnrst])", "o")]),  # Japanese: Ohtsuka
        (r"^(?:gh|[gqk])ad", [(r"^(?:gh|[gqk])", "k")]),  # Arabic q, as Libyans say it: Gaddafi, Kadhafi
        (r"enka$", [(r"enka$", "enko")]),  # Belarusian: Lukashenka
    )
)
PLAIN = (
    ("tch", "C"), ("sch", "sh"), ("ch", "C"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("dh", "d"), ("dj", "j"), ("q", "k"), ("w", "v"),
    ("ou", "u"), ("oo", "u"), ("oe", "o"), ("ue", "u"), ("ee", "i"), ("y", "i"), ("x", "ks"), ("c", "k"),
)  # fmt: skip
_WORD = re.compile(r"[a-z]{1,40}")
_TWICE = re.compile(r"(.)\1+")


@lru_cache(maxsize=50_000)
def readings(word: str) -> frozenset[str]:
    """Return how the word may be read; nothing for a short word, and one of other letters.

    >>> sorted(readings("chalkias") & readings("halkias"))
    ['halkias']
    """
    if len(word) < SHORTEST or not _WORD.fullmatch(word):
        return frozenset()
    found = {_plain(word)}
    for looks, read in CONVENTIONS:
        if looks.search(word):
            spelling = word
            for letters, sound in read:
                spelling = letters.sub(sound, spelling)
            found.add(_plain(spelling))
    return frozenset(found)


def _plain(word: str) -> str:
    for letters, sound in PLAIN:
        word = word.replace(letters, sound)
    return _TWICE.sub(r"\1", word)
