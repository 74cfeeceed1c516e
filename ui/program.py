"""Command lines that start the program: for a process of the window's, and for a person in a shell.

The door itself is `annotations/processes/door.py`.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from annotations.processes.door import HOME, program

SAMPLES = HOME / "samples"  # no package: one of that name that has an `__init__.py` would be found instead
SAMPLE = "sample project"  # the folder of the project of these, below the config folder
SCRIPT = "factmark"
BESIDE = "FACTMARK_BESIDE"  # environment: set for a process of the window's, which has warned already


def own_lines() -> tuple[TextIO, TextIO]:
    """Return this process's input and output for itself: a pipeline that reads gets nothing, and one that prints, stderr."""
    lines = open(os.dup(0), encoding="utf-8")  # noqa: SIM115 - as long as the process
    out = open(os.dup(1), "w", encoding="utf-8")  # noqa: SIM115
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    os.close(nothing)
    return lines, out


def shell_line(words: Sequence[str]) -> str:
    """Return the line that does `words` in a shell, whichever folder it is in.

    It begins as this process did: with the script if that was started (its name alone if a shell finds it),
    else with Python, or the frozen program.
    """
    script = shutil.which(sys.argv[0]) if Path(sys.argv[0]).stem == SCRIPT else None
    if script is None:
        return shlex.join(program(words))
    named = shutil.which(SCRIPT)
    is_found = named is not None and Path(named).samefile(script)
    return shlex.join([SCRIPT if is_found else str(Path(script).absolute()), *words])
