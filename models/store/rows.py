"""The rows of the SQLite file: how items become rows, and rows items; the JSON of bodies."""

from __future__ import annotations

import json
import zlib
from dataclasses import replace
from typing import Any

from annotations import item_json
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.sets import Boilerplate, Item
from annotations.sheet import Pooled
from annotations.spans import Hint, Rival, Span, Status

UNREAD = (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError, zlib.error)
DAMAGED = "Its file is damaged: `check` says where, and what can be done."
LARGE = 65_536  # characters of an event's body beyond which it is compressed
FIELDS = ("kind", "id", "start", '"end"', "label", "status", "origin", "score", "body")
ITEM_COLUMNS = ", ".join(FIELDS)
DOUBT_COLUMNS = "wording, alone, doubt"  # of a suggestion besides
Row = tuple[Any, ...]


class DamagedRowError(UserError, ValueError):
    """A row, or an event's body, that is not as we write it."""


def to_row(item: Item) -> Row:
    """Return the item as the values of ITEM_COLUMNS; `body` holds what has no column, as JSON."""
    if isinstance(item, Span):
        place = (item.start, item.end, item.label)
        return ("span", item.id, *place, item.status.value, item.origin, item.score, _rest(item))
    body = dump(item_json.to_json(item))
    if isinstance(item, Fact):
        status = item.status.value
        return (item.kind, item.id, None, None, item.type, status, item.origin, item.score, body)
    if isinstance(item, Boilerplate):
        return (item.kind, item.id, item.start, item.end, None, item.status.value, None, None, body)
    state = getattr(item, "state", None)
    return (item.kind, item.id, None, None, state and state.value, None, None, None, body)


def _rest(span: Span) -> str | None:
    if not span.first and not span.entity:
        return None
    return dump({k: v for k, v in (("first", span.first), ("entity", span.entity)) if v})


def from_row(row: Row) -> Item:
    """Return the item that `to_row` made the row of.  DamagedRowError when it is none."""
    kind, id_, start, end, label, status, origin, score, body = row
    try:
        if kind != Span.kind:
            return item_json.from_json(kind, json.loads(body))
        known = STATUS[status]
        made = Span(id=id_, start=start, end=end, label=label, status=known, origin=origin, score=score)
        if body is None:
            return made
        rest = json.loads(body)
        return replace(
            made, first=tuple(rest["first"]) if "first" in rest else None, entity=rest.get("entity")
        )
    except UNREAD as error:
        raise DamagedRowError(f"The {kind} {id_} in the project cannot be read. {DAMAGED}") from error


def pooled_to_row(item: Pooled | Fact) -> Row:
    """Return an item of a pool as the values of ITEM_COLUMNS."""
    if isinstance(item, Hint):
        return (item.kind, item.id, item.start, item.end, None, None, None, item.score, None)
    if isinstance(item, Rival):
        return (item.kind, item.id, item.start, item.end, item.label, None, item.origin, item.score, None)
    return to_row(item)


def pooled_from_row(row: Row) -> Item | Hint | Rival:
    kind, _, start, end, label, _, origin, score, _ = row
    if kind == Hint.kind:
        return Hint(start=start, end=end, score=score)
    if kind == Rival.kind:
        return Rival(start=start, end=end, label=label, origin=origin, score=score)
    return from_row(row)


STATUS = {status.value: status for status in Status}


def dump(value: Any) -> str:
    """Return the value as JSON, always the same for the same value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def pack(value: Any, *, large: int = LARGE) -> str | bytes:
    """Return the value as JSON text, compressed when it is larger than `large`."""
    text = dump(value)
    return text if len(text) <= large else zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def unpack(body: str | bytes) -> Any:
    text = zlib.decompress(body).decode("utf-8", "surrogatepass") if isinstance(body, bytes) else body
    return json.loads(text)


def columns(table: str) -> str:
    """Return ITEM_COLUMNS of that table, for a query that joins."""
    return ", ".join(f"{table}.{field}" for field in FIELDS)


def marks(count: int) -> str:
    return ", ".join("?" * count)
