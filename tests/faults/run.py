"""The long form: every step of every operation fails, in every way.  `python -m tests.faults.run`, or `make faults`.

`--few N` tries N points of each kind only; `--only edit:kill:17` repeats one point, `--only edit` an operation.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.faults import shim
from tests.faults.kinds import KINDS
from tests.faults.operations import OPERATIONS

ROOT = Path(__file__).parents[2]
SHOWN = 40  # sorts of faults that are told
MOST_NAMED = 12  # points of each sort
COUNTS = ("points", "tried", "hit", "killed", "refused", "done")
Row = dict[str, Any]


def rows(words: list[str], *, cores: int) -> list[Row]:
    """Try the faults in as many processes; return their rows."""
    with TemporaryDirectory() as folder:
        library = "" if shim.missing() else str(shim.compiled(Path(folder)))
        environment = {**os.environ, "LD_PRELOAD": library} if library else {**os.environ}
        command = [sys.executable, "-m", "tests.faults.worker", *words]
        workers = [
            subprocess.Popen(
                [*command, "--share", f"{n}/{cores}"],
                stdout=subprocess.PIPE,
                text=True,
                cwd=ROOT,
                env=environment,
            )
            for n in range(cores)
        ]
        found = [json.loads(line) for worker in workers for line in worker.communicate()[0].splitlines()]
        if any(worker.returncode for worker in workers):
            raise SystemExit("A worker did not come to its end.")
        return found


def summed(found: list[Row]) -> list[Row]:
    """Return a row for each operation and kind, of all processes."""
    made: dict[tuple[str, str], Row] = {}
    for row in found:
        key = (row["operation"], row["kind"])
        same = made.setdefault(key, {**row, **dict.fromkeys(COUNTS, 0), "wrong": []})
        for name in COUNTS:
            same[name] = row[name] if name == "points" else same[name] + row[name]
        same["wrong"] += row["wrong"]
    return list(made.values())


def table(found: list[Row]) -> str:
    """Return the counts: a line for each kind, a column for each operation, and the sums."""
    names = [name for name in OPERATIONS if any(row["operation"] == name for row in found)]
    head = ["tried of points", *names, "all", "wrong"]
    lines = []
    for kind in KINDS:
        mine = {row["operation"]: row for row in found if row["kind"] == kind}
        if not mine:
            continue
        cells = [f"{mine[name]['tried']}/{mine[name]['points']}" if name in mine else "" for name in names]
        tried, wrong = (
            sum(row["tried"] for row in mine.values()),
            sum(len(row["wrong"]) for row in mine.values()),
        )
        lines.append([kind, *cells, str(tried), str(wrong)])
    widths = [max(len(line[n]) for line in [head, *lines]) for n in range(len(head))]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True))
        for line in [head, *lines]
    )


def report(found: list[Row]) -> int:
    """Print table, sums and what was wrong; return the exit code."""
    print(table(found))
    total = Counter({name: sum(row[name] for row in found) for name in COUNTS})
    print(
        f"{total['tried']:,} faults in all: {total['killed']:,} processes killed, {total['refused']:,} refused "
        f"with a sentence, {total['done']:,} done in spite of it."
    )
    if sentence := shim.missing():
        print(sentence)
    if any(row["kind"].startswith("disk") and not row["points"] for row in found):
        print("No small disk can be mounted here, so none was filled.")
    wrong = [one for row in found for one in row["wrong"]]
    for many in list(_alike(wrong).values())[:SHOWN]:
        first = many[0]
        print(f"\npython -m tests.faults.run --only {first['at']}   # {first['step'].strip()}")
        print(f"  {first['said']}", *(f"  said: {said}" for said in first["refused"]), sep="\n")
        if len(many) > 1:
            print(f"  and {len(many) - 1} more: {' '.join(one['at'] for one in many[1:MOST_NAMED])}")
    if wrong:
        print(f"\n{len(wrong):,} wrong.")
    return 1 if wrong else 0


def _alike(wrong: list[Row]) -> dict[str, list[Row]]:
    """Return what was wrong by what was said of it, random names and times left out."""
    made: dict[str, list[Row]] = {}
    for one in wrong:
        said = re.sub(r"/\S+/at/|\.factmark-\w+|[0-9a-f]{8}\.part|\d{8}-\d{6}", "", one["said"])
        made.setdefault(f"{one['at'].split(':')[1]} {said}", []).append(one)
    return made


def main(words: list[str]) -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--few", type=int, default=0)
    asked.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    asked.add_argument("--cores", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--only", nargs="*", default=[])
    options = asked.parse_args(words)
    print(f"seed {options.seed}", flush=True)
    passed = ["--few", str(options.few), "--seed", str(options.seed), "--only", *options.only]
    return report(summed(rows(passed, cores=options.cores)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
