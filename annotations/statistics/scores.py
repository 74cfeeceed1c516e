"""The honesty of scores: the decided suggestions that have one, by kind of origin."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.statistics.calibration import reliabilities
from annotations.statistics.shapes import ReliabilityPart
from annotations.statistics.spans import TAKEN, Spans


def reliability_part(spans: Spans, of_origin: Sequence[str]) -> ReliabilityPart:
    """Return the reliability of scores; right is a suggestion that was taken as it stood.

    `of_origin`: the kind of each origin.
    """
    import numpy as np

    kinds = sorted(set(of_origin))
    scored = spans.of_suggestions & (spans.score >= 0)
    if not scored.any():
        return ReliabilityPart(unscored=int(spans.of_suggestions.sum()))
    kind = np.array([kinds.index(one) for one in of_origin], dtype=np.int64)[spans.origin[scored]]
    found = reliabilities(
        kinds, kind, spans.article[scored], spans.score[scored], spans.fate[scored] == TAKEN
    )
    return ReliabilityPart(tuple(found), int(spans.of_suggestions.sum() - scored.sum()))
