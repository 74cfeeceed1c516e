"""The beginning of a process that looks through articles: its errors are logged, and what a pipeline prints is no output of the command."""

from __future__ import annotations

import os

from ui.error_log import log_errors


def begin() -> None:
    """Have errors written to the log, and what is printed to stderr."""
    log_errors(uncaught=False)
    os.dup2(2, 1)
