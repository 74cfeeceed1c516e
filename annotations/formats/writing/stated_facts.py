"""The facts of a record as a format states them, by its description alone: what the proof expects and what it finds.

They are made of the record as it was before anything was fitted to the format.  Of a fact whose name, ends or number
a counted loss names, what was made of it is expected instead.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from annotations.fact_attributes import ATTRIBUTES, value_json
from annotations.facts import Fact, Filler
from annotations.formats.arcs import CHILD, HEAD, is_plain_relation
from annotations.formats.base import Format, Record
from annotations.spans import Span, Status

ARCS = ("arcs", "places")


def stated(entry: Record, form: Format) -> list[Any]:
    """Return what the record's facts say in that format, as plain values in order."""
    spans = {span.id: span for span in entry.spans()}
    return sorted(_fact(fact, form, spans) for fact in entry.facts())


def expected(entry: Record, fitted: Record, form: Format, told: Collection[str]) -> list[Any]:
    """Return what the format must say of the record's facts; those in `told` are as they were fitted."""
    if not form.facts:
        return []
    there = {span.id: span for span in fitted.spans()}
    spans = {span.id: made for span in entry.spans() if (made := there.get(span.id) or _alike(span, fitted))}
    facts = list(_untouched(entry, told)) + [fact for fact in fitted.facts() if fact.id in told]
    return sorted(_fact(fact, form, spans) for fact in facts)


def _untouched(entry: Record, told: Collection[str]) -> Iterator[Fact]:
    return (f for f in entry.facts() if f.status is not Status.REJECTED and f.id not in told)


def _alike(span: Span, fitted: Record) -> Span | None:
    """Return the span that was kept of several at one place."""
    if span.status is Status.REJECTED:
        return None
    there = [one for one in fitted.spans() if (one.start, one.end) == (span.start, span.end)]
    return next((one for one in there if one.label == span.label), there[0] if there else None)


def _fact(fact: Fact, form: Format, spans: dict[str, Span]) -> tuple[Any, ...]:
    def end(filler: Filler) -> tuple[Any, ...]:
        span = spans.get(filler.span or "") if form.facts == "arcs" else None
        return (filler.start, filler.end, *((span.label,) if span else ()))

    roles = {role: tuple(map(end, fillers)) for role, fillers in fact.by_role().items()}
    plain = is_plain_relation(fact)
    names = [HEAD, CHILD] if plain else list(roles)
    held = form.holds if plain else ()
    attributes = held if form.facts in ARCS else tuple(ATTRIBUTES)
    said = (value_json(fact.attribute(name)) for name in attributes)
    return fact.type, fact.trigger or (), tuple((name, roles[name]) for name in names), *said
