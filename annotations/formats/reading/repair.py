"""The repair of own records whose offsets another program has shifted, by the text that the spans quote."""

from __future__ import annotations

from typing import Any

from annotations.formats.reading.given import Found
from annotations.formats.reading.offsets import Move, placing
from annotations.formats.units import CODE_POINTS
from annotations.json_fields import Json


def mend(value: Json, text: str, unit: str = CODE_POINTS) -> str:
    """Move the record's offsets in place when they count in another unit, or its quotes fit only in another reading.

    Return that reading in words; "" when nothing was moved, or only for the unit.
    """
    spans = [raw for raw in _list(value.get("spans")) if _is_range(raw)]
    found = [Found(raw["start"], raw["end"], "", _quote(raw)) for raw in spans]
    if unit == CODE_POINTS and all(one.quote in (None, text[one.start : one.end]) for one in found):
        return ""
    how, move = placing(text, found, unit)
    if how or unit != CODE_POINTS:
        for raw in [*spans, *_fillers(value)]:
            _move(raw, "start", "end", move)
        for fact in _list(value.get("facts")):
            if isinstance(fact, dict) and isinstance(fact.get("trigger"), list):
                _move(fact["trigger"], 0, 1, move)
        for raw in _list(value.get("boilerplate")):
            if isinstance(raw, list):
                _move(raw, 0, 1, move)
    return how


def _move(holder: Any, start: Any, end: Any, move: Move) -> None:
    """Move a range in place; one that has no place in the text is made none, and is refused later."""
    try:
        bounds = move(holder[start]), move(holder[end])
    except (LookupError, TypeError):
        return
    holder[start], holder[end] = (holder[start],) * 2 if None in bounds else bounds


def _fillers(value: Json) -> list[Any]:
    roles = (role for fact in _list(value.get("facts")) for role in _list(_get(fact, "roles")))
    return [filler for role in roles for filler in _list(_get(role, "fillers")) if _is_range(filler)]


def _get(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_range(raw: Any) -> bool:
    return isinstance(raw, dict) and type(raw.get("start")) is int and type(raw.get("end")) is int


def _quote(raw: Json) -> str | None:
    quote = raw.get("text")
    return quote if isinstance(quote, str) else None
