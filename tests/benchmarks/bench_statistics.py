"""What the figures of 10,000 articles with 500,000 spans and 50,000 facts cost, part by part; and how that grows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.statistics.shapes import EVERYONE, Scope
from models.project import Project
from models.queries.statistics.gathering import gathered
from models.queries.statistics.overview import overview
from tests.benchmarks.figures import Cost, Figure, cost, costs, milliseconds, ratio
from tests.benchmarks.made_work import ARTICLES, made_work

OPENED, ALL = 1_000, 5_000  # milliseconds
GROWTH = 14  # times the cost of a tenth


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        tenth = made_work(Path(name) / "tenth", ARTICLES // 10)
        whole = made_work(Path(name) / "whole")
        many = f"{ARTICLES:,} articles"
        for annotator in ("anna", EVERYONE):
            scope = Scope(annotator)
            taken = costs(lambda scope=scope: overview(whole, scope), times=3)  # type: ignore[misc]
            yield milliseconds(
                f"statistics of {many}, {annotator}: the first figures", taken, most=OPENED, wall=True
            )
            yield from _parts(whole, scope, f"statistics of {many}, {annotator}")
        small, large = (
            cost(lambda project=project: list(gathered(project, Scope("anna")))) for project in (tenth, whole)
        )  # type: ignore[misc]
        yield ratio("statistics of ten times as much", large, small, most=GROWTH)
        tenth.close()
        whole.close()


def _parts(project: Project, scope: Scope, said: str) -> Iterator[Figure]:
    begun = last = time.perf_counter()
    for part in gathered(project, scope):
        now = time.perf_counter()
        yield milliseconds(f"{said}: {part.name}", [Cost(0, now - last)], most=ALL, wall=True)
        last = time.perf_counter()
    yield milliseconds(f"{said}: all parts", [Cost(0, last - begun)], most=ALL, wall=True)
