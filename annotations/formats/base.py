"""The types that formats share: a record on its way in or out, and the options of an export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Protocol

from annotations.articles import Article
from annotations.facts import Fact
from annotations.formats.reading.given import Given
from annotations.formats.units import CODE_POINTS, UTF16
from annotations.formats.writing.output import Output
from annotations.problems import Problem
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sets import AnnotationSet, Boilerplate
from annotations.spans import Span

if TYPE_CHECKING:
    from annotations.formats.across.leaving import CrossExport
    from annotations.review.provenance import Provenance

OVERLAPS = ("longest", "priority", "keep")
MISALIGNED = ("cover", "drop")
MADE, PROPOSED, ALONE = "confirmed", "suggested", "alone"  # statuses of the documents that stories are
WROTE = "wrote"  # in manifests: how many of each thing the files of a format across articles hold


Tagged = tuple[int, int, str]  # first token, token behind the last, label


@dataclass(frozen=True)
class Tokenized:
    """A text as lines of tokens, and its spans by number of token in the whole."""

    lines: list[list[str]]
    spans: list[Tagged]


NO_TOKENS = Tokenized([], [])


@dataclass(frozen=True)
class Record:
    """An article with at most one annotation set, and the pool of its suggestions.

    `annotator` is "" when a file did not name one.  `plain`: the file gave neither an id nor a set.
    `unites`: it may be a part of its annotator's work on the article; one of our own is the whole of it.
    `copies`: the ids of the copies of the project in which the set was worked on, where they are known.
    `fills`: of its set and pool only what the annotator has not got is taken, and its text may be known by another id.
    One of no article (PROJECT) has what an annotator said across articles.
    `names_file`: its article's id is the name of its file or folder, which another text may have too.
    `tokenized` is there on the way out to a format of tokens, `provenance` on the way out of gold.
    """

    article: Article
    set: AnnotationSet | None = None
    pool: tuple[Span | Fact | Boilerplate, ...] = ()
    plain: bool = False
    file: Path | str = ""
    line: int | None = None
    tokenized: Tokenized = NO_TOKENS
    provenance: Provenance | None = None
    copies: tuple[str, ...] = ()
    unites: bool = False
    names_file: bool = False
    fills: bool = False

    def pool_spans(self) -> list[Span]:
        return [item for item in self.pool if isinstance(item, Span)]

    def pool_boilerplate(self) -> list[Boilerplate]:
        return [item for item in self.pool if isinstance(item, Boilerplate)]

    def pool_facts(self) -> list[Fact]:
        return [item for item in self.pool if isinstance(item, Fact)]

    def spans(self) -> list[Span]:
        """Return the spans of the set, then those of the pool."""
        return [*(self.set.spans.values() if self.set else ()), *self.pool_spans()]

    def facts(self) -> list[Fact]:
        """Return the facts of the set, then those of the pool."""
        return [*(self.set.facts.values() if self.set else ()), *self.pool_facts()]


@dataclass
class Losses:
    """The losses of an export: a count and the first examples of each kind that the format cannot carry.

    `told`: ids of the facts of the record at hand of which a loss says that their name, ends or number change; the
    proof expects every other fact as the record has it.
    """

    counts: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[str]] = field(default_factory=dict)
    told: set[str] = field(default_factory=set)

    def note(self, kind: str, example: str, count: int = 1, facts: Iterable[str] = ()) -> None:
        self.told.update(facts)
        self.counts[kind] = self.counts.get(kind, 0) + count
        examples = self.examples.setdefault(kind, [])
        if len(examples) < 5:
            examples.append(example)

    def as_json(self) -> dict[str, dict[str, object]]:
        return {kind: {"count": n, "examples": self.examples[kind]} for kind, n in self.counts.items()}


@dataclass(frozen=True)
class How:
    """The options of how an export is written.

    `offsets`: one of UNITS.  `overlaps`: one of OVERLAPS, for formats that have none.  `misaligned`: one of
    MISALIGNED, for formats whose spans lie on tokens.  `safe_cells`: an apostrophe before every cell that a
    spreadsheet would run, in formats that have `cells`.  `singletons`: chains of one mention too, in formats of `chains`.
    """

    schema: Schema
    offsets: str = CODE_POINTS
    overlaps: str = "longest"
    misaligned: str = "cover"
    safe_cells: bool = False
    singletons: bool = False


class Sink(Protocol):
    """The receiver of an export's records, one by one, each with its part ("", or a side of the split)."""

    def add(self, entry: Record, part: str) -> None: ...

    def close(self) -> None:
        """Write what can only be written at the end."""


