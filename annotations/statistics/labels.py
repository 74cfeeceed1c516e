"""The fates of suggested spans: by label, by kind of origin, by origin; and what was corrected into what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from annotations.statistics.shapes import (
    CorrectedPair,
    CorrectionsPart,
    Fates,
    LabelFates,
    LabelsPart,
    OriginFates,
)
from annotations.statistics.spans import BOTH, DROPPED, FATES, RELABELLED, Spans


def labels_part(spans: Spans, kinds: Sequence[str]) -> LabelsPart:
    """Return the fates of the spans; `kinds`: that of each origin."""
    import numpy as np

    confirmed = np.bincount(spans.label[spans.confirmed], minlength=len(spans.labels)).tolist()
    counts = {label: count for label, count in zip(spans.labels, confirmed, strict=True) if count}
    by_label, by_kind, by_origin = (
        Counter[tuple[str, int]](),
        Counter[tuple[str, int]](),
        Counter[tuple[str, int]](),
    )
    total = Counter[tuple[str, int]]()
    for (_, said, origin, fate), count in spans.sorts.items():
        by_label[spans.labels[said], fate] += count
        by_kind[kinds[origin], fate] += count
        by_origin[spans.origins[origin], fate] += count
        total["", fate] += count
    kind = dict(zip(spans.origins, kinds, strict=True))
    made = _fates(by_label)
    return LabelsPart(
        tuple(
            sorted(
                (
                    LabelFates(label, counts.get(label, 0), made.get(label, Fates()))
                    for label in {*made, *counts}
                ),
                key=lambda one: (-one.fates.suggested, -one.count, one.label),
            )
        ),
        tuple(sorted((OriginFates(one, one, fates) for one, fates in _fates(by_kind).items()), key=_order)),
        tuple(
            sorted(
                (OriginFates(one, kind[one], fates) for one, fates in _fates(by_origin).items()), key=_order
            )
        ),
        _fates(total).get("", Fates()),
    )


def corrections_part(spans: Spans) -> CorrectionsPart:
    """Return the labels that were corrected into one another."""
    pairs = Counter[tuple[str, str]]()
    for (label, said, _, fate), count in spans.sorts.items():
        if fate in (RELABELLED, BOTH):
            pairs[spans.labels[said], spans.labels[label]] += count
    ordered = sorted(pairs.items(), key=lambda one: (-one[1], one[0]))
    return CorrectionsPart(tuple(CorrectedPair(*pair, count) for pair, count in ordered))


def _fates(counts: Mapping[tuple[str, int], int]) -> dict[str, Fates]:
    """Return the fates by name."""
    found: dict[str, dict[str, int]] = {}
    for (name, fate), count in counts.items():
        if fate != DROPPED:
            found.setdefault(name, {})[FATES[fate]] = count
    return {name: Fates(**said) for name, said in found.items()}


def _order(one: OriginFates) -> tuple[int, str]:
    return (-one.fates.suggested, one.origin)
