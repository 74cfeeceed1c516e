"""The preloaded shim: how it is compiled, and armed in the process that is to fail."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
NONE = "There is no C compiler here, so SQLite's own writes were not made to fail."
ELSEWHERE = "SQLite's own writes can be made to fail on Linux only."


class Mode(IntEnum):
    """How the shim lets a step fail, by the numbers of its source."""

    OFF, COUNT, ONCE, ON, KILL, TORN, MOVE, BACK = range(8)


def missing() -> str:
    """Return why there can be no shim here; "" where there can."""
    if not sys.platform.startswith("linux"):
        return ELSEWHERE
    return "" if shutil.which("cc") else NONE


def compiled(folder: Path) -> Path:
    """Compile the shim into the folder; return the library to be preloaded."""
    made = folder / "shim.so"
    words = ["cc", "-O1", "-shared", "-fPIC", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(words, check=True)
    return made


def is_loaded() -> bool:
    return hasattr(ctypes.CDLL(None), "shim_arm")


def arm(below: Path, mode: Mode, *, at: int = 0, error: int = 0, report: int = -1) -> None:
    """Have the `at`-th step below the folder fail, in this process and from now on."""
    ctypes.CDLL(None).shim_arm(os.fsencode(below), int(mode), ctypes.c_long(at), error, report)


def disarm() -> None:
    arm(Path(), Mode.OFF)


def will_move(one: Path, other: Path) -> None:
    """Name the file that a step armed with MOVE gives another's name."""
    ctypes.CDLL(None).shim_move(os.fsencode(one), os.fsencode(other))


def will_set_back(seconds: int) -> None:
    ctypes.CDLL(None).shim_back(ctypes.c_long(seconds))
