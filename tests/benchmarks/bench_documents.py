"""What the import of a PDF of two thousand pages costs, by the command: seconds, memory, and how often progress is told."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.figures import Figure
from tests.printed import Line, column, printed

ROOT = Path(__file__).parents[2]
PAGES, WORDS = 2_000, 480
MOST_SECONDS, MOST_MEGABYTES = 60, 300
MEASURED = "import resource, sys, main; code = main.main(sys.argv[1:]); " + (
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, file=sys.stderr); sys.exit(code)"
)


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "long.pdf").write_bytes(printed(map(page, range(PAGES)), title="The harbour reports"))
        command("new", str(folder / "p"), "--schema", "blank")
        begun = time.perf_counter()
        done = command("import", str(folder / "p"), str(folder / "long.pdf"), "--progress")
        seconds, megabytes = time.perf_counter() - begun, int(done.stderr.split()[-1])
        told = [json.loads(line) for line in done.stdout.splitlines() if '"doing"' in line]
    said = f"{seconds:.1f} s wall, {1000 * seconds / PAGES:.1f} ms a page"
    yield Figure(f"import of a PDF of {PAGES:,} pages", said, f"<= {MOST_SECONDS} s", seconds <= MOST_SECONDS)
    yield Figure("… its memory", f"{megabytes} MB", f"<= {MOST_MEGABYTES} MB", megabytes <= MOST_MEGABYTES)
    most = max(one["of"] for one in told)
    yield Figure("… its progress", f"told {len(told)} times, of {most:,}", ">= 20 times", len(told) >= 20)


def command(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of ours in a process; its highest memory in MB is the last word on stderr."""
    return subprocess.run(
        [sys.executable, "-c", MEASURED, *words], cwd=ROOT, capture_output=True, text=True, check=True
    )


def page(number: int) -> Iterator[Line]:
    words = " ".join(path.read_text("utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))[:3]).split()
    said = [words[(number * 487 + n) % len(words)] for n in range(WORDS)]
    text = "\n".join(" ".join(said[n : n + 80]) for n in range(0, WORDS, 80))
    yield Line(72, 40, "The Harbour Report 2024", 8)
    yield from column(
        text.encode("cp1252", "replace").decode("cp1252"), x=72, y=80, wide=450, size=11, indent=15
    )
    yield Line(290, 810, str(number + 1), 8)
