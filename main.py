"""Factmark: argv to a command or the window.

Imports stand inside functions only: the window's process loads neither spaCy nor typer, and no command loads Qt.
"""

from __future__ import annotations

import gc
import sys


def main(arguments: list[str] | None = None) -> int:
    """Runs what the arguments say; the exit code: 0 done, 1 the user's error, 2 wrong words, 130 stopped."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words or words[0] == "open":
        gc.disable()  # what modules make stays: looking through it for garbage takes a twentieth of the start
        from ui.frame.quick_qt import load_qt

        load_qt()
        from ui.app import run_window

        gc.freeze()
        gc.enable()
        return run_window(words[1:])
    if words == ["worker"]:
        from annotations.suggest.worker import serve
        from ui.error_log import log_errors
        from ui.program import own_lines

        log_errors()
        serve(*own_lines())
        return 0
    if words == ["chunks"]:
        return _serve_a_cluster()
    if words == ["searcher"]:
        from ui.commands.search.searcher import serve as search
        from ui.error_log import log_errors
        from ui.program import own_lines

        log_errors()
        search(*own_lines())
        return 0
    try:
        from ui.commands.run import run_command

        return run_command(words)
    except KeyboardInterrupt:  # while modules come in, before a command heeds it itself
        from ui.terminal import complain

        complain("factmark: Stopped.")
        return 130


def _serve_a_cluster() -> int:
    from annotations.suggest.chunks.cluster.serving import serve
    from ui.error_log import log_errors
    from ui.program import own_lines

    log_errors()
    lines, out = own_lines()
    serve(lines.buffer, out.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
