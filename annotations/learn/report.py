"""The report of a training: as JSON, and as a table to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from annotations.learn.shapes import FEW_HELD_OUT, Curve, FigureInterval, LabelFigures, TrainingOutcome

PLACES = 4  # of a share in JSON
NEW_ERRORS = 5  # articles that are named


def as_json(outcome: TrainingOutcome) -> dict[str, Any]:
    """Return the report as the last line of `train --json`; shares are 0..1, `f` and `before` over all labels.

    `outcome` has all of it once more, field by field, as `TrainingOutcome` has them.
    """
    every, curve = outcome.all_labels, outcome.curve
    return {
        "pipeline": str(outcome.folder) if outcome.folder else None,
        "articles": outcome.articles,
        "spans": outcome.spans,
        "seconds": outcome.seconds,
        "f": round(every.after.value, PLACES) if every else None,
        "before": round(every.before.value, PLACES) if every else None,
        "labels": {one.label: _of_label(one) for one in outcome.labels},
        "all": _of_label(every) if every else None,
        "curve": [{"articles": one.articles, "f": round(one.f, PLACES)} for one in curve.points]
        if curve
        else [],
        "forecast": {"articles": curve.then, "low": curve.low, "high": curve.high, "words": curve.words}
        if curve
        else None,
        "headline": outcome.headline,
        "notes": list(outcome.notes),
        "outcome": asdict(outcome) | {"folder": str(outcome.folder) if outcome.folder else None},
    }


def nothing() -> dict[str, Any]:
    """Return the report of a training that was stopped before there was anything to keep."""
    return {
        "pipeline": None,
        "articles": 0,
        "spans": 0,
        "seconds": 0.0,
        "f": None,
        "before": None,
        "labels": {},
    } | {
        "curve": [],
        "headline": "Stopped before the first epoch was over; nothing was kept.",
        "notes": [],
        "outcome": None,
    }


def _of_label(one: LabelFigures) -> dict[str, Any]:
    """Return the row of the table; an interval is [low, high], or None where there is too little for one."""
    return {
        "held_out": one.held_out,
        "trained": one.trained,
        "before": _rates(one.held_out, one.found_before, one.right_before, one.before),
        "after": _rates(one.held_out, one.found_after, one.right_after, one.after),
        "difference": round(one.difference.value, PLACES),
        "difference_interval": _interval(one.difference),
        "verdict": one.verdict,
        "seen": round(one.seen, PLACES),
        "too_few": one.too_few,
        "mapped_from": one.mapped_from,
    }


def _rates(marked: int, found: int, right: int, f: FigureInterval) -> dict[str, Any]:
    return {
        "found": found,
        "right": right,
        "p": round(right / found, PLACES) if found else 0.0,
        "r": round(right / marked, PLACES) if marked else 0.0,
        "f": round(f.value, PLACES),
        "f_interval": _interval(f),
    }


def _interval(figure: FigureInterval) -> list[float] | None:
    if figure.low is None or figure.high is None:
        return None
    return [round(figure.low, PLACES), round(figure.high, PLACES)]


def as_text(outcome: TrainingOutcome) -> str:
    """Return headline, table, curve and notes to be read, in lines; figures are per cent."""
    lines = [outcome.headline]
    if outcome.all_labels:
        width = max(len(one.label) for one in (*outcome.labels, outcome.all_labels))
        lines += [_head(width, outcome.in_use)]
        lines += [_row(one, width) for one in (*outcome.labels, outcome.all_labels)]
    if outcome.curve:
        lines += ["", *_curve(outcome.curve)]
    worse = [one for one in outcome.articles_held_out if one.errors_after > one.errors_before][:NEW_ERRORS]
    if worse:
        named = ", ".join(f"{one.id} ({one.errors_before} before, {one.errors_after} now)" for one in worse)
        lines += ["", f"Held-out articles with more errors than before: {named}."]
    return "\n".join([*lines, "", *outcome.notes] if outcome.notes else lines)


def _head(width: int, in_use: str) -> str:
    columns = f"{'trained':>8} {'held out':>8}  {'P R F of ' + in_use:<22} {'P R F of the new':<22}"
    return f"\n{'':{width}} {columns} {'difference':<20} {'wordings':>8}"


def _row(one: LabelFigures, width: int) -> str:
    if one.held_out < FEW_HELD_OUT:
        before = f"{one.right_before:,} of {one.held_out:,}, {one.found_before - one.right_before:,} wrong"
        after = f"{one.right_after:,} of {one.held_out:,}, {one.found_after - one.right_after:,} wrong"
        difference, seen = f"{one.right_after - one.right_before:+,} right", f"{one.seen * one.held_out:.0f}"
    else:
        before = _three(one.held_out, one.found_before, one.right_before, one.before)
        after = _three(one.held_out, one.found_after, one.right_after, one.after)
        difference, seen = _difference(one), f"{100 * one.seen:.0f} %"
    said = (
        f"{one.label:{width}} {one.trained:8,} {one.held_out:8,}  {before:<22} {after:<22} {difference:<20}"
    )
    return f"{said} {seen:>8}" + (f"  {one.verdict}" if one.verdict else "")


def _three(marked: int, found: int, right: int, f: FigureInterval) -> str:
    precision, recall = right / found if found else 0.0, right / marked if marked else 0.0
    ends = f" ({100 * f.low:.0f}-{100 * f.high:.0f})" if f.low is not None and f.high is not None else ""
    return f"{100 * precision:.0f} {100 * recall:.0f} {100 * f.value:.1f}{ends}"


def _difference(one: LabelFigures) -> str:
    value, low, high = one.difference.value, one.difference.low, one.difference.high
    ends = f" ({100 * low:+.1f} to {100 * high:+.1f})" if low is not None and high is not None else ""
    return f"{100 * value:+.1f}{ends}"


def _curve(curve: Curve) -> Iterator[str]:
    yield "articles  F"
    yield from (f"{point.articles:8,}  {100 * point.f:.1f}" for point in curve.points)
    if curve.low is not None and curve.high is not None:
        yield f"{curve.then:8,}  {100 * curve.low:.1f} to {100 * curve.high:.1f}, as it is forecast"
    yield curve.words
