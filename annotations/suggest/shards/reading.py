"""The reader of shards: each line is checked whole before anything of it is used, since files are hostile."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, NamedTuple

from annotations.errors import UserError, unread
from annotations.json_fields import BadItem, Json, text
from annotations.suggest.shards.shapes import BEGINS, ShardEnd, ShardHead

HEAD, TAIL = 64 << 10, 16 << 20  # bytes of a first line, and of a last one with its sentences
DEEP = "a line is nested too deeply"


class ShardLine(NamedTuple):
    """A line on an article: `value` is as it was read, and still to be checked."""

    line: int
    article: str
    hash: str
    spans: bool
    facts: bool
    value: Json


class ShardContent(NamedTuple):
    """A shard's first and last line, and its file."""

    path: Path
    head: ShardHead
    end: ShardEnd


def is_shard(path: Path) -> bool:
    """Return whether the file begins as a shard does."""
    try:
        with path.open("rb") as file:
            return file.read(len(BEGINS)) == BEGINS.encode()
    except OSError:
        return False


def opened(path: Path) -> ShardContent:
    """Return the shard with its first and last line.  UserError when it is none, is not whole, or cannot be read."""
    try:
        with path.open("rb") as file:
            head = ShardHead.from_json(_json(file.readline(HEAD)))
            return ShardContent(path, head, ShardEnd.from_json(_last(file)))
    except OSError as error:
        raise UserError(f"The shard cannot be read: {unread(error)}.", where=path) from error
    except BadItem as error:
        raise UserError(f"This shard was not taken: {error}.", where=path) from error


def lines(shard: ShardContent) -> Iterator[ShardLine | tuple[int, str]]:
    """Yield the lines on articles; of one that is none its number, and why.  UserError when the file cannot be read."""
    try:
        with shard.path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if number == 1:
                    continue
                try:
                    value = _json(line)
                    if isinstance(value, dict) and "end" in value:
                        return
                    yield _line(number, value)
                except BadItem as error:
                    yield number, str(error)
    except OSError as error:
        raise UserError(f"The shard cannot be read: {unread(error)}.", where=shard.path) from error


def _line(number: int, value: Any) -> ShardLine:
    if not isinstance(value, dict):
        raise BadItem("it is no object")
    spans, facts = value.get("spans"), value.get("facts")
    if not isinstance(spans, bool) or not isinstance(facts, bool) or not text(value, "article"):
        raise BadItem("it does not say of which article it is, and what was looked for")
    reply = {name: value.get(name, []) for name in ("hints", "rivals")}
    reply |= {"article": value["article"], "items": value.get("items")}
    return ShardLine(number, value["article"], text(value, "hash"), spans, facts, reply)


def _json(line: bytes) -> Any:
    try:
        return json.loads(line)
    except RecursionError as error:
        raise BadItem(DEEP) from error
    except ValueError as error:
        raise BadItem("a line is not JSON" if line else "it is empty") from error


def _last(file: IO[bytes]) -> Any:
    """Return what the last line says, None when it is cut off."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - TAIL))
    try:
        return _json(file.read().rstrip(b"\n").rpartition(b"\n")[2])
    except BadItem:
        return None
