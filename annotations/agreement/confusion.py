"""Confusion of labels between two annotators: how often each pair of labels met, and at which places.

Spans are paired as in a review: alike ones first, then those that overlap, the nearest first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from annotations.agreement.compared import Compared
from annotations.review.comparing import compare
from annotations.spans import Span

Json = dict[str, Any]
MOST = 500  # places listed in a cell
LONGEST = 80  # code points of a quote
Cell = tuple[str | None, str | None]  # label of the one and of the other; None: no span


def confusion(articles: Iterable[Compared], one: str, other: str) -> Json:
    """Return the confusion as JSON: `labels`, and `cells`, one for each two labels that met.

    A cell has the `count`, how many had other `bounds`, and its `places`, the first MOST of them:
    article, start, end (code points), quote, the ids of either's span; those where the two differ first, then
    in the order of the articles.
    """
    cells: dict[Cell, Json] = {}
    for article in articles:
        for mine, theirs in _pairs(article, one, other) if {one, other} <= article.sets.keys() else ():
            key = mine.label if mine else None, theirs.label if theirs else None
            empty: Json = {"one": key[0], "other": key[1], "count": 0, "bounds": 0, "places": [], "alike": []}
            cell = cells.setdefault(key, empty)
            is_other = bool(mine and theirs and (mine.start, mine.end) != (theirs.start, theirs.end))
            cell["count"] += 1
            cell["bounds"] += is_other
            places = cell["places" if is_other or key[0] != key[1] else "alike"]
            if len(places) < MOST:
                places.append({**_place(article, mine, theirs), "bounds": is_other})
    for cell in cells.values():
        cell["places"] = (cell["places"] + cell.pop("alike"))[:MOST]
    labels = sorted({label for key in cells for label in key if label})
    return {"annotators": [one, other], "labels": labels, "cells": list(cells.values())}


def _pairs(article: Compared, one: str, other: str) -> list[tuple[Span | None, Span | None]]:
    """Return the spans of the two annotators at each place, in text order; None where one has no span."""
    found = compare([article.counted_sets[one], article.counted_sets[other]])
    same = [(item, item) for item in found.agreed if isinstance(item, Span)]
    differing = [(_span(case.sides.get(one)), _span(case.sides.get(other))) for case in found.cases]
    pairs: list[tuple[Span | None, Span | None]] = [
        *same,
        *(pair for pair in differing if pair != (None, None)),
    ]
    return sorted(pairs, key=_in_text)


def _span(item: object) -> Span | None:
    return item if isinstance(item, Span) else None


def _in_text(pair: tuple[Span | None, Span | None]) -> tuple[int, int]:
    span = pair[0] or pair[1]
    return (span.start, -span.end) if span else (0, 0)


def _place(article: Compared, mine: Span | None, theirs: Span | None) -> Json:
    spans = [span for span in (mine, theirs) if span]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    quote = article.text[start:end]
    return {
        "article": article.article,
        "start": start,
        "end": end,
        "quote": quote if len(quote) <= LONGEST else quote[:LONGEST] + "…",
        "ids": [span.id if span else None for span in (mine, theirs)],
    }
