"""Articles that are nearly the same are told by the prints that datasketch makes, and without it."""

from __future__ import annotations

import re

import pytest
from datasketch import MinHash, MinHashLSH

from annotations.formats.writing.alike import ALIKE, BANDS, LARGE, ROWS, SHINGLE, Prints, fingerprint

REPORT = " ".join(f"word{n} of the harbour master" for n in range(60))
TEXTS = [
    "",
    "one",
    "Ein kurzer Satz.",
    "ميناء الحديدة في اليمن اليوم",
    "👍🏽 e\u0301 \udc80 x",
    REPORT,
    "a " * 9_000,
]


def their_print(text: str) -> MinHash:
    words = re.findall(r"\w+", text.lower())[:LARGE]
    count = max(1, len(words) - SHINGLE + 1)
    made = MinHash(num_perm=BANDS * ROWS, seed=1)
    made.update_batch([" ".join(words[n : n + SHINGLE]).encode("utf-8", "replace") for n in range(count)])
    return made


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_print_is_that_of_datasketch(text: str) -> None:
    assert fingerprint(text).tolist() == their_print(text).hashvalues.tolist()


def test_the_index_finds_what_the_index_of_datasketch_finds() -> None:
    words = REPORT.split()
    texts = {f"{n}": " ".join([*words[: len(words) - n * 6], *["other"] * n]) for n in range(30)}
    theirs, ours, found = MinHashLSH(threshold=ALIKE, num_perm=BANDS * ROWS), Prints(), {}
    for id_, text in texts.items():
        print_ = their_print(text)
        found[id_] = set(theirs.query(print_))
        assert set(ours.like(text, id_)) == found[id_]
        theirs.insert(id_, print_)
    assert (theirs.b, theirs.r) == (BANDS, ROWS)
    assert 0 < sum(map(len, found.values())) < 435
