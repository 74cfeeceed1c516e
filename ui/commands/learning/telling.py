"""The progress of a training: a line of JSON an epoch for the window, else a line to read on stderr."""

from __future__ import annotations

import json
import math

from annotations.learn.recipe import estimate
from annotations.learn.shapes import EpochReport
from annotations.learn.task import LearningTask
from ui.terminal import complain, say

STAGES = {"first": "epoch", "curve": "curve", "all": "on all articles, epoch"}


class EpochLines:
    """Tells of each epoch as it ends."""

    def __init__(self, as_json: bool) -> None:
        self._json = as_json

    def begin(self, task: LearningTask) -> None:
        """Tell a person what is begun; the window has told it before."""
        if not self._json:
            told, wish = task.told, task.wish
            seconds = estimate([*task.train, *task.held_out], wish)
            complain(
                f"Learning {len(wish.labels):,} labels from {told.finished:,} finished and {told.started:,} started "
                f"articles; {told.held_out:,} are held out. It begins with {wish.parent} and takes about {seconds:.0f} s."
            )

    def tell(self, report: EpochReport) -> None:
        """Tell of an epoch."""
        if self._json:
            fields = report.as_json()
            say(json.dumps(fields | {"loss": fields["loss"] if math.isfinite(report.loss) else 0.0}))
            return
        stage = STAGES.get(report.stage, report.stage)
        complain(
            f"{stage} {report.epoch} of {report.of}: F {100 * report.f:.1f}, loss {report.loss:,.0f}, "
            f"{report.seconds:.0f} s, about {report.left:.0f} s left"
        )
