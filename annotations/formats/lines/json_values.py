"""JSON files read value by value, a line a value or one list; and sinks that write a line a record."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from annotations.formats.base import Record
from annotations.formats.came_from import given_back
from annotations.formats.lines.json_broken import wrong
from annotations.formats.lines.json_stream import stream
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.writing.output import Output
from annotations.json_fields import BadItem, Json
from annotations.problems import Problem
from annotations.text.text import clean

Made = TypeVar("Made")
dumped = partial(json.dumps, ensure_ascii=False)


class JsonLines:
    """A sink: a line a record."""

    def __init__(self, out: Output, line: Callable[[Record], str]) -> None:
        self._out, self._line = out, line

    def add(self, entry: Record, part: str) -> None:
        self._out.text(part).write(self._line(entry) + "\n")

    def close(self) -> None:
        for part in self._out.parts:  # a part without records is an empty file
            self._out.text(part)


def values(
    path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS, *, unwraps: bool = True
) -> Iterator[tuple[int, Json] | Problem]:
    """Yield the objects of the file and their lines, as `stream` finds them.

    A value that is no object is a problem, and the next is read.
    """
    for entry in stream(path, file, reading, unwraps=unwraps):
        if isinstance(entry, Problem):
            yield entry
        elif not isinstance(entry.value, dict):
            yield Problem(path, entry.line, "This record was not taken: it is not an object.")
        else:
            yield entry.line, entry.value


def parsed(
    path: Path, file: BinaryIO, read: Callable[[Json], Made], reading: HowRead = AS_IT_IS
) -> Iterator[tuple[int, Json, Made] | Problem]:
    """Yield the objects of the file, their lines, and what `read` makes of each.

    One that `read` refuses is a problem.
    """
    for entry in values(path, file, reading):
        if isinstance(entry, Problem):
            yield entry
            continue
        line, value = entry
        try:
            made = read(value)
        except (BadItem, ValueError) as error:
            yield Problem(path, line, wrong(error))
            continue
        yield line, value, made


def cleaned(value: Any) -> Any:
    """Return the value with every text in it cleaned as `text.clean` does."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [cleaned(item) for item in value]
    return {clean(k): cleaned(v) for k, v in value.items()} if isinstance(value, dict) else value


def flat_meta(entry: Record, reserved: tuple[str, ...]) -> Json:
    """Return the article's metadata, id and title as fields beside a format's own (`reserved`).

    Fields named like a reserved one get `meta_` before them.
    """
    article = entry.article
    held = given_back(article.meta)
    named = {f"meta_{k}" if k in reserved or k in OURS else k: v for k, v in held.items()}
    return {**named, "article_id": article.id, "title": article.title}


def unflat_meta(value: Json, reserved: tuple[str, ...]) -> Json:
    """Return the metadata that `flat_meta` put beside the fields."""
    names = {f"meta_{name}": name for name in (*reserved, *OURS)}
    return {names.get(k, k): v for k, v in value.items() if k not in reserved and k not in OURS}


OURS = ("article_id", "title")
