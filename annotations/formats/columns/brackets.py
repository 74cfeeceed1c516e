"""Spans written as brackets over words: `(ORG*`, `*`, `*)` in CoNLL 2012, `(e1-person` and `e1)` in CoNLL-U."""

from __future__ import annotations

import re
from collections.abc import Iterable

PIECES = re.compile(r"\(([^()*|]*)(\))?|([^()*|]*)(\))|[*|]|[^()*|]+")
CELL = re.compile(r"(\([^()*\s]+)*\*?\)*")  # of a column of names in brackets
OPEN = "In this document {count} names are opened and never closed; they were left out."


class NameBrackets:
    """The brackets of a text as its words come; `ended` are the spans, from start to end with what opened them."""

    def __init__(self) -> None:
        self._open: list[tuple[str, int]] = []
        self.ended: list[tuple[int, int, str]] = []

    def word(self, cell: str, start: int, end: int) -> None:
        """Take in what stands at one word, which lies from start to end."""
        for match in PIECES.finditer(cell):
            opened, at_once, closed, closing = match.groups()
            if opened is not None:
                self._open.append((opened, start))
            if at_once or closing:
                self._close(closed or "", end)

    def _close(self, name: str, end: int) -> None:
        """Close what was opened last, of that name where the bracket has one."""
        for place in range(len(self._open) - 1, -1, -1):
            opened, start = self._open[place]
            if not name or opened.split("-")[0] == name:
                self._open.pop(place)
                if start < end:
                    self.ended.append((start, end, opened))
                return

    def left(self) -> int:
        """Return how many brackets were never closed."""
        return len(self._open)


def is_bracketed(cells: Iterable[str]) -> bool:
    """Return whether a column is one of names in brackets, of which one at least is there."""
    found = list(cells)
    return all(CELL.fullmatch(cell) for cell in found) and any(cell.startswith("(") for cell in found)
