"""Where a format's tokens lie, and which of them a span covers; offsets are code points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from annotations.tokenizing import blank, doc_of
from annotations.tokens import tokens

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


@dataclass(frozen=True)
class Tokens:
    """Bounds of the tokens of one text that are not white space, in order."""

    starts: list[int]
    ends: list[int]

    def covered(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that the range touches, as a half-open range of their numbers; empty when there are none."""
        first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
        return first, max(first, last)


@lru_cache(maxsize=1)
def english() -> Language:
    return blank()


@lru_cache(maxsize=1)
def spacy_doc(text: str) -> Doc:
    """spaCy's tokens; the last text's are kept, since fitting and writing both want them."""
    return doc_of(english(), text)


@lru_cache(maxsize=1)
def spacy_bounds(text: str) -> list[tuple[int, int, bool, bool]]:
    """Of each of spaCy's tokens start and end, whether it is white space, and whether a blank follows.

    Read as one array: a Token object for each costs more than the tokenizing.
    """
    rows = spacy_doc(text).to_array(["IDX", "LENGTH", "IS_SPACE", "SPACY"]).tolist()
    return [(start, start + length, bool(space), bool(blank)) for start, length, space, blank in rows]


@lru_cache(maxsize=1)
def spacy_tokens(text: str) -> Tokens:
    found = [(start, end) for start, end, is_space, _ in spacy_bounds(text) if not is_space]
    return Tokens([start for start, _ in found], [end for _, end in found])


@lru_cache(maxsize=1)
def own_tokens(text: str) -> Tokens:
    found = tokens(text)
    return Tokens([start for start, _ in found], [end for _, end in found])


def tokens_of(text: str, kind: str) -> Tokens:
    """`kind` as in Format.tokens."""
    return own_tokens(text) if kind == "own" else spacy_tokens(text)
