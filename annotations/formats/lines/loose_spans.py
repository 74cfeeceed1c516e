"""Spans, labels and topics as many tools write them: `[start, end, label]`, or objects with names that differ."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from annotations.formats.lines.parts import taken
from annotations.formats.reading.given import Found
from annotations.json_fields import BadItem, Json, bounds
from annotations.spans import Status

STARTS = ("start", "start_offset", "begin", "start_char", "startOffset", "from")
ENDS = ("end", "end_offset", "stop", "end_char", "endOffset", "to")
LABELS = ("label", "entity", "type", "tag", "entity_group", "label_", "class", "category", "ent_type")
QUOTES = ("text", "quote", "word", "surface", "entity_text")
IDS = ("id", "key", "span_id", "tid")
Taken = tuple[list[Found], list[str]]  # the spans, and sentences on those that were left out


def one_of(value: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    """Return the first field of those names that is there."""
    return next((value[name] for name in names if value.get(name) is not None), None)


def span(raw: Any, status: Status = Status.CONFIRMED) -> Found:
    """Return the span.  BadItem when it has no bounds or no label."""
    if isinstance(raw, dict):
        start, end, label = (one_of(raw, names) for names in (STARTS, ENDS, LABELS))
        quote, score, key = one_of(raw, QUOTES), raw.get("score"), one_of(raw, IDS)
    elif isinstance(raw, list) and len(raw) >= 3:
        (start, end, label), quote, score, key = _in_order(raw), None, None, None
    else:
        raise BadItem("it is no list of start, end and label, and no object with these")
    first, last = bounds(start, end)
    if isinstance(label, list) and len(label) == 1:
        label = label[0]
    if not isinstance(label, str) or not label.strip():
        raise BadItem(f"{first}-{last} has no label")
    shown = quote if isinstance(quote, str) else None
    return Found(first, last, label, shown, "" if key is None else str(key), status, _score(score))


def _in_order(raw: list[Any]) -> tuple[Any, Any, Any]:
    """Return start, end and label; some tools have the label first."""
    return (raw[1], raw[2], raw[0]) if isinstance(raw[0], str) else (raw[0], raw[1], raw[2])


def _score(value: Any) -> float | None:
    return float(value) if type(value) in (int, float) and 0 <= value <= 1 else None


def spans(raw: Any, read: Callable[[Any], Found] = span) -> Taken:
    """Return the spans of a list; one that is broken loses only itself."""
    left: list[str] = []
    found = list(taken(raw if isinstance(raw, list) else (), read, "span", left))
    return found, left


def topics(cats: Any) -> Iterator[str]:
    """Yield the names of categories: those of an object whose value is more than a half, or of a list of names."""
    if isinstance(cats, dict):
        yield from (str(name) for name, value in cats.items() if _is_on(value))
    elif isinstance(cats, str):
        yield cats
    elif isinstance(cats, list):
        yield from (one for one in cats if isinstance(one, str))


def _is_on(value: Any) -> bool:
    return value is True or (type(value) in (int, float) and value > 0.5)


def text_of(value: Json, *names: str) -> str:
    """Return the record's text.  BadItem when it has none."""
    found = one_of(value, names or ("text",))
    if not isinstance(found, str):
        raise BadItem(f"it has no {(names or ('text',))[0]}")
    return found
