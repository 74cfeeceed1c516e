"""A token pattern with parts that repeat or may be missing (`OP`), matched at a cost that grows with the text.

spaCy's matcher follows every way through such a pattern by itself: three parts with `+` over 200 like tokens take a
quarter of a minute and a gigabyte.  Here all ways go together, as bits of one number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

LONGEST = 200  # tokens of a match
MOST = 500  # parts of a pattern, when those that repeat a number of times stand as often
BRACES = re.compile(r"\{(\d*)(,?)(\d*)\}")


class Repeating:
    """A pattern as steps: each a kind of token, and whether it may be passed over or repeats."""

    def __init__(self, tokens: list[dict[str, Any]], vocab: Vocab) -> None:
        """Make the steps.  ValueError when the pattern is none."""
        from spacy.matcher import Matcher

        self._matcher, self._steps = Matcher(vocab), dict[str, int]()  # by kind of token, where it stands
        self._negated = self._optional = self._many = 0
        self._length = 0
        for number, token in enumerate(tokens):
            asked = {name: value for name, value in token.items() if name.upper() != "OP"}
            op = next((value for name, value in token.items() if name.upper() == "OP"), "1")
            self._matcher.add(str(number), [[asked]])
            least, most = _times("1" if op == "!" else op)
            bits = self._add(least, most)
            self._steps[str(number)] = bits
            self._negated |= bits if op == "!" else 0

    def _add(self, least: int, most: int | None) -> int:
        """Add so many steps of one kind; return where they stand."""
        count = least + (1 if most is None else most - least)
        first, self._length = self._length, self._length + count
        if self._length > MOST:
            raise ValueError(f"it has more than {MOST} parts")
        bits = ((1 << count) - 1) << first
        self._optional |= bits >> (first + least) << (first + least)
        self._many |= 1 << (self._length - 1) if most is None else 0
        return bits

    def find(self, doc: Doc) -> list[tuple[int, int]]:
        """Return, for each token at which a match begins, the longest."""
        here = [self._negated] * len(doc)
        strings = doc.vocab.strings
        for match, start, _ in self._matcher(doc):
            here[start] ^= self._steps[strings[match]]
        end, found = 1 << self._length, []
        for start in range(len(doc)):
            steps, last = self._open(1), 0
            for at in range(start, min(len(doc), start + LONGEST)):
                taken = steps & here[at]
                steps = self._open((taken & ~self._many) << 1 | (taken & self._many))
                if not steps:
                    break
                last = at + 1 if steps & end else last
            if last:
                found.append((start, last))
        return found

    def _open(self, steps: int) -> int:
        """Return the steps with all that may come next when optional ones are passed over."""
        while True:
            more = steps | (steps & self._optional) << 1
            if more == steps:
                return steps
            steps = more


def _times(op: Any) -> tuple[int, int | None]:
    """Return how often at least and at most (None: without end).  ValueError: it is no `OP`."""
    known: dict[Any, tuple[int, int | None]] = {"1": (1, 1), "?": (0, 1), "+": (1, None), "*": (0, None)}
    if isinstance(op, str) and op in known:
        return known[op]
    braces = BRACES.fullmatch(op) if isinstance(op, str) else None
    if braces is None or not (braces[1] or braces[3]):
        raise ValueError(f"{op} is no OP")
    least = int(braces[1] or 0)
    most = int(braces[3]) if braces[3] else None if braces[2] else least
    if max(least, most or 0) > MOST:
        raise ValueError(f"it has more than {MOST} parts")
    return least, most
