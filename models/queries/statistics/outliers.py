"""The articles that stand out: much corrected, very quick, very slow."""

from __future__ import annotations

from collections import Counter
from math import exp, log
from typing import TYPE_CHECKING

from annotations.statistics.outlying import outlying
from annotations.statistics.shapes import ArticleMeasure, OutliersPart, OutlyingArticle, Scope
from models.queries.statistics.events import Events, numbers
from models.queries.statistics.facts import Facts
from models.queries.statistics.overview import worked
from models.queries.statistics.spans import DROPPED, TAKEN, Spans
from models.store.database import HasRows

if TYPE_CHECKING:
    from models.queries.statistics.events import Whole, Yes

LEAST = 10  # decisions of an article that is measured
TOUCHED = "SELECT group_concat(article), group_concat(event) FROM touched WHERE annotator = ?"
TITLE = "SELECT id, title FROM article WHERE number = ?"
SetKey = tuple[int, str]  # article and annotator


def outliers_part(rows: HasRows, scope: Scope, events: Events, spans: Spans, facts: Facts) -> OutliersPart:
    """Return the articles of an annotator that lie far from the others, and the measures."""
    decided = _by_set(spans, spans.fate < DROPPED) + facts.sets
    suggested, wrong = (
        _by_set(spans, spans.of_suggestions),
        _by_set(spans, spans.of_suggestions & (spans.fate != TAKEN)),
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


def _by_set(spans: Spans, kept: Yes) -> Counter[SetKey]:
    """Return how many of those spans each set has."""
    import numpy as np

    width = max(len(spans.annotators), 1)
    codes, counts = np.unique(spans.article[kept] * width + spans.annotator[kept], return_counts=True)
    pairs = zip(codes.tolist(), counts.tolist(), strict=True)
    return Counter({(code // width, spans.annotators[code % width]): count for code, count in pairs})


def _seconds(rows: HasRows, scope: Scope, events: Events, names: list[str]) -> Counter[SetKey]:
    """Return the seconds worked on each set; edits of several sets at once are left out."""
    import numpy as np

    is_worked, found = worked(rows, scope, events), Counter[SetKey]()
    touched = [
        (name, *some) for name, some in ((name, _touched(rows, events, name)) for name in names) if some
    ]
    if not touched:
        return found
    count = np.bincount(np.concatenate([at for _, _, at in touched]), minlength=len(events.number))
    for name, article, at in touched:
        kept = is_worked[at] & (count[at] == 1)
        sums = np.bincount(article[kept], weights=events.gap[at[kept]])
        found.update({(n, name): sums[n] for n in np.flatnonzero(sums).tolist()})
    return found


def _touched(rows: HasRows, events: Events, name: str) -> tuple[Whole, Whole] | None:
    """Return which articles of the annotator which events touched: two arrays of one length."""
    [(articles, touching)] = rows.rows(TOUCHED, (name,))
    return None if articles is None else (numbers(articles), events.places(numbers(touching)))


def _told(rows: HasRows, key: SetKey, what: str, value: float, distance: float) -> OutlyingArticle:
    [(article, title)] = rows.rows(TITLE, (key[0],))
    return OutlyingArticle(article, title, key[1], what, value, distance)
