"""The faults that a check finds, and how damaged rows are read so that each is named and none ends the check."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field

from annotations.errors import StaleEdit
from annotations.processes.quick_dataclass import dataclass
from models.store.database import Database

UNREADABLE = (
    sqlite3.Error,
    StaleEdit,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    zlib.error,
)  # what reading rows or a log that were damaged can raise
DERIVED = frozenset(
    {"index", "quote", "search", "tally", "wordings", "log", "gold"}
)  # kinds that a repair can mend


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a project; `article`, `annotator` and `item` are empty where it is in none."""

    kind: str
    sentence: str
    article: str = ""
    annotator: str = ""
    item: str = ""


@dataclass
class Checked:
    """The result of a check: what is wrong, and what could not be compared or is worth knowing."""

    faults: list[Fault] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    unsealed: int = 0  # articles without checksums

    @property
    def sentences(self) -> list[str]:
        return [fault.sentence for fault in self.faults]

    @property
    def mendable(self) -> int:
        """Count what a repair can mend."""
        return sum(fault.kind in DERIVED for fault in self.faults)


def is_sound(cell: object) -> bool:
    """Return False for a text with bytes that are no UTF-8, as `lenient` gives it: elsewhere it cannot be read."""
    if not isinstance(cell, str) or cell.isascii():
        return True
    try:
        cell.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def lenient(database: Database) -> Iterator[None]:
    """Read texts that are no UTF-8 as well: their odd bytes come as surrogates, so that they differ."""
    database.connection.text_factory = lambda content: content.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        database.connection.text_factory = str
