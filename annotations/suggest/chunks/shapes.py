"""Chunks: so many articles to be looked through at a time, wherever that is done, and what comes back.

All values here can be pickled, and know neither database nor file: whoever looks through a chunk needs no project.
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any, Protocol

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.languages import DEFAULT
from annotations.sets import Boilerplate
from annotations.sheet import Pooled
from annotations.spans import Span
from annotations.suggest.mentions import Learned
from annotations.suggest.one_by_one import failed_on
from annotations.suggest.pattern_lines import PatternsText

Ground = tuple[Span | Boilerplate, ...]


@dataclass(frozen=True)
class ChunkJob:
    """All that is the same for every chunk of a run; it may be large, so that it is sent to each process once.

    `id`: another one for each run.  `folder`: the project's, in which its pipeline may lie.  `trusted`: hashes of pipelines' folders
    that may be loaded.  `schema`: as in `project.yaml`.  `what`: spans, facts or all.  `is_machine`: facts
    stand on what was found alone, since all of it becomes a machine's finished set.  `articles`: how many the run has.
    """

    id: str
    pipeline: str
    what: str
    labels: Collection[str]
    schema: str
    second: str = ""  # a pipeline for a second opinion
    folder: Path | None = None
    trusted: frozenset[str] = frozenset()
    language: str = DEFAULT
    patterns: PatternsText = field(default_factory=PatternsText)
    learned: Learned = field(default_factory=Learned)
    is_machine: bool = False
    articles: int = 0

    @property
    def pipelines(self) -> list[str]:
        """Return the pipelines that are loaded for it."""
        return [*filter(None, (self.pipeline, self.second))]


@dataclass(frozen=True)
class ChunkArticle:
    """An article in which spans, facts or both are wanted, with the ground for its facts.

    `block`: articles of one block are looked at together, so that a pipeline's numbers are the same however the work is spread.
    `own`: the annotator's spans and boilerplate; `pool`: what lies in the pool beside what will be found.
    """

    asked: Asked
    block: int
    spans: bool
    facts: bool
    meta: Mapping[str, Any] = field(default_factory=dict)
    own: Ground = ()
    pool: Ground = ()

    @property
    def ticks(self) -> int:
        """Return how many looks it takes: one for spans, one for facts."""
        return self.spans + self.facts


@dataclass(frozen=True)
class Chunk:
    """Articles to be looked through at a time; `number`: of the chunk in its run."""

    number: int
    articles: tuple[ChunkArticle, ...]

    def halves(self) -> tuple[Chunk, Chunk]:
        """Return the chunk in two, so that what is at fault in it is found in the end."""
        middle = len(self.articles) // 2
        return replace(self, articles=self.articles[:middle]), replace(self, articles=self.articles[middle:])


@dataclass(frozen=True)
class LookedThrough:
    """The finds in an article; None for spans or facts that were not wanted, or could not be looked for."""

    article: str
    pool: tuple[Pooled, ...] | None  # all but facts
    facts: tuple[Fact, ...] | None


@dataclass(frozen=True)
class ChunkAnswer:
    """The finds in a chunk, in the order of its articles; one on which looking failed may be missing.

    `troubles`: a sentence for each failure; `left_out`: one for each line of the patterns that is not used, told once by a process.
    `origin`: the pipeline with its version.
    """

    looked: tuple[LookedThrough, ...]
    ticks: int  # of all its articles, the missing ones too
    troubles: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    origin: str = ""

    @classmethod
    def lost(cls, articles: Iterable[ChunkArticle], why: str) -> ChunkAnswer:
        """Return the answer that names each of the articles as not looked through; `why`: in a few words."""
        gone = tuple(articles)
        troubles = tuple(failed_on(one.asked, why) for one in gone)
        return cls((), sum(one.ticks for one in gone), troubles)


class SpreadEnded(UserError):
    """The end of a look through chunks that cannot go on; the answers before it hold."""


class Spread(Protocol):
    """A way to get chunks looked through: in this process, in several, on other computers.

    `most`: articles that a chunk for it has.
    """

    most: int

    def check(self, job: ChunkJob) -> None:
        """Raise UserError when the job cannot be done; UntrustedPipelineError when its pipeline's folder is not trusted."""
        ...

    def through(self, job: ChunkJob, chunks: Iterator[Chunk]) -> Generator[ChunkAnswer]:
        """Yield an answer for every chunk, as they come; no more chunks are taken than keep the work going.

        Closed early, it gives up what is under way.  What was lost twice is answered by `ChunkAnswer.lost`.
        SpreadEnded when nobody is there any more who could go on, UserError when the job cannot be done.
        """
        ...
