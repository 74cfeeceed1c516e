"""The short form of `make faults`: of each operation a few steps fail in every way, and all is whole after it.

The seed is printed; what fails is repeated by the command that is printed with it.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.faults import run, shim
from tests.faults.kinds import KINDS
from tests.faults.operations import OPERATIONS
from tests.faults.points import Trials

FEW, KINDS_EACH = 1, 9  # points of a kind, and kinds of faults for each operation
BOTH = [
    ["edit", "rename", "migration"],
    ["backup", "restore", "import", "rename-role"],
    ["merge", "export-file", "export-folder"],
]

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="This system cannot fork, so nothing can be killed."
)


@pytest.fixture
def seed() -> int:
    made = random.SystemRandom().randrange(1 << 30)
    print(f"seed {made}")
    return made


@pytest.mark.skipif(bool(shim.missing()), reason=shim.missing())
@pytest.mark.parametrize("names", BOTH, ids=" ".join)
def test_whatever_fails_the_project_is_whole_and_nothing_is_lost(names: list[str], seed: int) -> None:
    found = run.rows(
        ["--few", str(FEW), "--kinds", str(KINDS_EACH), "--seed", str(seed), "--only", *names], cores=1
    )
    assert run.report(found) == 0
    assert sum(row["tried"] for row in found) > len(names) * KINDS_EACH / 2
    assert sum(row["refused"] for row in found) > 0


@pytest.mark.parametrize("kind", ["own-kill", "own-error"])
def test_our_own_steps_fail_without_a_compiler_too(kind: str, tmp_path: Path) -> None:
    trials = Trials("backup", tmp_path)
    found = [trials.tried(KINDS[kind], at) for at in trials.points(KINDS[kind])[::3]]
    trials.close()
    assert len(found) > 3
    assert all(outcome.hit for outcome, _ in found)
    assert [said for _, wrong in found for said in wrong] == []


def test_every_operation_is_among_those_of_the_short_form() -> None:
    assert sorted(name for names in BOTH for name in names) == sorted(OPERATIONS)


@pytest.mark.skipif(bool(shim.missing()), reason=shim.missing())
def test_a_disk_that_fails_at_the_last_step_is_not_said_to_have_changed_nothing() -> None:
    found = run.rows(["--only", "edit:error-on:37"], cores=1)
    assert [row["wrong"] for row in found] == [[]]
    assert sum(row["refused"] for row in found) == 1
