"""Removes a folder once the process that started this one is gone: one that is killed cannot do that itself.

It is a script for a process of its own, so it imports nothing of ours.
"""

from __future__ import annotations

import shutil
import sys


def main(folder: str) -> int:
    """Wait for the end of standard input, and remove the folder; return the exit code."""
    sys.stdin.buffer.read()
    shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
