"""Another program that holds a project's database: a real process with a real lock."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sqlite3, sys
at = sqlite3.connect(sys.argv[1], isolation_level=None)
for sql in sys.argv[2:]:
    at.execute(sql)
print("held", flush=True)
sys.stdin.readline()
at.execute("COMMIT")
"""


class Holder:
    """The process: it holds the lock from its making, having run the statements, until it is told to let go."""

    def __init__(self, folder: Path, *statements: str, begin: tuple[str, ...] = ("BEGIN IMMEDIATE",)) -> None:
        words = [sys.executable, "-c", PROGRAM, str(folder / "project.db"), *begin, *statements]
        self._process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout
        assert self._process.stdout.readline() == "held\n"

    def let_go(self) -> None:
        """Commit, and wait until the process is gone."""
        self._process.communicate("\n", timeout=30)
        assert self._process.returncode == 0

    def close(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()
