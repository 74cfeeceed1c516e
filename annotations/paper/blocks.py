"""The parts of a document, as values that every writer can write: nothing in them is markup."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.paper.quotes import WorkQuote
from annotations.processes.quick_dataclass import dataclass

Cell = str | WorkQuote


@dataclass(frozen=True)
class PaperHeading:
    """A heading; `level` 1 is that of the document."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class PaperText:
    """A paragraph."""

    text: str


@dataclass(frozen=True)
class AuthorBlank:
    """A place that the author fills: `asks` says with what."""

    asks: str


@dataclass(frozen=True)
class PaperList:
    """A list of lines."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class PaperTable:
    """A table with its caption; the first columns are `names`, the others numbers unless they are `wide`."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    names: int = 1
    wide: frozenset[int] = frozenset()


Block = PaperHeading | PaperText | AuthorBlank | PaperList | PaperTable


def blanks(blocks: Iterable[Block]) -> list[str]:
    """Return what the author is asked for, each question once, in order."""
    return list(dict.fromkeys(block.asks for block in blocks if isinstance(block, AuthorBlank)))


def percent(share: float) -> str:
    """Return a share as it is read.

    >>> percent(0.1234)
    '12.3 %'
    """
    return f"{100 * share:.1f} %"


def share(part: int, whole: int) -> float:
    """Return the share as it stands in the JSON, 0 of nothing."""
    return round(part / whole, 4) if whole else 0.0


def some(count: int) -> str:
    """Return how many of those named before, within a sentence.

    >>> some(0), some(1_200)
    ('none', '1,200')
    """
    return f"{count:,}" if count else "none"
