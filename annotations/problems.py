"""Sentences on what could not be taken, or was taken otherwise, each with its place and kind; many of a kind are one with a count."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from annotations.processes.quick_dataclass import dataclass
from annotations.text.regex import regex

NAMED = regex(r"\d+|'[^']*'|\"[^\"]*\"")  # in a sentence, what differs from one of its kind to the next
FEW = 3  # problems of one kind in a file that are listed one by one
LINES = 5  # lines that are named of more
KEPT = 1_000  # problems of one kind in a file that are kept, the others are only counted


class Worded(str):
    """A sentence that names single things, and knows the kind that it shares with sentences about others."""

    __slots__ = ("kind",)
    kind: str


def worded(sentence: str, **named: object) -> Worded:
    """Return the sentence with what it names put in.

    >>> worded("The label {label} is none.", label="X").kind
    'The label {label} is none.'
    """
    made = Worded(sentence.format(**named))
    made.kind = sentence
    return made


@dataclass(frozen=True)
class Problem:
    """Something in a file that was not taken; the rest of the file was."""

    file: Path | str
    line: int | None
    reason: str

    @property
    def kind(self) -> str:
        """Return what problems of one kind share: the sentence without what it names, numbers and quotes."""
        return self.reason.kind if isinstance(self.reason, Worded) else NAMED.sub("…", self.reason)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        return f"{place if self.file else ''}{self.reason}"


@dataclass(frozen=True)
class Notice(Problem):
    """Something in a file that was taken otherwise than it stands there, and how."""


class Noted:
    """Problems as they come; of very many of one kind in one file the first are kept, and all counted."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], list[Problem]] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(self, problem: Problem) -> None:
        key = (str(problem.file), problem.kind)
        self._counts[key] += 1
        if self._counts[key] <= KEPT:
            self._kept.setdefault(key, []).append(problem)

    def note(self, *sentences: str) -> None:
        """Add sentences that are about no file."""
        for sentence in sentences:
            self.add(Problem("", None, sentence))

    def __iter__(self) -> Iterator[Problem]:
        return (problem for kept in self._kept.values() for problem in kept)

    def __len__(self) -> int:
        return self._counts.total()

    def lines(self) -> list[str]:
        """Return a sentence for each, or one with a count for more than three of one kind in a file."""
        found: list[str] = []
        for key, kept in self._kept.items():
            if self._counts[key] <= FEW:
                found += map(str, kept)
                continue
            more = self._counts[key] - 1
            known = dict.fromkeys(one.line for one in kept if one.line not in (None, kept[0].line))
            lines = ", ".join(map(str, islice(known, LINES)))
            where = f", on the lines {lines}{' …' if len(known) > LINES else ''}" if lines else ""
            place = f" in the file{where}" if kept[0].file else ""
            found.append(f"{kept[0]} (And {more:,} more of this kind{place}.)")
        return found
