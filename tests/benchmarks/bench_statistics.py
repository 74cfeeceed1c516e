"""The figures of 10,000 articles with 500,000 spans and 50,000 facts: what each part costs, and how that grows."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from annotations.statistics.shapes import EVERYONE, Scope
from models.project import Project
from models.queries.statistics.gathering import gathered
from models.queries.statistics.overview import overview
from tests.benchmarks.figures import Cost, Figure, cost, costs, milliseconds, ratio
from tests.benchmarks.made_work import ARTICLES, made_work

OPENED, ALL = 1_000, 5_000  # milliseconds
GROWTH = 14  # times the cost of a tenth, whose pages all stay in memory


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        whole = made_work(Path(name) / "whole")
        for annotator in ("anna", EVERYONE):
            said, scope = f"statistics of {ARTICLES:,} articles, {annotator}", Scope(annotator)
            taken = costs(partial(overview, whole, scope), times=3)
            yield milliseconds(f"{said}: the first figures", taken, most=OPENED)
            yield from _parts(whole, scope, said)
        tenth = made_work(Path(name) / "tenth", ARTICLES // 10)
        small, large = (cost(partial(_all, project)) for project in (tenth, whole))
        yield ratio("statistics of ten times as many articles", large, small, most=GROWTH)
        tenth.close()
        whole.close()


def _all(project: Project) -> None:
    for _ in gathered(project, Scope("anna")):
        continue


def _parts(project: Project, scope: Scope, said: str) -> Iterator[Figure]:
    """Yield the cost of each part, that of reading with the first."""
    taken, parts = list[Cost](), gathered(project, scope)
    while True:
        cpu, wall = time.process_time(), time.perf_counter()
        part = next(parts, None)
        taken.append(Cost(time.process_time() - cpu, time.perf_counter() - wall))
        if part is None:
            break
        yield milliseconds(f"{said}: {part.name}", taken[-1:], most=ALL)
    yield milliseconds(
        f"{said}: all parts", [Cost(sum(c.cpu for c in taken), sum(c.wall for c in taken))], most=ALL
    )
