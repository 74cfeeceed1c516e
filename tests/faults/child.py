"""A process in which an operation is done while a fault waits for it, and what is heard of it."""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from annotations.errors import UserError
from models.store import database
from tests.faults import shim
from tests.faults.kinds import OWN, SHIM, YEAR, Kind
from tests.faults.operations import Operation, Step, Work
from tests.faults.own_steps import OwnSteps
from tests.killing import KILLED

PATIENCE = 0.1  # seconds for which an operation of these tests waits for a lock
MOVED, TWIN = "moved.db", "twin.db"  # the database, once it is gone; what comes in its place
AGAIN = "open it again"  # what a project on a disk that was full at its opening asks for
Tell = Callable[[str, object], None]


@dataclass
class Outcome:
    """What was heard of the process, in order; `hit` is the step that failed, `before` what was done by then.

    `late`: how many steps were done that began to write to a database when it had been moved.
    """

    done: int = 0
    before: int = 0
    late: int = 0
    is_late: bool | None = None
    hit: str = ""
    refused: list[str] = field(default_factory=list)
    escaped: str = ""
    died: bool = False
    steps: list[str] = field(default_factory=list)  # when all were only counted

    def hear(self, line: str) -> None:
        if line.startswith("hit "):
            self.steps.append(line.split()[2])
            self.hit, self.before = self.hit or line.removeprefix("hit "), self.done
            return
        if line.startswith("log "):
            self.is_late = bool(self.hit) if self.is_late is None else self.is_late
            return
        what, said = json.loads(line)
        self.done += what == "done"
        if what == "done":
            self.late += bool(self.is_late)
            self.is_late = None
        self.refused += [said] if what == "refused" else []
        self.escaped += said if what == "escaped" else ""


def suffered(
    operation: Operation,
    place: Path,
    kind: Kind | None,
    at: int,
    *,
    relieve: Callable[[], None] = lambda: None,
) -> Outcome:
    """Do the operation in a process of its own; `relieve` ends a fault that comes from outside.

    Without a kind the steps are counted by the shim; so are our own, when `at` is 0.
    """
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        _live(operation, place, kind, at, theirs, relieve)
    os.close(theirs)
    outcome = Outcome()
    with os.fdopen(ours, encoding="utf-8", errors="surrogateescape") as heard:
        for line in heard:
            outcome.hear(line)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    outcome.died = code == KILLED
    if code not in (0, KILLED):
        outcome.escaped += f"it ended with {code}"
    return outcome


def _live(
    operation: Operation, place: Path, kind: Kind | None, at: int, report: int, relieve: Callable[[], None]
) -> None:
    def tell(what: str, said: object) -> None:
        os.write(report, (json.dumps([what, said]) + "\n").encode())

    try:
        database.BUSY = PATIENCE  # type: ignore[assignment]
        ease = _armed(place, kind, at, report)
        _do(operation.steps, Work(place), tell, (ease, relieve) if kind and kind.again else None)
    finally:
        if sys.exc_info()[0]:
            tell("escaped", traceback.format_exc())
        os._exit(0)


def _armed(place: Path, kind: Kind | None, at: int, report: int) -> Callable[[], None]:
    """Have the fault wait; return what ends it."""
    if kind is None:
        shim.arm(place, shim.Mode.COUNT, report=report)
    elif kind.by == SHIM:
        current = place / "p" / "project.db"
        one, other = (current, place / MOVED) if kind.name == "gone" else (place / TWIN, current)
        shim.will_move(one, other)
        shim.will_set_back(YEAR)
        shim.arm(place, kind.mode, at=at, error=kind.error, report=report)
        return shim.disarm
    elif kind.by == OWN:
        own = OwnSteps(place, at=at, error=kind.error, hit=lambda line: _write(report, line))
        return own.stop
    return lambda: None


def _write(report: int, line: str) -> None:
    os.write(report, line.encode())


def _do(
    steps: tuple[Step, ...], work: Work, tell: Tell, ending: tuple[Callable[[], None], ...] | None
) -> None:
    for step in steps:
        try:
            step(work)
        except UserError as error:
            tell("refused", str(error))
            if ending is None:
                break
            for end in ending:
                end()
            if AGAIN in str(error):
                work.close()  # it opened for reading, and says so
            step(work)  # there is nothing in its way any more
        tell("done", None)
    work.close()
