"""The parts of the statistics as JSON, by the names of `docs/statistics.md`; reals with six digits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from annotations.agreement.figures import Figure
from annotations.statistics.shapes import (
    ArticleCounts,
    CorrectionsPart,
    DecidedItems,
    FactFates,
    Fates,
    Overview,
    ProgressPart,
    Scope,
    StatisticsPart,
)

Json = dict[str, Any]
ALSO: Mapping[type, tuple[str, ...]] = {  # properties that are written beside the fields
    ArticleCounts: ("of",),
    DecidedItems: ("decided",),
    Overview: ("seconds_an_article",),
    Fates: ("corrected", "suggested", "share_taken"),
    FactFates: ("suggested", "share_taken"),
    CorrectionsPart: ("labels",),
}


def scope_json(scope: Scope) -> Json:
    """Return whose work is counted and from which days; null for an open end."""
    return {"annotator": scope.annotator, "from": scope.since or None, "to": scope.until or None}


def part_json(part: StatisticsPart | Overview) -> Json:
    """Return the figures of a part; those of the overview stand beside the forecast."""
    if isinstance(part, ProgressPart):
        return {**part_json(part.overview), "forecast": _value(part.forecast)}
    said = _object(part)
    said.pop("scope", None)
    return said


def _object(value: Any) -> Json:
    said: Json = {}
    for name in (*(field.name for field in fields(value)), *ALSO.get(type(value), ())):
        one = getattr(value, name)
        if isinstance(one, Figure):
            said |= _figure(one, name)
        else:
            said[name] = _value(one)
    return said


def _figure(figure: Figure, name: str) -> Json:
    """Return the figure with its interval, and with the reason where there is none."""
    said = {name: _value(figure.value), f"{name}_interval": [_value(figure.low), _value(figure.high)]}
    if figure.low is None and figure.high is None:
        said[f"{name}_interval"] = None
    return {**said, f"{name}_why": figure.why} if figure.value is None else said


def _value(value: Any) -> Any:
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return round(value, 6) if isinstance(value, float) else value
