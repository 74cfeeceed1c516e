"""All parts of the statistics, in steps: the quick ones first."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.statistics.shapes import Scope, StatisticsPart
from models.queries.people import people
from models.queries.statistics.agreement import agreement_part
from models.queries.statistics.days import days_part, progress_part
from models.queries.statistics.entities import entities_part
from models.queries.statistics.events import read_events
from models.queries.statistics.facts import Facts
from models.queries.statistics.labels import corrections_part, labels_part
from models.queries.statistics.outliers import outliers_part
from models.queries.statistics.overview import overview
from models.queries.statistics.scope import HasWork
from models.queries.statistics.scores import reliability_part
from models.queries.statistics.spans import read_spans
from models.queries.statistics.times import times_part

PARTS = 11


def gathered(of: HasWork, scope: Scope) -> Iterator[StatisticsPart]:
    """Yield the parts, each once, as they are counted.  UserError of a machine, or when a day is none."""
    rows = of.db
    events = read_events(rows, scope)
    first = overview(of, scope, events)
    spans = read_spans(rows, scope, events)
    names = people(rows)
    yield labels_part(spans, names)
    facts = Facts(of, scope, events)
    days = days_part(rows, scope, events, spans, facts)
    yield days
    yield progress_part(first, days)
    yield facts.sources.facts_part(rows, facts.types())
    yield facts.timeline()
    yield corrections_part(spans)
    yield reliability_part(spans, names)
    yield times_part(spans, facts, events)
    yield entities_part(rows, scope, spans)
    yield outliers_part(rows, scope, events, spans, facts)
    yield agreement_part(rows, scope, events)
