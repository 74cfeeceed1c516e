"""The door for what the command `train` says: reports of epochs, and the outcome, each of its shape."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite
from pathlib import Path
from typing import Any

from annotations.learn.shapes import (
    Curve,
    CurvePoint,
    EpochReport,
    FigureInterval,
    HeldOutArticle,
    LabelFigures,
    TrainingOutcome,
)
from ui.project.messages import MAYBE, NAMES, NUMBER, Named, fits

EPOCH = {
    "stage": str,
    **dict.fromkeys(("epoch", "of", "best"), int),
    **dict.fromkeys(("seconds", "left", "loss", "f"), NUMBER),
    "labels": Named(NUMBER),
}
END = (*NUMBER, None)
FIGURE = {"value": NUMBER, "low": END, "high": END}
COUNTS = ("held_out", "trained", "found_before", "right_before", "found_after", "right_after")
FIGURES = {
    "label": str,
    **dict.fromkeys(COUNTS, int),
    **dict.fromkeys(("before", "after", "difference"), FIGURE),
    "verdict": str,
    "seen": NUMBER,
    "too_few": bool,
    "mapped_from": str,
}
CURVE = {"points": [{"articles": int, "f": NUMBER}], "then": int, "low": END, "high": END, "words": str}
OUTCOME = {
    "folder": MAYBE,
    **dict.fromkeys(("articles", "spans", "epochs"), int),
    "seconds": NUMBER,
    **dict.fromkeys(("in_use", "headline", "order"), str),
    "all_labels": (None, FIGURES),
    "labels": [FIGURES],
    "curve": (None, CURVE),
    "articles_held_out": [{"id": str, "errors_before": int, "errors_after": int}],
    "notes": NAMES,
}
REPORT = {"headline": str, "outcome": (None, OUTCOME)}


def epoch_of(message: Mapping[str, Any]) -> EpochReport | None:
    """Return the report of an epoch; None when the message is none."""
    if not fits(message, EPOCH) or not all(map(isfinite, (message["loss"], message["f"]))):
        return None
    return EpochReport(**{name: message[name] for name in EPOCH})


def is_report(message: Mapping[str, Any]) -> bool:
    """Return whether the message is the report of a training that came to its end."""
    return fits(message, REPORT)


def outcome_of(report: Mapping[str, Any]) -> TrainingOutcome | None:
    """Return the outcome in a report; None where nothing was kept."""
    message = report["outcome"]
    if message is None:
        return None
    named = {
        name: message[name]
        for name in ("articles", "spans", "seconds", "epochs", "in_use", "headline", "order")
    }
    whole, curve = message["all_labels"], message["curve"]
    return TrainingOutcome(
        folder=Path(message["folder"]) if message["folder"] else None,
        all_labels=_figures(whole) if whole else None,
        labels=tuple(map(_figures, message["labels"])),
        curve=_curve(curve) if curve else None,
        articles_held_out=tuple(
            HeldOutArticle(**_of(HeldOutArticle, one)) for one in message["articles_held_out"]
        ),
        notes=tuple(message["notes"]),
        **named,
    )


def _of(kind: Any, said: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of the dataclass that were said; a later program may say more."""
    return {name: said[name] for name in kind.__dataclass_fields__ if name in said}


def _figures(said: Mapping[str, Any]) -> LabelFigures:
    figures = {
        name: FigureInterval(**_of(FigureInterval, said[name])) for name in ("before", "after", "difference")
    }
    return LabelFigures(**{**_of(LabelFigures, said), **figures})


def _curve(said: Mapping[str, Any]) -> Curve:
    points = tuple(CurvePoint(**_of(CurvePoint, point)) for point in said["points"])
    return Curve(**{**_of(Curve, said), "points": points})
