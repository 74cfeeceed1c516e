"""The tokens of a format, and which of them a span covers; offsets are code points.

A run of characters between two blanks is always cut in the same way, so each run is cut once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.text.spacy_tokens import blank, doc_of
from annotations.text.tokens import tokens

if TYPE_CHECKING:
    from spacy.language import Language


Bounds = tuple[tuple[int, int], ...]
REMEMBERED = 1 << 16  # runs
LONGEST = 60  # code points of a run that is remembered; of a text without blanks that would be all of it


@dataclass(frozen=True)
class Tokens:
    """The bounds of a text's tokens that are not white space, in order."""

    starts: list[int]
    ends: list[int]

    def covered(self, start: int, end: int) -> tuple[int, int]:
        """Return the tokens that the range touches, as a half-open range of their numbers, perhaps empty."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return first, max(first, last)


@lru_cache(maxsize=1)
def english() -> Language:
    return blank()


def _spacys(run: str) -> Bounds:
    return tuple((t.idx, t.idx + len(t)) for t in doc_of(english(), run) if not t.is_space)


def _ours(run: str) -> Bounds:
    return tuple(tokens(run))


Cut = Callable[[str], Bounds]
KNOWN: dict[Cut, Cut] = {cut: lru_cache(maxsize=REMEMBERED)(cut) for cut in (_spacys, _ours)}


def _by_run(text: str, cut: Cut) -> Tokens:
    starts, ends, known = [], [], KNOWN[cut]
    at = 0
    for run in text.split(" "):
        length = len(run)
        for start, end in known(run) if length <= LONGEST else cut(run):
            starts.append(at + start)
            ends.append(at + end)
        at += length + 1
    return Tokens(starts, ends)


@lru_cache(maxsize=1)
def spacy_tokens(text: str) -> Tokens:
    """Return spaCy's tokens; the last text's are kept, since fitting and writing both want them."""
    return _by_run(text, _spacys)


def spacy_bounds(text: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each of spaCy's tokens, and whether a blank follows that is no token's own.

    More white space than one blank is a token too.
    """
    found = spacy_tokens(text)
    if lead := found.starts[0] if found.starts else len(text):
        yield 0, lead, False
    behind = [*found.starts[1:], len(text)]
    for start, end, following in zip(found.starts, found.ends, behind, strict=False):
        is_blank = text[end : end + 1] == " "
        yield start, end, is_blank
        if end + is_blank < following:
            yield end + is_blank, following, False


@lru_cache(maxsize=1)
def own_tokens(text: str) -> Tokens:
    """Return the tokens of `annotations.text.tokens`."""
    return _by_run(text, _ours)


def tokens_of(text: str, kind: str) -> Tokens:
    """Return the tokens of that kind; `kind` as in Format.tokens."""
    return own_tokens(text) if kind == "own" else spacy_tokens(text)
