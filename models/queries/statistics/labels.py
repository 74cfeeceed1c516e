"""What became of suggested spans: by label, by kind of origin, by origin; and what was corrected into what."""

from __future__ import annotations

from collections import defaultdict

from annotations.statistics.shapes import (
    CorrectedPair,
    CorrectionsPart,
    Fates,
    LabelFates,
    LabelsPart,
    OriginFates,
)
from models.queries.filters import kind_of
from models.queries.people import people
from models.store.database import HasRows

COUNTED = ("taken", "relabelled", "bounds", "both", "rejected", "by_hand", "imported")
FATES = "SELECT said, origin, fate, count(*) FROM temp.counted_span GROUP BY 1, 2, 3"
CONFIRMED = "SELECT label, count(*) FROM temp.counted_span WHERE confirmed GROUP BY label"
PAIRS = (
    "SELECT said, label, count(*) FROM temp.counted_span WHERE fate IN ('relabelled', 'both') "
    "GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2"
)


def labels(rows: HasRows) -> LabelsPart:
    """Return the fates of the spans that are laid out."""
    by_label, by_kind, by_origin = (defaultdict[str, list[tuple[str, int]]](list) for _ in range(3))
    total = []
    names = {*people(rows), *(name for (name,) in rows.rows("SELECT annotator FROM temp.counted_who"))}
    for said, origin, fate, count in rows.rows(FATES):
        for found, key in ((by_label, said), (by_kind, kind_of(origin, names)), (by_origin, origin)):
            found[key].append((fate, count))
        total.append((fate, count))
    counts: dict[str, int] = dict(rows.rows(CONFIRMED))
    made = [
        LabelFates(label, counts.get(label, 0), _fates(by_label[label])) for label in {*by_label, *counts}
    ]
    origins = [
        OriginFates(origin, kind_of(origin, names), _fates(said)) for origin, said in by_origin.items()
    ]
    kinds = [OriginFates(kind, kind, _fates(said)) for kind, said in by_kind.items()]
    return LabelsPart(
        tuple(sorted(made, key=lambda one: (-one.fates.suggested, -one.count, one.label))),
        tuple(sorted(kinds, key=_first_most)),
        tuple(sorted(origins, key=_first_most)),
        _fates(total),
    )


def corrections(rows: HasRows) -> CorrectionsPart:
    """Return the labels that were corrected into one another."""
    return CorrectionsPart(tuple(CorrectedPair(*row) for row in rows.rows(PAIRS)))


def _fates(said: list[tuple[str, int]]) -> Fates:
    counts = dict.fromkeys(COUNTED, 0)
    for fate, count in said:
        if fate in counts:
            counts[fate] += count
    return Fates(**counts)


def _first_most(one: OriginFates) -> tuple[int, str]:
    return (-one.fates.suggested, one.origin)
