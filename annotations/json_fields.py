"""Readers of the fields of a JSON value, each with its checks, since files are hostile."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from math import isinf
from typing import Any, TypeVar

Json = dict[str, Any]
Choice = TypeVar("Choice", bound=StrEnum)
LONGEST_NAME = 200  # code points of an id or an annotator's name
LONGEST_KEY = 1000  # code points of an id that is made of others


class BadItem(ValueError):
    """A JSON value that is no valid item; the message says why, but not where."""


def finite(word: str) -> float:
    """Return the number so written.  BadItem when it is too large for one, as 1e999, which no database holds."""
    number = float(word)
    if isinf(number):
        raise BadItem(f"the number {word[:30]} is too large")
    return number


def bounds(start: Any, end: Any) -> tuple[int, int]:
    """Return the bounds of a range: two whole numbers, code points, 0 <= start < end.  BadItem otherwise."""
    if type(start) is not int or type(end) is not int:
        raise BadItem("start and end must be whole numbers")
    if not 0 <= start < end:
        raise BadItem(f"start {start} and end {end} are no range")
    return start, end


def pair(value: Any) -> tuple[Any, Any]:
    if not isinstance(value, list) or len(value) != 2:
        raise BadItem("a range must be [start, end]")
    return value[0], value[1]


def score(value: Any) -> float | None:
    """Return the score, a number 0..1, or None.  BadItem otherwise."""
    if value is None or (type(value) is float and 0 <= value <= 1):
        return value
    if type(value) is not int or not 0 <= value <= 1:
        raise BadItem(f"a score must be 0 to 1, not {value}")
    return float(value)


def text(value: Mapping[str, Any], name: str) -> str:
    """Return the field as text, "" when it is missing or null."""
    field = value.get(name)
    if isinstance(field, str):
        return field
    if field is not None:
        raise BadItem(f"{name} must be text")
    return ""


def named(value: Any, what: str, *, least: int = 1, most: int = LONGEST_NAME) -> str:
    """Return the name, a text that is not too long.  BadItem otherwise."""
    if not isinstance(value, str) or not least <= len(value) <= most:
        raise BadItem(f"{what} is no name of up to {most} characters")
    return value


def signed(value: Mapping[str, Any], name: str) -> str:
    """Return the field as an annotator's name, "" when it is missing or null.

    BadItem for `all`, blanks alone, and one that is too long.  Names of other tools may have a slash, as a project may.
    """
    who = text(value, name)
    if who and (named(who, f"the annotator in {name}") == "all" or not who.strip()):
        raise BadItem(f"{who} cannot be an annotator's name")
    return who


def check_annotator(name: str) -> None:
    """Raise BadItem for what cannot be an annotator's name: `all`, and one with a slash or with blanks about it."""
    if name == "all" or "/" in name or name != name.strip():
        raise BadItem(f"{name} cannot be an annotator's name")


def check_whole(value: Any) -> None:
    """Raise BadItem for half a surrogate pair, which no text can hold."""
    try:
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        raise BadItem("it has half of a character") from error


def listed(value: Mapping[str, Any], name: str) -> list[Any]:
    field = value.get(name)
    if field is None:
        return []
    if not isinstance(field, list):
        raise BadItem(f"{name} must be a list")
    return field


def one_of(choices: type[Choice], value: Any, default: Choice) -> Choice:
    """Return the choice of that value, the default when it is missing or null."""
    if value is None:
        return default
    found: Choice | None = _by_value(choices).get(value) if isinstance(value, str) else None
    if found is None:
        raise BadItem(f"{value} is none of {', '.join(choices)}")
    return found


@cache
def _by_value(choices: type[StrEnum]) -> dict[str, Any]:
    return {choice.value: choice for choice in choices}
