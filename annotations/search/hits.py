"""The places that a search finds, and the same in their context."""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass
from annotations.search.query import SearchTarget


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place `[start, end)` of an article, in code points: words, a span, or a fact at its trigger.

    `annotator`: whose work was looked at.  `item`: the id of the span or fact, "" of words.  `label`: of a span its
    label, of a fact its type, "" of words.  `status`: of a span or fact, "" of words.
    """

    article: str
    start: int
    end: int
    target: SearchTarget
    annotator: str
    item: str = ""
    label: str = ""
    status: str = ""

    @property
    def place(self) -> tuple[str, int, int]:
        """Return where it stands."""
        return (self.article, self.start, self.end)


@dataclass(frozen=True, slots=True)
class LabelNow:
    """A label that stands on words now; `is_open`: it is not decided, `is_around`: its span is longer than the words."""

    label: str
    is_open: bool = False
    is_around: bool = False

    def __str__(self) -> str:
        """Return it as a line shows it: in WEAPON?."""
        return f"{'in ' * self.is_around}{self.label}{'?' * self.is_open}"


@dataclass(frozen=True, slots=True)
class InContext:
    """A found place with what a line of the concordance shows.

    `words`: those before, there and behind, white space as single blanks.  `labels`: those on just these words,
    and behind them, of a hit of words, those of longer spans around.  `sentence`: of a fact, as a sentence; else "".  `date`, `source`: of the
    article's metadata, "" where there is none.
    """

    found: FoundPlace
    words: tuple[str, str, str]
    labels: tuple[LabelNow, ...]
    title: str
    date: str = ""
    source: str = ""
    sentence: str = ""

    @property
    def now(self) -> str:
        """Return the labels in words: ORG, in WEAPON?."""
        return ", ".join(map(str, self.labels))
