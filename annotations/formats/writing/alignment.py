"""The tokens of a format, and which of them a span covers; offsets are code points.

A run of characters between two blanks is always cut in the same way, so each run is cut once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.processes.quick_dataclass import dataclass
from annotations.text.spacy_tokens import doc_of, tokenizer
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


@lru_cache(maxsize=4)
def spoken(language: str) -> Language:
    """Return spaCy's tokenizer of the language, or one for several languages where it cannot be had."""
    return tokenizer(language)


Cut = Callable[[str], Bounds]


@lru_cache(maxsize=2)
def _spacys(language: str) -> tuple[Cut, Cut]:
    """Return what cuts a run into spaCy's tokens, and the same with a memory."""
    nlp = spoken(language)

    def cut(run: str) -> Bounds:
        return tuple((t.idx, t.idx + len(t)) for t in doc_of(nlp, run) if not t.is_space)

    return cut, lru_cache(maxsize=REMEMBERED)(cut)


def _ours(run: str) -> Bounds:
    return tuple(tokens(run))


OURS: tuple[Cut, Cut] = _ours, lru_cache(maxsize=REMEMBERED)(_ours)


def _by_run(text: str, cuts: tuple[Cut, Cut]) -> Tokens:
    starts, ends, (cut, known) = [], [], cuts
    at = 0
    for run in text.split(" "):
        length = len(run)
        for start, end in known(run) if length <= LONGEST else cut(run):
            starts.append(at + start)
            ends.append(at + end)
        at += length + 1
    return Tokens(starts, ends)


@lru_cache(maxsize=1)
def spacy_tokens(text: str, language: str) -> Tokens:
    """Return spaCy's tokens for the language; the last text's are kept, since fitting and writing both want them."""
    return _by_run(text, _spacys(language))


def spacy_bounds(text: str, language: str) -> Iterator[tuple[int, int, bool]]:
    """Yield start and end of each of spaCy's tokens, and whether a blank follows that is no token's own.

    More white space than one blank is a token too.
    """
    found = spacy_tokens(text, language)
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
    return _by_run(text, OURS)


def tokens_of(text: str, kind: str, language: str) -> Tokens:
    """Return the tokens of that kind; `kind` as in Format.tokens."""
    return own_tokens(text) if kind == "own" else spacy_tokens(text, language)
