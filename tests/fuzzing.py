"""The fuzzer of bytes: mutated files for every reader, each read in a process with a limit of memory and time.

`python -m tests.fuzzing` changes 10,000 files and 2,000 databases; what breaks a promise is printed with its trade, number
and seed, and its input kept below build/fuzz.  `--only TRADE --first N --files 1` does one of them again.
"""

from __future__ import annotations

import argparse
import faulthandler
import logging
import os
import resource
import shutil
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

os.environ |= {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "OPENBLAS_NUM_THREADS": "1",
    "QT_QPA_PLATFORM": "offscreen",
}

from tests.fuzz.trades import DATABASES, TRADES, Fault, Materials, trade

KEPT = Path(__file__).parents[1] / "build" / "fuzz"
MEGABYTES, SECONDS = 500, 20  # above the process as it was before the file; of its own time
PATIENCE = 180  # seconds of the wall's clock after which a process that does nothing is given up
LIVES = 150  # files that a process reads before another takes its place
SCRATCH = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None

Case = tuple[str, int]  # trade and number


@dataclass
class Told:
    """The outcome of a case: a fault, or ""; kinds of errors that only the door of readers caught."""

    case: Case
    name: str = ""
    fault: str = ""
    seconds: float = 0.0
    megabytes: int = 0
    unforeseen: list[str] = field(default_factory=list)


def cases(files: int, databases: int, only: str, first: int) -> Iterator[Case]:
    """Yield the cases in their order: each trade with its share of the files, then the databases."""
    whole = sum(share for _, share in TRADES.values())
    for name, (_, share) in TRADES.items():
        count = files if only == name else 0 if only else round(files * share / whole)
        yield from ((name, number) for number in range(first, first + count))
    yield from ((DATABASES, number) for number in range(first, first + databases) if only in ("", DATABASES))


class Unforeseen(logging.Handler):
    """Collects the kinds of errors that the log is told of."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.kinds: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1]:
            frame = traceback.extract_tb(record.exc_info[2])[-1]
            place = f"{Path(frame.filename).name}:{frame.lineno}"
            self.kinds.append(f"{type(record.exc_info[1]).__name__} at {place}")


def _status(name: str) -> int:
    """Return a line of /proc/self/status, in kilobytes."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:"))


def _limit() -> None:
    """Let the process have so much memory more than it has now, and so many seconds more than it has used."""
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (_status("VmSize") * 1024 + MEGABYTES * 2**20, hard))
    used, most = resource.getrusage(resource.RUSAGE_SELF), resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + SECONDS + 1, most))


def look(
    given: Materials, case: Case, seed: int, folder: Path, seen: Unforeseen, *, limited: bool = True
) -> Told:
    """Make the case's input in the folder, and hand it over."""
    told, inputs = Told(case), folder / "in"
    inputs.mkdir(parents=True)
    told.name, run = trade(case[0])(given, Random(f"{seed} {case[0]} {case[1]}"), inputs)
    if limited:
        Path("/proc/self/clear_refs").write_text("5")  # forgets the peak
        _limit()
    before, begun = _status("VmRSS"), time.process_time()
    seen.kinds.clear()
    try:
        run()
    except Fault as fault:
        told.fault = str(fault)
    except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
        told.fault = traceback.format_exc(limit=-8)
    told.seconds, told.megabytes = (
        time.process_time() - begun,
        (_status("VmHWM") - before) // 1024 if limited else 0,
    )
    told.unforeseen = list(seen.kinds)
    if told.megabytes > MEGABYTES or told.seconds > SECONDS:
        told.fault = told.fault or f"it took {told.megabytes} MB and {told.seconds:.1f} s"
    return told


def _serve(given: Materials, seed: int, root: Path, pipe: Connection) -> None:
    """Take cases until none comes."""
    os.environ["FACTMARK_CONFIG"] = str(root / f"config-{os.getpid()}")
    faulthandler.disable()
    seen = Unforeseen()
    logging.getLogger().addHandler(seen)
    while (case := pipe.recv()) is not None:
        folder = root / f"{case[0]}-{case[1]}"
        told = look(given, case, seed, folder, seen)
        if told.fault:
            _keep(folder)
        shutil.rmtree(folder, ignore_errors=True)
        pipe.send(told)
    os._exit(0)


