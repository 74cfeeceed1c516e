"""JSON files read value by value, a line a value or one list; and sinks that write a line a record."""

from __future__ import annotations

import io
import json
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from annotations.formats.base import Record
from annotations.formats.came_from import seen
from annotations.formats.writing.output import Output
from annotations.json_fields import BadItem, Json, finite
from annotations.problems import Problem
from annotations.text.text import clean

Made = TypeVar("Made")
BLOCK = 1 << 16  # characters read at a time
BETWEEN = " \t\r\n,"  # what may lie between the items of a list


def _no_number(word: str) -> None:
    raise BadItem(f"{word} is no number in JSON")


dumped = partial(json.dumps, ensure_ascii=False)
DECODER = json.JSONDecoder(parse_constant=_no_number, parse_float=finite)
PASSING = json.JSONDecoder(parse_constant=len, parse_int=len)  # takes any number, to find a value's end
HUGE, DEEP = "a number in it has too many digits", "it is nested too deeply"


class JsonLines:
    """A sink: a line a record."""

    def __init__(self, out: Output, line: Callable[[Record], str]) -> None:
        self._out, self._line = out, line

    def add(self, entry: Record, part: str) -> None:
        self._out.text(part).write(self._line(entry) + "\n")

    def close(self) -> None:
        for part in self._out.parts:  # a part without records is an empty file
            self._out.text(part)


def values(path: Path, file: BinaryIO) -> Iterator[tuple[int, Json] | Problem]:
    """Yield the objects of the file and their lines.

    A value that is no object is a problem, and the next is read.
    """
    start = file.read(4096)
    file.seek(0)
    if start.removeprefix(BOM_UTF8).lstrip()[:1] == b"[":
        yield from _listed(path, file)
    else:
        yield from _lines(path, file)


def parsed(
    path: Path, file: BinaryIO, read: Callable[[Json], Made]
) -> Iterator[tuple[int, Json, Made] | Problem]:
    """Yield the objects of the file, their lines, and what `read` makes of each.

    One that `read` refuses is a problem.
    """
    for entry in values(path, file):
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


def _lines(path: Path, file: BinaryIO) -> Iterator[tuple[int, Json] | Problem]:
    for number, line in enumerate(file, 1):
        line = line.removeprefix(BOM_UTF8) if number == 1 else line
        if line.strip():
            try:
                yield _object(path, number, DECODER.decode(line.decode("utf-8")))
            except UnicodeDecodeError:
                yield Problem(path, number, "This line is not UTF-8.")
            except (ValueError, RecursionError) as error:
                yield Problem(path, number, wrong(error))


def _listed(path: Path, file: BinaryIO) -> Iterator[tuple[int, Json] | Problem]:
    """Yield the items of one list, which is not held in memory as a whole."""
    reader = io.TextIOWrapper(file, "utf-8-sig", newline="")
    line = 1
    try:
        held = reader.read(BLOCK).lstrip()[1:]
        while True:
            rest = held.lstrip(BETWEEN)
            line, held = line + held.count("\n", 0, len(held) - len(rest)), rest
            value, end = _first(held)
            if end is None:
                if not (block := reader.read(max(BLOCK, len(held)))):
                    break
                held += block
            elif end == 0:
                return
            elif isinstance(value, Exception):
                yield Problem(path, line, wrong(value))
                line, held = line + held.count("\n", 0, end), held[end:]
            else:
                yield _object(path, line, value)
                line, held = line + held.count("\n", 0, end), held[end:]
        yield Problem(path, line, "The list does not end, or is not JSON from here on.")
    except UnicodeDecodeError:
        yield Problem(path, line, "From here on the file is not UTF-8.")
    except RecursionError as error:
        yield Problem(path, line, wrong(error))
    finally:
        reader.detach()


def _first(held: str) -> tuple[Any, int | None]:
    """Return the value at the start and where it ends.

    The end is 0 at the end of the list, None when the value is not there whole.  For a value that cannot be taken the
    error stands.
    """
    if held[:1] == "]":
        return None, 0
    try:
        return DECODER.raw_decode(held)
    except json.JSONDecodeError:
        return None, None
    except ValueError as error:  # a number that is none, or has too many digits: the next item may be read
        with suppress(json.JSONDecodeError):
            return error, PASSING.raw_decode(held)[1]
        return None, None


def _object(path: Path, line: int, value: Any) -> tuple[int, Json] | Problem:
    if not isinstance(value, dict):
        return Problem(path, line, "This record was not taken: it is not an object.")
    return line, value


def wrong(error: Exception) -> str:
    """Return the error in a record as a sentence."""
    if isinstance(error, BadItem):
        return f"This record was not taken: {error}."
    if isinstance(error, json.JSONDecodeError):
        return "This line is not JSON."
    deep = isinstance(error, RecursionError)
    return f"This is no record: {DEEP if deep else HUGE if 'digits' in str(error) else error}."


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
    seen_ = seen(article.meta)
    named = {f"meta_{k}" if k in reserved or k in OURS else k: v for k, v in seen_.items()}
    return {**named, "article_id": article.id, "title": article.title}


def unflat_meta(value: Json, reserved: tuple[str, ...]) -> Json:
    """Return the metadata that `flat_meta` put beside the fields."""
    names = {f"meta_{name}": name for name in (*reserved, *OURS)}
    return {names.get(k, k): v for k, v in value.items() if k not in reserved and k not in OURS}


OURS = ("article_id", "title")
