"""The labels that an import brings, kept to what the schema can hold: a file with too many costs no other file anything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from annotations.formats.base import Record
from annotations.problems import Problem
from annotations.schema.room import LIMIT, SchemaRoom
from annotations.schema.types import Schema

MOST = 2_000  # new labels that one file may bring
MANY = f"This record was not taken: this file brings more than {MOST:,} labels that the schema lacks; no file may."
FULL = f"This record was not taken: its labels do not fit into the schema; {LIMIT}."


class LabelRoom:
    """The new labels of an import so far, by the file that brings them."""

    def __init__(self, schema: Schema) -> None:
        self._known, self._room = set(schema.labels), SchemaRoom(schema)
        self._brought = Counter[str]()

    def fitting(self, entries: Iterable[Record | Problem]) -> Iterator[Record | Problem]:
        """Yield the entries; in place of a record whose labels do not fit a problem of its file."""
        for entry in entries:
            yield entry if isinstance(entry, Problem) else self._fitted(entry)

    def _fitted(self, entry: Record) -> Record | Problem:
        new = {span.label for span in entry.spans()} - self._known
        if self._brought[str(entry.file)] + len(new) > MOST:
            return Problem(entry.file, entry.line, MANY)
        if new and not self._room.take(new):
            return Problem(entry.file, entry.line, FULL)
        self._known |= new
        self._brought[str(entry.file)] += len(new)
        return entry
