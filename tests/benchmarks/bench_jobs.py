"""What a second process makes of `suggest`: wall time, which wants two idle cores, and the CPU time that both ways take.

The CPU time in all, halved, is the least that two cores can take: it tells the ratio also on a machine that is busy.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Cost, Figure
from tests.ui.commands.commands import ROOT
from tests.ui.commands.suggesting.parts import made

ARTICLES = 8_000  # of fewer, the start of the processes is a good part
LEAST = 1.8  # times as fast


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as place:
        folder = made(Path(place) / "p", ARTICLES, "en_news")
        one, two = (_run(folder, Path(place) / str(jobs), jobs) for jobs in (1, 2))
    load = os.getloadavg()[0]
    wall, could = one.wall / two.wall, one.cpu / (two.cpu / 2)
    said = f"{wall:.2f} x (one {one}; two {two}; load {load:.1f})"
    yield Figure(
        "suggest --jobs 2: wall", said, f">= {LEAST} x on two idle cores", wall >= LEAST or load > 2.5
    )
    yield Figure("suggest --jobs 2: by CPU time", f"{could:.2f} x", f">= {LEAST} x", could >= LEAST)


def _run(folder: Path, copy: Path, jobs: int) -> Cost:
    """Return what a run costs, with all its processes."""
    shutil.copytree(folder, copy)
    words = [sys.executable, "main.py", "suggest", str(copy), "--what", "all", "--jobs", str(jobs), "--json"]
    env = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    before, since = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(words, cwd=ROOT, env=env, check=True, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - since, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)
