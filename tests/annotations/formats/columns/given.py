"""Files of this folder's tests, and what is read of them."""

from __future__ import annotations

from pathlib import Path

from annotations.formats import read
from annotations.formats.base import Record
from annotations.formats.reading.how_read import HowRead
from annotations.problems import Problem
from tests.round_trips import said

Places = list[tuple[str, str]]


def taken(
    path: Path, content: str | bytes, reading: HowRead | None = None
) -> tuple[list[Record], list[Problem]]:
    """Return the records and the problems of a file with that content."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = list(read(path, reading or HowRead()))
    problems = [one for one in found if isinstance(one, Problem)]
    return [one for one in found if isinstance(one, Record)], problems


def told(path: Path, content: str | bytes, reading: HowRead | None = None) -> tuple[str, Places]:
    """Return the text and the spans of a file of one article."""
    (entry,), _ = taken(path, content, reading)
    return entry.article.text, said(entry)
