"""The tokens of a task of Prodigy's: spaCy's, or those that the task came with; and ranges by their numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Any

from annotations.formats.lines.json_values import dumped
from annotations.formats.units import Offsets
from annotations.formats.writing.alignment import spacy_bounds
from annotations.json_fields import Json

_word = lru_cache(maxsize=1 << 14)(dumped)  # a text says the same words again


class Ends:
    """The offsets and token numbers of one text's ranges, in the unit of the export."""

    def __init__(self, text: str, unit: str, language: str) -> None:
        self._text, self._offsets, self._bounds = (
            text,
            Offsets(text, unit),
            list(spacy_bounds(text, language)),
        )
        self._starts = self._offsets.of([start for start, *_ in self._bounds])
        self._ends = self._offsets.of([end for _, end, _ in self._bounds])

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of code points in the unit of the export."""
        return self._offsets.to(start), self._offsets.to(end)

    def tokens(self) -> str:
        """Return the list of tokens as JSON: they are too many to be made values first."""
        words = [_word(self._text[start:end]) for start, end, _ in self._bounds]
        places = zip(words, self._starts, self._ends, self._bounds, strict=True)
        made = [
            f'{{"text": {word}, "start": {start}, "end": {end}, "id": {n}, "ws": {"true" if blank else "false"}}}'
            for n, (word, start, end, (_, _, blank)) in enumerate(places)
        ]
        return f"[{', '.join(made)}]"

    def of_task(self, tokens: Any) -> TokenNumbers:
        """Return the numbers of the tokens that a task came with; without any, of our own."""
        try:
            starts, ends = ([one[name] for one in tokens] for name in ("start", "end"))
        except (TypeError, KeyError):
            return TokenNumbers(self._starts, self._ends)
        whole = starts and all(type(one) is int for one in (*starts, *ends))
        return TokenNumbers(starts, ends) if whole else TokenNumbers(self._starts, self._ends)


class TokenNumbers:
    """The bounds of tokens in order, and ranges by their numbers."""

    def __init__(self, starts: list[int], ends: list[int]) -> None:
        self._starts, self._ends = starts, ends

    def json(self, start: int, end: int, label: str) -> Json:
        """Return the range with the first and last token that it touches; between two tokens the nearest."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end) - 1
        first = min(first, len(self._starts) - 1)
        numbers = {"token_start": first, "token_end": max(first, last)}
        return {"start": start, "end": end, **numbers, "label": label}
