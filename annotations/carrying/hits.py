"""Hits: the places that a decision is carried to, with what stands there as their annotator sees it."""

from __future__ import annotations

from typing import NamedTuple

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place of words, a span or a fact; `item` is the id of the latter two.

    `words`: what stands before, there and behind.  `seen`: the span, of words those with just these bounds;
    `refused`: those on them that the annotator rejected; `beside`: of a span the others on its words.  `filling`: the
    undecided spans that fill the fact; `lacks`: its needed roles that are open.  `by_hand`: the annotator made it.

    `beyond`: why it is not to be decided at all; `closed`: why nothing is done in its article; `obstacle`: why no span or fact can be put here;
    each "" when there is nothing of the kind.  `is_done`: the article is.

    `stretch`: what is made boilerplate, the words or what they stand in; `is_boilerplate`: all of that is so already.
    """

    article: str
    title: str
    start: int
    end: int
    words: tuple[str, str, str]
    seen: tuple[Span, ...] = ()
    refused: tuple[Span, ...] = ()
    beside: tuple[Span, ...] = ()
    fact: Fact | None = None
    filling: tuple[Span, ...] = ()
    lacks: tuple[str, ...] = ()
    by_hand: bool = False
    beyond: str = ""
    closed: str = ""
    obstacle: str = ""
    is_done: bool = False
    is_boilerplate: bool = False
    stretch: Range = (0, 0)
    item: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        return (self.article, self.start, self.end)

    @property
    def key(self) -> tuple[str, int, int, str]:
        """Return what tells it from all others."""
        return (*self.place, self.item)

    @property
    def reason(self) -> str:
        """Return why nothing can be put here, "" when something can."""
        return self.beyond or self.closed or self.obstacle


class Fate(NamedTuple):
    """The effect of a decision on a hit.

    `is_open`: whether it can be carried there; `is_offered`: whether it is unless somebody asks otherwise;
    `said`: the effect in words, or why there is none.  Open but not offered, it is carried only when somebody asks
    for it.
    """

    is_open: bool
    is_offered: bool
    said: str


def to_be(said: str, *, offered: bool = True) -> Fate:
    """Return the fate of a hit that becomes what is said; not `offered`, only when somebody asks for it."""
    return Fate(True, offered, said)


def barred(reason: str) -> Fate:
    """Return the fate of a hit at which nothing is done, for that reason."""
    return Fate(False, False, reason)
