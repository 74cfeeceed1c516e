"""The verdict on what a fault has left: the project is whole, nothing acknowledged is missing, nothing is said that is not so."""

from __future__ import annotations

import os
from pathlib import Path

from annotations import errors
from annotations.errors import UserError
from models.store import backup
from models.store.database import UNSURE
from tests.faults.child import MOVED, Outcome
from tests.faults.kinds import MOVED as IS_MOVED
from tests.faults.kinds import Kind
from tests.faults.looks import Seen, differing, litter, seen, unwhole
from tests.faults.operations import Operation

IN_PLACE = ("is written, whole", "New are: ", UNSURE)  # in a sentence that says what was done in spite of it
WATCHED = hasattr(errors, "Gone")  # the project notices that its file is gone
PROJECT = ("articles", "texts", "labels", "pools", "sets")  # of what is seen, what lies in the database


def wrong(operation: Operation, kind: Kind, states: list[Seen], outcome: Outcome, place: Path) -> list[str]:
    """Return what is wrong after the fault; `states` are those before the first and after each step."""
    if outcome.escaped:
        return [f"no sentence, but: {outcome.escaped.strip().splitlines()[-1]} ({_where(outcome.escaped)})"]
    if kind.judged == IS_MOVED:
        return _after_move(kind, states, outcome, place)
    last = len(states) - 1
    if kind.again and outcome.done < last:
        return [f"it was refused again: {outcome.refused}"]
    if not outcome.died and not outcome.refused and outcome.done < last:
        return ["it ended before it was done, and said nothing"]
    is_unsure = outcome.died or any(word in said for said in outcome.refused for word in IN_PLACE)
    most = outcome.done + 1 if is_unsure and not kind.again else outcome.done
    try:
        now = seen(place)
    except UserError as error:
        return [f"it does not open: {error}"]
    found = now["faults"] + unwhole(place)
    allowed = states[outcome.done : most + 1]
    if now not in allowed:
        found.append(differing(now, allowed[0]))
    if operation.name == "restore" and now == states[-1] and not _kept(place):
        found.append("what was there before is not kept")
    return found or litter(place)


def _kept(place: Path) -> bool:
    return any(copy.reason == "before-restore" for copy in backup.copies(place / "p").values())


def _where(trace: str) -> str:
    """Return the last of our own lines in a traceback."""
    lines = [line.strip() for line in trace.splitlines() if line.strip().startswith("File ")]
    ours = [line for line in lines if "/models/" in line or "/annotations/" in line or "/ui/" in line]
    return (ours or lines or [""])[-1]


def _after_move(kind: Kind, states: list[Seen], outcome: Outcome, place: Path) -> list[str]:
    """Return what is wrong when the database was moved away or replaced in the midst of the operation.

    What is there now may be damaged, when that is said.
    """
    is_changed = outcome.late and _project(states[outcome.done]) != _project(states[outcome.before])
    try:
        now = seen(place)
    except UserError as error:
        now = {"faults": [str(error)]}
    found = []
    if is_changed and WATCHED and _project(now) != _project(states[outcome.done]):
        found.append(f"step {outcome.done} was acknowledged, and is not in the project's file")
    if kind.name == "gone" and not (place / "p" / "project.db").exists():
        os.rename(place / MOVED, place / "p" / "project.db")  # as a person would
        now = seen(place)
        found += now["faults"]
        if _project(now) not in map(_project, states[outcome.before :]):
            found.append(f"put back: {differing(now, states[outcome.before])}")
    return found


def _project(state: Seen) -> Seen:
    return {name: state.get(name) for name in PROJECT}
