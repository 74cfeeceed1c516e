"""The articles that stand out: much corrected, very quick, very slow."""

from __future__ import annotations

from collections import Counter
from math import exp, log
from typing import TYPE_CHECKING

from annotations.statistics.columns import numbers
from annotations.statistics.events import Events
from annotations.statistics.outlying import outlying, seconds_by_set
from annotations.statistics.shapes import ArticleMeasure, OutliersPart, OutlyingArticle, Scope
from annotations.statistics.spans import DROPPED, TAKEN, SetKey, Spans
from models.queries.statistics.facts import DecidedFacts
from models.queries.statistics.overview import worked
from models.store.database import HasRows

if TYPE_CHECKING:
    from annotations.statistics.columns import Whole

LEAST = 10  # decisions of an article that is measured
TOUCHED = "SELECT group_concat(article), group_concat(event) FROM touched WHERE annotator = ?"
TITLE = "SELECT id, title FROM article WHERE number = ?"


def outliers_part(
    rows: HasRows, scope: Scope, events: Events, spans: Spans, facts: DecidedFacts
) -> OutliersPart:
    """Return the articles of an annotator that lie far from the others, and the measures."""
    decided = spans.by_set(spans.fate < DROPPED) + facts.sets
    suggested, wrong = (
        spans.by_set(spans.of_suggestions),
        spans.by_set(spans.of_suggestions & (spans.fate != TAKEN)),
    )
    shares = {key: wrong[key] / count for key, count in suggested.items() if count >= LEAST}
    seconds = _seconds(rows, scope, events, sorted({who for _, who in decided}))
    rates = {key: log(seconds[key] / n) for key, n in decided.items() if n >= LEAST and seconds[key] > 0}
    corrected, far = outlying(shares, "corrected")
    found = [(key, "much corrected", value, z) for key, value, z in far if z > 0]
    pace, far = outlying(rates, "seconds")
    found += [(key, "very slow" if z > 0 else "very quick", exp(value), z) for key, value, z in far]
    found.sort(key=lambda one: -abs(one[3]))
    pace = ArticleMeasure(
        pace.what, pace.articles, None if pace.median is None else exp(pace.median), pace.deviation, pace.why
    )
    return OutliersPart(tuple(_told(rows, *one) for one in found), (corrected, pace))


def _seconds(rows: HasRows, scope: Scope, events: Events, names: list[str]) -> Counter[SetKey]:
    """Return the seconds worked on each set; edits of several sets at once are left out."""
    touched = {name: some for name in names if (some := _touched(rows, events, name))}
    return seconds_by_set(events, worked(rows, scope, events), touched)


def _touched(rows: HasRows, events: Events, name: str) -> tuple[Whole, Whole] | None:
    """Return which articles of the annotator which events touched: two arrays of one length."""
    [(articles, touching)] = rows.rows(TOUCHED, (name,))
    return None if articles is None else (numbers(articles), events.places(numbers(touching)))


def _told(rows: HasRows, key: SetKey, what: str, value: float, distance: float) -> OutlyingArticle:
    [(article, title)] = rows.rows(TITLE, (key[0],))
    return OutlyingArticle(article, title, key[1], what, value, distance)
