"""The kinds of value that a filler can have: a table, a row a kind.

The schema, the record, facts being built, the form, review and lint walk the table: a new kind is a new row.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from math import isfinite
from typing import Any

from annotations.facts import RULE, Date, Number, Value
from annotations.json_fields import BadItem, Json, text
from annotations.processes.quick_dataclass import dataclass

ENGLISH = "en"  # the language whose words for numbers and dates are read; of others figures and months alone

# What reads and shows values is loaded when a value is read or shown: the window starts without.


@dataclass(frozen=True)
class Reference:
    """The context of a wording: a trusted publication date, the word before it, who or what reads it, its language."""

    published: date | None = None
    before: str = ""
    by: str = RULE
    language: str = ENGLISH


@dataclass(frozen=True)
class ValueKind:
    """A row of the table of kinds.

    `name` stands in `project.yaml`; `of` is the class of its values, which are hashable.  `found`: the value
    of a wording, None without one.  `typed`: that of typed text; UserError when it is no such value.
    `shown`: the value as short text; `told`: with all that is known of it; `retyped`: as `typed` reads it
    back.  `meaning`: what it means, whoever typed it and whatever it was read against: equal for values that
    say the same, of the same `str` too.  `written`: the value as JSON, the only one with `field`; `read`: the
    value again, BadItem when it cannot be.  `lack`: the lint check for fillers whose wording states none, "" where that is not odd.
    """

    name: str
    of: type[Any]
    found: Callable[[str, Reference], Value | None]
    typed: Callable[[str, Reference], Value]
    shown: Callable[[Any], str]
    told: Callable[[Any], str]
    retyped: Callable[[Any], str]
    meaning: Callable[[Any], Value]
    field: str
    written: Callable[[Any], Json]
    read: Callable[[Json], Value]
    lack: str = ""


# --- numbers


def _number_found(wording: str, at: Reference) -> Number | None:
    if at.language != ENGLISH:
        from annotations.values.other_languages import number_elsewhere

        return number_elsewhere(wording, at.language)
    from annotations.values.numbers import number_in

    return number_in(wording)


def _number_typed(typed: str, _: Reference) -> Number:
    from annotations.values.numbers import number_typed

    return number_typed(typed)


def _number_shown(value: Number) -> str:
    from annotations.values.numbers import number_shown

    return number_shown(value)


def _number_meaning(value: Number) -> Value:
    """Return the number with its unit as it is compared: 2 is 2.0, and km is KM."""
    number, unit = value.number, (value.unit or "").strip().casefold()
    whole = int(number) if float(number).is_integer() else number
    return Number(whole, value.comparison, unit or None)


def _number_json(value: Number) -> Json:
    return {"number": value.number, "comparison": value.comparison, "unit": value.unit}


def _read_number(fields: Json) -> Number:
    number = fields["number"]
    if isinstance(number, bool) or not isinstance(number, int | float) or not isfinite(number):
        raise BadItem("the number of a value is no number")
    return Number(number, text(fields, "comparison") or "=", text(fields, "unit") or None)


# --- dates


def _date_found(wording: str, at: Reference) -> Date | None:
    if at.language != ENGLISH:
        from annotations.values.other_languages import date_elsewhere

        return date_elsewhere(wording, at.language, at.published, at.by)
    from annotations.values.dates import date_in

    return date_in(wording, at.published, before=at.before, by=at.by)


def _date_typed(typed: str, at: Reference) -> Date:
    from annotations.values.dates import date_typed

    return date_typed(typed, by=at.by, published=at.published)


def _date_shown(value: Date) -> str:
    from annotations.values.dates import date_shown

    return date_shown(value)


def _date_told(value: Date) -> str:
    """Return the date with all that is known of it: 2024-01-23, day, against 2024-01-24 by rule."""
    against = f"against {value.resolved_against}" if value.resolved_against else ""
    by = " ".join(filter(None, (against, f"by {value.by}" if value.by else "")))
    days = _date_shown(replace(value, resolved_against=None))
    return ", ".join(filter(None, (days, value.precision, by)))


def _date_retyped(value: Date) -> str:
    same = value.earliest == value.latest
    return value.earliest if same else f"{value.earliest}..{value.latest}".replace("....", "..")


def _date_meaning(value: Date) -> Value:
    """Return the date without what resolved it; between two days the days alone count, not how they were said."""
    first, last = value.earliest.replace("Z", "+00:00"), value.latest.replace("Z", "+00:00")
    return Date(first, last, value.precision if first == last else "")


def _date_json(value: Date) -> Json:
    return {
        "from": value.earliest,
        "to": value.latest,
        "precision": value.precision,
        "resolved_against": value.resolved_against,
        "by": value.by,
    }


def _read_date(fields: Json) -> Date:
    against, by = text(fields, "resolved_against") or None, text(fields, "by") or None
    return Date(text(fields, "from"), text(fields, "to"), text(fields, "precision"), against, by)


VALUE_KINDS: dict[str, ValueKind] = {
    row.name: row
    for row in (
        ValueKind(
            "number",
            Number,
            found=_number_found,
            typed=_number_typed,
            shown=_number_shown,
            told=_number_shown,
            retyped=_number_shown,
            meaning=_number_meaning,
            field="number",
            written=_number_json,
            read=_read_number,
            lack="a count without a number",
        ),
        ValueKind(
            "date",
            Date,
            found=_date_found,
            typed=_date_typed,
            shown=_date_shown,
            told=_date_told,
            retyped=_date_retyped,
            meaning=_date_meaning,
            field="from",
            written=_date_json,
            read=_read_date,
        ),
    )
}


def kind_of(value: Value) -> ValueKind:
    """Return the row of the table for a value."""
    for row in VALUE_KINDS.values():  # plain and quick: each value that is written asks
        if isinstance(value, row.of):
            return row
    raise TypeError(f"{value!r} is of no kind of value")


def to_json(value: Value) -> Json:
    """Return the value as a JSON object that `from_json` reads back."""
    return kind_of(value).written(value)


def from_json(fields: Any) -> Value | None:
    """Return the value, None for null.  BadItem when it is of no kind or a field is wrong."""
    if fields is None:
        return None
    for row in VALUE_KINDS.values():
        if isinstance(fields, dict) and row.field in fields:
            return row.read(fields)
    raise BadItem(f"a value is neither {' nor '.join(f'a {name}' for name in VALUE_KINDS)}")


def shown(value: Value | None) -> str:
    """Return the value as short text, "" for none."""
    return "" if value is None else kind_of(value).shown(value)


def told(value: Value | None) -> str:
    """Return the value with all that is known of it, so that two that differ are told apart; "" for none."""
    return "" if value is None else kind_of(value).told(value)


def told_unsigned(value: Value | None) -> str:
    """Return the value as `told`, without who or what read it: a review is not about that."""
    return told(replace(value, by=None) if isinstance(value, Date) else value)


def retyped(value: Value | None) -> str:
    """Return the value as a person would type it, "" for none."""
    return "" if value is None else kind_of(value).retyped(value)


def meaning(value: Value | None) -> Value | None:
    """Return what the value means, None for none: equal for two that mean the same, whoever typed them."""
    return None if value is None else kind_of(value).meaning(value)


def typed(said: str, kind: str, at: Reference) -> Value | None:
    """Return the value that was typed, None for no text.  UserError when it is no value of that kind."""
    return VALUE_KINDS[kind].typed(said, at) if said.strip() else None
