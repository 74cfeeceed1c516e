"""Measures what a large project costs at several sizes, and how that grows: `make million ARTICLES=10000,100000,1000000`.

The projects lie below a folder of their own, of about 4 kB an article with the file that is imported, and are removed at
the end unless `--keep`.  Markdown and JSON are written to build/.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import gettempdir

from tests.benchmarks.figures import calibration
from tests.million import made
from tests.million.fit import exponent, verdict
from tests.million.processes import ROOT, TakenStep, command, steps
from tests.million.within import PARTS, SEARCHES

SIZES = "10000,100000,1000000"
Results = dict[int, list[TakenStep]]
MB = 1_000_000


def main(words: list[str]) -> int:
    """Measure and write; 1 when something grows faster than FLAGGED."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", default=SIZES)
    parser.add_argument("--folder", type=Path, default=Path(gettempdir()) / "factmark-million")
    parser.add_argument("--out", type=Path, default=ROOT / "build")
    parser.add_argument("--keep", action="store_true")
    asked = parser.parse_args(words)
    results: Results = {}
    print(calibration())
    for size in map(int, asked.articles.split(",")):
        results[size] = []
        for taken in measured(asked.folder / str(size), size):
            results[size].append(taken)
            print(f"{size:>9,}  {taken.step:<52} {taken.cpu:10.3f} s CPU {taken.wall:10.3f} s", flush=True)
        if not asked.keep:
            shutil.rmtree(asked.folder / str(size))
        write(results, asked.out)
    table = markdown(results)
    print(f"\n{table}")
    return 1 if "OVER" in table else 0


def measured(folder: Path, size: int) -> Iterator[TakenStep]:
    """Make the file and the project, and yield what each step takes."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    file, project, out = folder / "articles.jsonl", folder / "project", folder / "out.jsonl"
    made.write(file, size)
    yield command("a command that does nothing", "formats")
    command("new", "new", project)
    yield command("import", "import", project, file)
    file.unlink()
    for name, line in SEARCHES.items():
        yield command(f"search: {name}", "search", project, line, "--annotator", "anna", "--limit", 20)
    yield command("export JSONL", "export", project, out, "--format", "jsonl", "--articles", "all")
    out.unlink()
    yield command("statistics", "stats", project, "--annotator", "anna")
    yield command(
        "check", "check", project
    )  # before what is learned is laid out by a statement, which no log tells of
    for part in PARTS:
        yield from steps("tests.million.within", part, project)
    yield from steps("tests.million.window", project)


def write(results: Results, folder: Path) -> None:
    """Write `million.md` and `million.json` of what is measured so far."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "million.md").write_text(markdown(results), "utf-8")
    said = {str(size): [taken.as_json() for taken in each] for size, each in results.items()}
    (folder / "million.json").write_text(json.dumps(said, indent=1), "utf-8")


def markdown(results: Results) -> str:
    """Return the table: CPU seconds by size, the exponent, wall seconds and most memory of the largest."""
    sizes = [*results]
    by_step = {taken.step: dict[int, TakenStep]() for each in results.values() for taken in each}
    for size, each in results.items():
        for taken in each:
            by_step[taken.step][size] = taken
    head = ["step, CPU seconds", *(f"{size:,}" for size in sizes), "exponent", "", "wall", "MB", ""]
    rows = [head, ["---"] * len(head), *(_row(step, found, sizes) for step, found in by_step.items())]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _row(step: str, found: dict[int, TakenStep], sizes: Sequence[int]) -> list[str]:
    costs = [f"{found[size].cpu:.3f}" if size in found else "" for size in sizes]
    power, last = exponent({size: taken.cpu for size, taken in found.items()}), found[max(found)]
    said = "" if power is None else f"{power:.2f}"
    peaks = _peaks(found[size] for size in sizes if size in found)
    return [step, *costs, said, verdict(power), f"{last.wall:.2f}", peaks, last.said]


def _peaks(taken: Iterable[TakenStep]) -> str:
    """Return the most memory at each size, in MB."""
    return ", ".join(f"{one.peak // MB:,}" for one in taken)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
