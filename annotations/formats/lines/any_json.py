"""JSON values of any kind, not objects alone: the items of a list, a value a line, or one value that is the file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from annotations.formats.lines.json_values import BETWEEN, DECODER, wrong
from annotations.formats.reading.encoding import decode
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.json_fields import BadItem, Json
from annotations.problems import Problem

ENDLESS = "The list does not end, or is not JSON from here on."
SHOWN = 40  # characters of what cannot be read that a sentence shows


def items(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[tuple[int, Any] | Problem]:
    """Yield the values with the lines they begin on; what cannot be read is a problem."""
    text = decode(file.read(), reading=reading)
    start = len(text) - len(text.lstrip("\ufeff" + BETWEEN))
    if _is_list_of_items(text, start):
        yield from _items(path, text, start + 1)
        return
    try:
        value = DECODER.decode(text)
    except (ValueError, RecursionError):
        yield from _lines(path, text)
    else:
        yield 1, value


def _is_list_of_items(text: str, start: int) -> bool:
    """Return whether the text begins with a list that is no value of its first line alone."""
    if text[start : start + 1] != "[":
        return False
    first, _, rest = text[start:].partition("\n")
    try:
        value = DECODER.decode(first)
    except (ValueError, RecursionError):
        return True
    return not rest.strip() and (not value or isinstance(value[0], list | dict))


def _items(path: Path, text: str, at: int) -> Iterator[tuple[int, Any] | Problem]:
    line = text.count("\n", 0, at) + 1
    while True:
        begin = at
        while at < len(text) and text[at] in BETWEEN:
            at += 1
        line += text.count("\n", begin, at)
        if text[at : at + 1] == "]":
            return
        try:
            value, end = DECODER.raw_decode(text, at)
        except (BadItem, RecursionError) as error:
            yield Problem(path, line, wrong(error))
            return
        except (json.JSONDecodeError, ValueError):
            yield Problem(path, line, ENDLESS)
            return
        yield line, value
        line, at = line + text.count("\n", at, end), end


def _lines(path: Path, text: str) -> Iterator[tuple[int, Any] | Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield number, DECODER.decode(line.strip().removesuffix(","))
            except (ValueError, RecursionError) as error:
                yield Problem(path, number, wrong(error))


def plain_meta(value: Json, taken: tuple[str, ...]) -> Json:
    """Return the fields of a record that are not taken and are scalars, lists of such, or objects: its metadata."""
    return {name: one for name, one in value.items() if name not in taken and one is not None}
