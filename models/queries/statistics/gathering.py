"""All parts of the statistics, in steps: the quick ones first."""

from __future__ import annotations

from collections.abc import Iterator

from annotations.statistics.shapes import Scope, StatisticsPart
from models.queries.statistics.counted_work import HasWork, lay_out
from models.queries.statistics.labels import corrections, labels


def gathered(of: HasWork, scope: Scope) -> Iterator[StatisticsPart]:
    """Yield the parts, each once, as they are counted.  UserError of a machine, or when a day is none."""
    lay_out(of.db, scope)
    yield labels(of.db)
    yield corrections(of.db)
