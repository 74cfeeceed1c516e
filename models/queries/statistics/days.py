"""When the work was done: days, and how many more it may take."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from annotations.statistics.columns import whole
from annotations.statistics.events import Events
from annotations.statistics.forecast import forecast
from annotations.statistics.shapes import DaysPart, Overview, ProgressPart, Scope, WorkingDay
from annotations.statistics.spans import DROPPED, Spans
from models.queries.statistics.facts import DecidedFacts
from models.queries.statistics.finished import FinishedSet
from models.queries.statistics.overview import worked
from models.queries.statistics.scope import names_of
from models.store.database import HasRows

if TYPE_CHECKING:
    from annotations.statistics.columns import Whole


def days_part(
    rows: HasRows,
    scope: Scope,
    events: Events,
    spans: Spans,
    facts: DecidedFacts,
    sets: Iterable[FinishedSet],
) -> DaysPart:
    """Return the days on which spans or facts were decided, articles finished (`sets`), or time was worked."""
    span_at = spans.at[spans.fate < DROPPED]
    finished = _finished(set(names_of(rows, scope.annotator)), events, sets)
    counts = [events.days(at[events.dated[at]]) for at in (span_at, facts.at, finished)]
    ends = worked(rows, scope, events).nonzero()[0]
    seconds = events.days(ends, events.gap[ends])
    made = []
    for day in sorted({*counts[0], *counts[1], *counts[2], *seconds}):
        of_spans, of_facts, of_articles = (int(count.get(day, 0)) for count in counts)
        made.append(WorkingDay(day, of_spans, of_facts, of_articles, round(seconds.get(day, 0.0), 3)))
    undated = sum(int((~events.dated[at]).sum()) for at in (span_at, facts.at))
    return DaysPart(tuple(made), undated)


def progress_part(first: Overview, days: DaysPart) -> ProgressPart:
    """Return the first figures with the forecast that the days tell."""
    left = first.articles.started + first.articles.new
    return ProgressPart(first, forecast(left, [day.articles for day in days.days]))


def _finished(names: Collection[str], events: Events, sets: Iterable[FinishedSet]) -> Whole:
    """Return the places of the events that finished the articles that are done; of each article the first."""
    first = dict[int, int]()
    for one in sets:
        if one.annotator in names:
            first[one.article] = min(one.event, first.get(one.article, one.event))
    return events.places(whole(first.values()))
