"""A parse: for each token of a text the token that it hangs on, and as what.

A pipeline's parser makes it, and it is taken as given, loops and nonsense too, so a reader of it visits no
token twice.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from annotations.processes.quick_dataclass import dataclass


class Token(NamedTuple):
    """A token of a parse.

    Its bounds in code points, the number of the token it hangs on (its own at the top), as what, and its part
    of speech, coarse; `dep` and `pos` are spaCy's names, "" where the pipeline gives none.
    """

    start: int
    end: int
    head: int
    dep: str
    pos: str = ""


class TaggedTrigger(NamedTuple):
    """A word that a pipeline learned to take for a fact of that type: bounds in code points, score 0..1."""

    start: int
    end: int
    type: str
    score: float


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of a text, in order; none when there was no parser.

    `triggers`: those that a pipeline learned to find, none where it learned none.
    """

    tokens: tuple[Token, ...] = ()
    triggers: tuple[TaggedTrigger, ...] = ()

    def within(self, start: int, end: int) -> Parse:
        """Return the tokens that begin there; those that hung on one outside hang on nothing."""
        low = bisect_left(self.tokens, start, key=lambda token: token.start)
        high = bisect_left(self.tokens, end, lo=low, key=lambda token: token.start)
        return Parse(
            tuple(
                token._replace(head=token.head - low)
                if low <= token.head < high
                else token._replace(head=n, dep="")
                for n, token in enumerate(self.tokens[low:high])
            )
        )


NO_PARSE = Parse()
