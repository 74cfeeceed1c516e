"""Values of fillers in words: as they are shown, as they are typed again, and read back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from annotations.facts import Date, Number
from annotations.schema.types import ValueKind
from annotations.values.dates import date_shown, date_typed
from annotations.values.numbers import number_shown, number_typed


def said(value: Number | Date | None) -> str:
    """Return the value with all that is known of it: 2024-01-23, day, against 2024-01-24 by rule."""
    if value is None:
        return ""
    if isinstance(value, Number):
        return number_shown(value)
    against = f"against {value.resolved_against}" if value.resolved_against else ""
    by = " ".join(filter(None, (against, f"by {value.by}" if value.by else "")))
    days = date_shown(replace(value, resolved_against=None))
    return ", ".join(filter(None, (days, value.precision, by)))


def to_type(value: Number | Date | None) -> str:
    """Return the value as a person would type it."""
    if isinstance(value, Date):
        same = value.earliest == value.latest
        return value.earliest if same else f"{value.earliest}..{value.latest}".replace("....", "..")
    return number_shown(value) if value else ""


def read(text: str, kind: ValueKind, *, by: str, published: date | None) -> Number | Date | None:
    """Read what was typed; None for nothing.  UserError when it is no such value."""
    if not text.strip():
        return None
    return number_typed(text) if kind == "number" else date_typed(text, by=by, published=published)