# (path, binary file, what is asked of the reading) gives records, or what they are to be built of.
Reader = Callable[..., "Iterator[Given | Record | Problem]"]
SinkMaker = Callable[[Output, How], Sink]
Said = tuple[int, int, Any, Any]  # of a record: its text's hash and length, its spans, its facts
Stands = Callable[[Record, str], set[str]]  # with the unit of the export's offsets
Fit = Callable[[Record, How, Losses], Record | None]  # None: nothing of the record can be written


Statement = tuple[
    str, Any
]  # what a file says something of, in words and each once, and what, in plain values


@dataclass(frozen=True)
class AcrossFormat:
    """How a format of the whole project is written and proved.

    `write` puts all files into the output, and notes what cannot be carried; `said` gives what the files must say, made
    of the comparison and not of what was written, and `reread` what the written files in that folder do say.
    """

    write: Callable[[CrossExport, Output, How, Losses], None]
    said: Callable[[CrossExport, How], Iterable[Statement]]
    reread: Callable[[Path], Iterable[Statement]]


@dataclass(frozen=True)
class Format:
    """A row of the registry of formats.

    `units`: in what it may count offsets, the usual one first; none: its spans lie on tokens.  `tokens`:
    which ones, "spacy" or "own"; "beside": it has spaCy's tokens, but spans may lie off them.  `facts`: "all"
    of them, or as "events", as "arcs" between spans, or as arcs between "places".  `attributes`: in words.
    `holds`: names of attributes of facts that its arcs carry.  `across`: it is of the whole project.  `fit` changes a record to what can be read back.
    """

    name: str
    about: str
    suffixes: tuple[str, ...] = ()
    read: Reader | None = None
    write: SinkMaker | None = None
    overlaps: bool = True
    facts: str = ""
    attributes: str = ""
    holds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    tokens: str = ""
    folder: bool = False
    lossless: bool = False
    scores: bool = False
    topics: bool = False
    rejected: bool = False  # it says of spans that they were rejected
    fit: Fit | None = None
    said: Callable[[Record], Said] | None = None  # for the proof, where there is a quicker way
    reread: Callable[[BinaryIO], Iterator[Said]] | None = None
    same: Callable[[Path, Path], bool] | None = None  # of two files of one export that are to say the same
    cells: bool = False  # people open it in a spreadsheet
    names: str = ""  # a pattern of the characters that label names must not have
    pools: bool = False  # suggestions are of the text, for all its annotators alike
    rows: Callable[[Record], Sequence[Record]] | None = None  # of a record that came in several
    stands: Stands | None = None  # ids of the suggestions that are of the record's annotator alone
    across: AcrossFormat | None = None
    chains: bool = False  # it may have chains of one mention, or not

    @property
    def is_written(self) -> bool:
        return self.write is not None or self.across is not None

    def unit(self) -> str:
        """Return the offset unit in words, for lists."""
        if not self.is_written:
            return ""
        return {"": "tokens", CODE_POINTS: "code points", UTF16: "UTF-16"}[
            self.units[0] if self.units else ""
        ]


def later(module: str, name: str) -> Any:
    """Return a stand-in for a format module's function that imports the module at its first call.

    So the window starts without the formats.
    """
    return lambda *given: getattr(import_module(f"annotations.formats.{module}"), name)(*given)
