"""The progress of a training: a line of JSON an epoch for the window, else a line to read on stderr."""

from __future__ import annotations

import json
import math

from annotations.learn.shapes import EpochReport
from ui.terminal import complain, say

STAGES = {"first": "epoch", "curve": "curve", "all": "once more, epoch"}


class EpochLines:
    """Tells of each epoch as it ends."""

    def __init__(self, as_json: bool) -> None:
        self._json = as_json

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
