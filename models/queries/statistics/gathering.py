"""All parts of the statistics, in steps: the quick ones first."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.statistics.labels import corrections_part, labels_part
from annotations.statistics.scores import reliability_part
from annotations.statistics.shapes import Overview, Scope, StatisticsPart
from annotations.statistics.spans import Spans
from annotations.statistics.times import times_part
from models.queries.filters import kind_of
from models.queries.people import people
from models.queries.statistics.agreement import agreement_part
from models.queries.statistics.days import days_part, progress_part
from models.queries.statistics.entities import entities_part
from models.queries.statistics.events import read_events
from models.queries.statistics.facts import DecidedFacts
from models.queries.statistics.finished import finished_sets
from models.queries.statistics.outliers import outliers_part
from models.queries.statistics.overview import overview
from models.queries.statistics.scope import HasWork
from models.queries.statistics.spans import read_spans
from models.store.database import HasRows

PARTS = 11


def gathered(of: HasWork, scope: Scope, first: Overview | None = None) -> Iterator[StatisticsPart]:
    """Yield the parts, each once, as they are counted.  UserError of a machine, or when a day is none.

    `first`: what `overview` gives, if that is counted already.
    """
    rows = of.db
    events = read_events(rows, scope)
    first = first or overview(of, scope, events)
    spans = read_spans(rows, scope, events)
    kinds = _kinds(rows, spans)
    yield labels_part(spans, kinds)
    facts = DecidedFacts(of, scope, events)
    finished = finished_sets(rows)
    days = days_part(rows, scope, events, spans, facts, finished)
    yield days
    yield progress_part(first, days)
    yield facts.sources.facts_part(rows, facts.types())
    yield facts.timeline()
    yield corrections_part(spans)
    yield reliability_part(spans, kinds)
    yield times_part(spans, facts.at, events)
    yield entities_part(rows, scope, spans)
    yield outliers_part(rows, scope, events, spans, facts)
    yield agreement_part(rows, scope, events, finished)


def _kinds(rows: HasRows, spans: Spans) -> list[str]:
    """Return the kind of each origin, one of `ORIGINS` of filters."""
    names = {*people(rows), *spans.annotators}
    return [kind_of(origin, names) for origin in spans.origins]
