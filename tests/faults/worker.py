"""One process that tries faults, with the shim preloaded where there is one; `run` starts one on each core.

It prints a line of JSON for each operation and kind: how many points there are, how many were tried, what was wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from typer import main as typer_main

from tests.faults.kinds import KINDS, Kind
from tests.faults.operations import OPERATIONS
from tests.faults.points import Trials

MEMORY = Path("/dev/shm")  # a flush costs nothing there


def chosen(points: list[int], few: int, chance: random.Random) -> list[int]:
    """Return so many of the points; all of them for 0."""
    return points if not few or few >= len(points) else sorted(chance.sample(points, few))


def try_all(trials: Trials, kind: Kind, points: list[int]) -> dict[str, object]:
    name = trials.operation.name
    row = {"operation": name, "kind": kind.name, "tried": 0, "hit": 0, "killed": 0, "refused": 0, "done": 0}
    found = []
    for at in points:
        outcome, said = trials.tried(kind, at)
        row["tried"] += 1
        row["hit"] += bool(outcome.hit)
        row["killed"] += outcome.died
        row["refused"] += bool(outcome.refused)
        row["done"] += not outcome.refused and not outcome.died
        where = f"{name}:{kind.name}:{at}"
        found += [{"at": where, "step": outcome.hit, "said": one, "refused": outcome.refused} for one in said]
    return {**row, "wrong": found}


def main(words: list[str]) -> int:
    asked = argparse.ArgumentParser()
    asked.add_argument("--share", default="0/1")
    asked.add_argument("--few", type=int, default=0)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--kinds", type=int, default=len(KINDS))
    asked.add_argument("--only", nargs="*", default=[])
    options = asked.parse_args(words)
    typer_main.get_command = cache(
        typer_main.get_command
    )  # making all commands' words anew is half of a trial
    share, of = map(int, options.share.split("/"))
    wanted = [tuple(one.split(":")) for one in options.only]
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        os.environ["FACTMARK_CONFIG"] = str(Path(folder) / "config")
        for name in OPERATIONS:
            if wanted and name not in {one[0] for one in wanted}:
                continue
            trials = Trials(name, Path(folder))
            some = random.Random(f"{options.seed} {name}").sample(list(KINDS), options.kinds)
            for kind in (kind for kind in KINDS.values() if kind.name in some):
                mine = [one[1:] for one in wanted if one[0] == name and one[1:2] in ((), (kind.name,))]
                if wanted and not mine:
                    continue
                points = trials.points(kind)
                chance = random.Random(f"{options.seed} {name} {kind.name}")
                picked = [int(one[1]) for one in mine if len(one) > 1] or chosen(points, options.few, chance)
                row = try_all(trials, kind, picked[share::of])
                print(json.dumps({**row, "points": len(points)}), flush=True)
            trials.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