def _keep(folder: Path) -> None:
    """Keep the inputs of a case."""
    shutil.rmtree(KEPT / folder.name, ignore_errors=True)
    shutil.copytree(folder / "in", KEPT / folder.name)


class Reader:
    """A process that reads files, replaced when it ends or has read many."""

    def __init__(self, given: Materials, seed: int, root: Path) -> None:
        self._given, self._seed, self._root = given, seed, root
        self.case: Case | None = None
        self._begin()

    def _begin(self) -> None:
        context = get_context("fork")
        self.pipe, other = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(self._given, self._seed, self._root, other), daemon=True
        )
        self._process.start()
        other.close()
        self._read = 0

    def take(self, case: Case) -> None:
        if self._read >= LIVES:
            self.end()
            self._begin()
        self.case, self._since, self._read = case, time.monotonic(), self._read + 1
        self.pipe.send(case)

    def end(self) -> None:
        self.pipe.send(None)
        self._process.join()

    @property
    def is_late(self) -> bool:
        return self.case is not None and time.monotonic() - self._since > PATIENCE

    def told(self) -> Told:
        """Return what the process told of its case, or why it ended without a word."""
        assert self.case is not None
        try:
            if self.is_late:
                self._process.kill()
            told: Told = self.pipe.recv()
        except EOFError:
            self._process.join()
            code = self._process.exitcode or 0
            why = {
                -signal.SIGXCPU: f"it takes more than {SECONDS} s",
                -signal.SIGKILL: f"it hangs for {PATIENCE} s",
            }
            told = Told(self.case, fault=why.get(code, f"the process died with {code}"))
            folder = self._root / f"{self.case[0]}-{self.case[1]}"
            _keep(folder)
            shutil.rmtree(folder, ignore_errors=True)
            self._begin()
        self.case = None
        return told


def fuzz(wanted: Iterator[Case], seed: int, processes: int, root: Path) -> Iterator[Told]:
    """Yield the outcome of each case, in the order in which they end."""
    given = Materials.made(root)
    readers = [Reader(given, seed, root) for _ in range(processes)]
    for reader, case in zip(readers, wanted, strict=False):
        reader.take(case)
    while busy := {reader.pipe: reader for reader in readers if reader.case}:
        ready = wait([*busy], timeout=5) or [pipe for pipe, reader in busy.items() if reader.is_late]
        for pipe in ready:
            reader = busy[pipe]
            yield reader.told()
            if (case := next(wanted, None)) is not None:
                reader.take(case)
    for reader in readers:
        reader.end()


def main() -> int:
    """0 when nothing broke a promise."""
    asked = argparse.ArgumentParser(prog="python -m tests.fuzzing", description=__doc__)
    asked.add_argument("--files", type=int, default=10_000)
    asked.add_argument("--databases", type=int, default=2_000)
    asked.add_argument("--seed", type=int, default=13)
    asked.add_argument("--only", default="", choices=["", *TRADES, DATABASES])
    asked.add_argument("--first", type=int, default=0)
    asked.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    words, begun = asked.parse_args(), time.monotonic()
    counts, unforeseen, faults = Counter[str](), Counter[str](), 0
    most, longest = 0, 0.0
    wanted = cases(words.files, words.databases, words.only, words.first)
    KEPT.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=SCRATCH, prefix="factmark-fuzz-") as root:
        os.environ["FACTMARK_CONFIG"] = str(Path(root) / "config")
        for told in fuzz(wanted, words.seed, words.processes, Path(root)):
            counts[f"{told.case[0]}: {told.name}"] += 1
            unforeseen.update(told.unforeseen)
            most, longest = max(most, told.megabytes), max(longest, told.seconds)
            if told.fault:
                faults += 1
                where = KEPT / f"{told.case[0]}-{told.case[1]}"
                print(
                    f"\n{told.case[0]} {told.case[1]} ({told.name}), seed {words.seed}, kept in {where}:\n{told.fault}",
                    flush=True,
                )
    print("\n".join(f"{count:6,}  {name}" for name, count in sorted(counts.items())))
    print(f"Errors that only the door of readers caught: {unforeseen.total():,}, of {len(unforeseen)} kinds.")
    print("\n".join(f"{count:6,}  {kind}" for kind, count in unforeseen.most_common()))
    took = time.monotonic() - begun
    print(
        f"{counts.total():,} files in {took / 60:.1f} minutes, at most {most} MB and {longest:.1f} s: {faults} broke a promise."
    )
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
