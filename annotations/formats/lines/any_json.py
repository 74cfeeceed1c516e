"""JSON values of any kind, not objects alone, and the metadata that lie beside a record's own fields."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.lines.json_stream import stream
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.json_fields import Json
from annotations.problems import Problem


def items(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[tuple[int, Any] | Problem]:
    """Yield the values with the lines they begin on; what cannot be read is a problem."""
    for entry in stream(path, file, reading, unwraps=False):
        yield entry if isinstance(entry, Problem) else (entry.line, entry.value)


def plain_meta(value: Json, taken: tuple[str, ...]) -> Json:
    """Return the fields of a record that are not taken and are scalars, lists of such, or objects: its metadata."""
    return {name: one for name, one in value.items() if name not in taken and one is not None}
