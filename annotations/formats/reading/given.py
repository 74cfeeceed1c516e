"""An article as a foreign file gives it: its text, and spans and facts with the offsets of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Any

from annotations.facts import Fact
from annotations.formats.came_from import NOTHING, Kept
from annotations.formats.units import CODE_POINTS
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import State
from annotations.spans import Status


@dataclass(frozen=True)
class Found:
    """A span as a file has it: offsets in the file's unit; `quote` is None when the file does not quote.

    `line` is its own where it does not stand on that of its article.
    """

    start: int
    end: int
    label: str
    quote: str | None = None
    key: str = ""
    status: Status = Status.CONFIRMED
    score: float | None = None
    origin: str = ""
    line: int | None = None


@dataclass(frozen=True)
class Given:
    """One article and annotator as a file gives them.

    `facts` have the file's offsets, and their fillers name spans by `Found.key`; `Fact.id` is the file's own, if it has
    one.  `by_words`: the unit is only the usual one, so that words may tell another.  `kept` goes back to the tool that
    wrote the file.  `names_file`: the id stands nowhere in the file, but is its name.
    """

    text: str
    id: str = ""
    title: str = ""
    meta: Mapping[str, Any] = field(default_factory=dict)
    annotator: str = ""
    state: State | None = None
    spans: Sequence[Found] = ()
    facts: Sequence[Fact] = ()
    unit: str = CODE_POINTS
    by_words: bool = False
    line: int | None = None
    kept: Kept = NOTHING
    topics: Sequence[str] = ()
    names_file: bool = False

    def on(self, line: int) -> Given:
        """Return the same, with the number of its line in the file."""
        return replace(self, line=line)
