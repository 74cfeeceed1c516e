"""Words of a trained pipeline about itself: what its `meta.json` says under `factmark`."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from annotations.learn.saving import digests
from annotations.learn.shapes import NOTHING, LabelFigures
from annotations.learn.task import LearningTask
from annotations.learn.teaching import NewPipeline
from annotations.suggest.pipelines.second_opinion import MAPPED, PARENTS


def told(
    task: LearningTask, made: NewPipeline, split: str, inherited: Collection[str], parents: Collection[str]
) -> dict[str, Any]:
    """Return what is written: data, parent, figures with intervals, calibration, order of wordings.

    `split`: the name of the split whose test side was held out; `inherited`: digests of the articles that trained the
    parent; `parents`: the names of the parent and of its own, which cannot give a second opinion.
    """
    outcome, wish = made.outcome, task.wish
    parent = (made.nlp.meta.get("factmark") or {}).get(
        "parent"
    )  # None where nothing of it could be taken over
    said: dict[str, Any] = {
        "labels": list(wish.labels),
        "articles": outcome.articles,
        "spans": outcome.spans,
        "spans_by_label": {label: made.spans[label] for label in wish.labels},
        "seed": wish.seed,
        "parent": wish.parent if parent else NOTHING,
        "parent_sha256": wish.parent_hash if parent else "",
        PARENTS: sorted(parents) if parent else [],
        MAPPED: {one.label: one.mapped_from for one in outcome.labels if one.mapped_from},
        "split": split,
        "trained_on": sorted({*(inherited if parent else ()), *digests(lesson.id for lesson in task.train)}),
        "order": outcome.order,
        "headline": outcome.headline,
        "notes": list(outcome.notes),
        "figures": list(_figures(outcome.labels, outcome.all_labels)),
    }
    return said | ({"calibration": list(outcome.calibration)} if outcome.calibration else {})


def _figures(labels: Collection[LabelFigures], every: LabelFigures | None) -> Iterator[dict[str, Any]]:
    for one in (*labels, every) if every else ():
        if one.held_out:
            yield {
                "label": one.label,
                "trained": one.trained,
                "held_out": one.held_out,
                "found": one.found_after,
                "right": one.right_after,
                "f": one.after.value,
                "f_low": one.after.low,
                "f_high": one.after.high,
            }
