"""What a benchmark gives: figures, each beside its target; and how costs are taken.

CPU time is that of this process, printed beside the wall's: the machine is shared with others.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A row of the table."""

    name: str
    measured: str
    target: str
    ok: bool


@dataclass(frozen=True)
class Cost:
    """Seconds."""

    cpu: float
    wall: float

    def __str__(self) -> str:
        return f"{self.cpu:.2f} s CPU, {self.wall:.2f} s wall"


def cost(work: Callable[[], object]) -> Cost:
    """What one call costs, begun with a clean heap."""
    gc.collect()
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Cost(time.process_time() - cpu, time.perf_counter() - wall)


def costs(work: Callable[[], object], *, times: int = 5) -> list[Cost]:
    return [cost(work) for _ in range(times)]


def median(costs: Iterable[Cost]) -> Cost:
    each = list(costs)
    return Cost(statistics.median(c.cpu for c in each), statistics.median(c.wall for c in each))


def ratio(name: str, ours: Cost, bare: Cost, *, most: float) -> Figure:
    """Our cost against the bare one's; told by CPU time."""
    times = ours.cpu / bare.cpu
    said = f"{times:.2f} x ({ours}; bare {bare}: {ours.wall / bare.wall:.2f} x wall)"
    return Figure(name, said, f"<= {most:g} x", times <= most)


def milliseconds(name: str, costs: list[Cost], *, most: float, wall: bool = False) -> Figure:
    """The median and the worst, told by the median's CPU time, or by the wall's where waiting is the point."""
    each = [1000 * (c.wall if wall else c.cpu) for c in costs]
    middle, kind = statistics.median(each), "wall" if wall else "CPU"
    said = f"{middle:.2f} ms {kind}, worst of {len(each)} {max(each):.2f}"
    return Figure(name, said, f"<= {most:g} ms", middle <= most)


def thread_cost(*steps: Callable[[], object]) -> float:
    """Milliseconds of CPU that the steps take of this thread, which is the window's."""
    before = time.thread_time()
    for step in steps:
        step()
    return (time.thread_time() - before) * 1000


def thread_milliseconds(name: str, costs: list[float], *, most: float) -> Figure:
    """The median and the worst of what `thread_cost` gave, told by the median."""
    middle = statistics.median(costs)
    said = f"{middle:.1f} ms CPU, worst of {len(costs)} {max(costs):.1f}"
    return Figure(name, said, f"<= {most:g} ms", middle <= most)


def thread_ratio(name: str, ours: list[float], bare: list[float], *, most: float) -> Figure:
    """The medians of what `thread_cost` gave, one by the other."""
    middle, other = statistics.median(ours), statistics.median(bare)
    said = f"{middle / other:.2f} x ({middle:.1f} ms CPU, worst {max(ours):.1f}; {other:.1f})"
    return Figure(name, said, f"<= {most:g} x", middle <= most * other)


def calibration() -> str:
    """A loop of plain Python, for comparing machines."""
    taken = median(costs(lambda: sum(i * i for i in range(1_000_000)), times=3))
    return (
        f"calibration: a million squares take {1000 * taken.cpu:.0f} ms CPU, {1000 * taken.wall:.0f} ms wall"
    )
