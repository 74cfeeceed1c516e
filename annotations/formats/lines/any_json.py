"""JSON values of any kind, not objects alone, and the metadata that lie beside a record's own fields."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.lines.json_broken import wrong
from annotations.formats.lines.json_stream import stream
from annotations.formats.lines.json_values import values
from annotations.formats.reading.given import Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.json_fields import BadItem, Json
from annotations.problems import Problem


def items(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[tuple[int, Any] | Problem]:
    """Yield the values with the lines they begin on; what cannot be read is a problem."""
    for entry in stream(path, file, reading, unwraps=False):
        yield entry if isinstance(entry, Problem) else (entry.line, entry.value)


def of_objects(
    path: Path, file: BinaryIO, reading: HowRead, read: Callable[[int, Json], Iterator[Given | Problem]]
) -> Iterator[Given | Problem]:
    """Yield what `read` makes of each object and its line; one that it refuses, or that is none, is a problem."""
    for entry in values(path, file, reading, unwraps=False):
        if isinstance(entry, Problem):
            yield entry
            continue
        line, value = entry
        try:
            yield from read(line, value)
        except BadItem as error:
            yield Problem(path, line, wrong(error))


def plain_meta(value: Json, taken: tuple[str, ...]) -> Json:
    """Return the fields of a record that are not taken and are scalars, lists of such, or objects: its metadata."""
    return {name: one for name, one in value.items() if name not in taken and one is not None}
