"""What formats have in common: a record on its way in or out, and what is wrong with a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TextIO

from annotations.articles import Article
from annotations.facts import Fact
from annotations.sets import AnnotationSet, Boilerplate
from annotations.spans import Span


@dataclass(frozen=True)
class Problem:
    """Something in a file that was not taken; the rest of the file was."""

    file: Path | str
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else f"{self.file}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True)
class Record:
    """An article with, perhaps, one annotation set, and the pool of its suggestions.

    `annotator` is "" when a file did not say.  `plain`: the file gave neither an id nor a set.
    """

    article: Article
    set: AnnotationSet | None = None
    pool: tuple[Span | Fact | Boilerplate, ...] = ()
    plain: bool = False
    file: Path | str = ""
    line: int | None = None

    def pool_spans(self) -> list[Span]:
        return [item for item in self.pool if isinstance(item, Span)]

    def pool_boilerplate(self) -> list[Boilerplate]:
        return [item for item in self.pool if isinstance(item, Boilerplate)]

    def pool_facts(self) -> list[Fact]:
        return [item for item in self.pool if isinstance(item, Fact)]


Reader = Callable[[Path, BinaryIO], Iterator[Record | Problem]]


@dataclass
class Losses:
    """What a format could not carry: a count and the first examples of each kind."""

    counts: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)

    def note(self, kind: str, example: str) -> None:
        self.counts[kind] = self.counts.get(kind, 0) + 1
        examples = self.examples.setdefault(kind, [])
        if len(examples) < 5:
            examples.append(example)


Writer = Callable[[Iterable[Record], TextIO, Losses], None]


@dataclass(frozen=True)
class Format:
    """A row of the registry."""

    name: str
    about: str
    suffixes: tuple[str, ...] = ()
    read: Reader | None = None
    write: Writer | None = None
    overlaps: bool = True
    facts: bool = True
