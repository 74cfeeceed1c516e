"""Processes that are measured: CPU and wall seconds, and the most memory that one held."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True)
class TakenStep:
    """What a step took: seconds of CPU and wall, the process's most memory in bytes, and what is to be said of it."""

    step: str
    cpu: float
    wall: float
    peak: int = 0
    said: str = ""

    def as_json(self) -> dict[str, object]:
        return asdict(self)


def command(step: str, *words: object) -> TakenStep:
    """Return what a command of Factmark's takes, the start of its process included.  RuntimeError when it fails."""
    taken, _ = _run(step, [sys.executable, str(ROOT / "main.py"), *map(str, words)])
    return taken


def steps(module: str, *words: object) -> Iterator[TakenStep]:
    """Yield the steps that a module measured in a process of its own and printed, each with that process's peak."""
    whole, lines = _run(module, [sys.executable, "-m", module, *map(str, words)])
    for line in lines:
        if line.startswith("{"):
            yield TakenStep(**(json.loads(line) | {"peak": whole.peak}))


def _run(step: str, words: list[str]) -> tuple[TakenStep, list[str]]:
    begun = time.perf_counter()
    process = subprocess.Popen(
        words, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **ONE_THREAD}
    )
    printed = process.stdout.read() if process.stdout else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{step} ended with {process.returncode}: {' '.join(words)}")
    wall, unit = time.perf_counter() - begun, 1 if sys.platform == "darwin" else 1024
    return TakenStep(step, used.ru_utime + used.ru_stime, wall, used.ru_maxrss * unit), printed.splitlines()
