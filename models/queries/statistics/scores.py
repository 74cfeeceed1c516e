"""Whether scores are honest: the decided suggestions that have one, by kind of origin."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.statistics.calibration import reliabilities
from annotations.statistics.shapes import ReliabilityPart
from models.queries.statistics.labels import kinds_of
from models.queries.statistics.spans import TAKEN, Spans


def reliability_part(spans: Spans, people: Iterable[str]) -> ReliabilityPart:
    """Return the reliability of scores; right is a suggestion that was taken as it stood."""
    import numpy as np

    of_origin = kinds_of(spans, people)
    kinds = sorted(set(of_origin))
    scored = spans.of_suggestions & (spans.score >= 0)
    if not scored.any():
        return ReliabilityPart(unscored=int(spans.of_suggestions.sum()))
    kind = np.array([kinds.index(one) for one in of_origin], dtype=np.int64)[spans.origin[scored]]
    found = reliabilities(
        kinds, kind, spans.article[scored], spans.score[scored], spans.fate[scored] == TAKEN
    )
    return ReliabilityPart(tuple(found), int(spans.of_suggestions.sum() - scored.sum()))
