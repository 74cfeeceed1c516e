"""Reading of `clusters`: articles with the mentions and facts of its lines, and behind them what somebody said.

What somebody said comes as a record of no article for each annotator, with the items of their project set.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.across.cluster_lines import ClusterLines
from annotations.formats.base import Record
from annotations.formats.lines.json_stream import stream
from annotations.formats.lines.json_values import cleaned
from annotations.formats.lines.jsonl import ESCAPED_SURROGATE
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.problems import Problem


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Record | Problem]:
    """Yield a record an article, then one an annotator with what they said across articles; bad lines are problems."""
    found = ClusterLines()
    for entry in values(path, file, reading):
        yield from [entry] if isinstance(entry, Problem) else found.told(path, *entry)
    yield from found.ended(path)
    yield from found.records(path)


def values(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[tuple[int, Any] | Problem]:
    """Yield the values of the lines, which may have any length, each with its line; what cannot be read is a problem."""
    for entry in stream(path, file, reading, unwraps=False):
        if isinstance(entry, Problem):
            yield entry
            continue
        number, value, written = entry
        if "\ufdd0" in written or "\ufdd1" in written or ESCAPED_SURROGATE.search(written):
            value = cleaned(value)
        yield number, value
