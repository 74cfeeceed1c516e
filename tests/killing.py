"""A program that is killed before the n-th step it takes in the file system."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

STEPS = {"open", "os.rename", "os.link", "os.remove", "os.rmdir", "os.mkdir", "os.chmod", "shutil.rmtree"}
STEPS |= {"tempfile.mkdtemp", "os.scandir", "ctypes.dlsym"}
KILLED = 9  # its exit code


def killed_at(step: int, work: Callable[[], object]) -> bool:
    """Do the work in a process that dies before that step; False when it had fewer and did all."""
    pid = os.fork()
    if pid:
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        assert code in (0, KILLED)
        return code == KILLED
    count = 0

    def hook(event: str, arguments: object) -> None:
        nonlocal count
        count += event in STEPS
        if count == step:
            os._exit(KILLED)

    sys.addaudithook(hook)
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)
