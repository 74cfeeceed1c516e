"""The articles that are nearly the same: an index of MinHash prints in bands.

As chapter 3 of *Mining of Massive Datasets* (Leskovec, Rajaraman, Ullman) has it; the hashes are those of datasketch 2
(scheme affine32), so that groups made with it stay.  It would bring all of SciPy for one integral, and its hashes have
changed with a version.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import Any

ALIKE = 0.7  # share of word groups in common from which two articles count as nearly the same
SHINGLE = 4  # words of a word group
LARGE = 2_000  # words of an article that are looked at
BANDS, ROWS = 8, 8  # which err least on both sides of ALIKE, of all that 64 hashes allow
SEED, WIDTH = 1, 32  # of the hashes; bits
MIX = (
    (16, 0x85EBCA6B),
    (13, 0xC2B2AE35),
    (16, 1),
)  # MurmurHash3's last steps: a shift to the right, a factor

Print = Any  # an array of BANDS * ROWS numbers


class Prints:
    """The prints of articles, by id."""

    def __init__(self) -> None:
        self._bands: list[dict[bytes, list[str]]] = [{} for _ in range(BANDS)]

    def like(self, text: str, id_: str) -> list[str]:
        """Take the article in; return those before it that are nearly the same, in the order they came."""
        made, found = fingerprint(text).reshape(BANDS, ROWS), dict[str, None]()
        for band, row in zip(self._bands, made, strict=True):
            there = band.setdefault(row.tobytes(), [])
            found.update(dict.fromkeys(there))
            there.append(id_)
        return list(found)


def fingerprint(text: str) -> Print:
    """Return the least of each hash over the text's word groups."""
    import numpy as np

    words = re.findall(r"\w+", text.lower())[:LARGE]
    groups = (" ".join(words[n : n + SHINGLE]) for n in range(max(1, len(words) - SHINGLE + 1)))
    digests = b"".join(hashlib.sha1(group.encode("utf-8", "replace")).digest()[:4] for group in groups)
    hashes = np.frombuffer(digests, "<u4").astype(np.uint32)
    for shift, factor in MIX:
        hashes = (hashes ^ (hashes >> np.uint32(shift))) * np.uint32(factor)
    factors, summands = _permutations()
    return (hashes[:, None] * factors + summands).min(axis=0)


@cache
def _permutations() -> tuple[Print, Print]:
    """Return the odd factors and the summands that make another hash of a hash, modulo 2 ** WIDTH."""
    import numpy as np

    chance, count = np.random.RandomState(SEED), BANDS * ROWS
    factors = chance.randint(0, 1 << (WIDTH - 1), count, dtype=np.uint32) * np.uint32(2) + np.uint32(1)
    return factors, chance.randint(0, 1 << WIDTH, count, dtype=np.uint32)
