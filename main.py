"""Factmark: argv to a command or the window.

Imports stand inside functions only: the window's process loads neither spaCy nor typer, and no command loads Qt.
"""

from __future__ import annotations

import gc
import os
import sys

SERVING = (
    "worker",
    "searcher",
    "chunks",
)  # processes of ours: of the window, of its search, of a Dask worker
SUFFIX = ".factmark"  # as annotations/exchange/suffixes.py has it, which is not loaded for each command


def _is_path(word: str) -> bool:
    """Return whether the word is a file or folder to open: no command has such a name."""
    return word.lower().endswith(SUFFIX) or (any(mark in word for mark in "/\\") and os.path.exists(word))


def _opening(words: list[str]) -> list[str] | None:
    """Return the words for the window, None when they are a command's; a file of ours is no option, however it begins."""
    if words and words[0] != "open" and not _is_path(words[0]):
        return None
    wanted = words[1:] if words[:1] == ["open"] else words
    return [os.path.join(os.curdir, word) if word[:1] == "-" and _is_path(word) else word for word in wanted]


def main(arguments: list[str] | None = None) -> int:
    """Runs what the arguments say; the exit code: 0 done, 1 the user's error, 2 wrong words, 130 stopped."""
    words = sys.argv[1:] if arguments is None else arguments
    if (opening := _opening(words)) is not None:
        gc.disable()  # what the start makes stays: looking through it for garbage takes a twelfth; until the first paint
        from ui.frame.quick_qt import load_qt

        load_qt()
        from ui.app import run_window

        try:
            return run_window(opening)
        finally:
            gc.enable()
    if words == ["--version"]:
        return _say_version()
    if len(words) == 1 and words[0] in SERVING:
        return _serve(words[0])
    if len(words) == 2 and words[0] in ("watch", "entry-point"):
        return _do_alone(*words)
    try:
        from ui.commands.run import run_command

        return run_command(words)
    except KeyboardInterrupt:  # while modules come in, before a command heeds it itself
        from ui.terminal import complain

        complain("factmark: Stopped.")
        return 130


def _do_alone(word: str, given: str) -> int:
    """Does in a frozen program what is a script of its own elsewhere; the exit code."""
    if word == "watch":
        from annotations.processes.watch import main as watch

        return watch(given)
    from annotations.suggesters.entry_point import main as suggest

    return suggest(given)


def _say_version() -> int:
    from ui.help.version import version_line
    from ui.terminal import say

    say(version_line())
    return 0


def _serve(word: str) -> int:
    """Answer what is asked on stdin, as the process of that word does, until that ends."""
    from ui.error_log import log_errors
    from ui.program import own_lines

    log_errors()
    lines, out = own_lines()
    if word == "worker":
        from annotations.suggest.worker import serve

        serve(lines, out)
    elif word == "searcher":
        from ui.commands.search.searcher import serve as search

        search(lines, out)
    else:
        from annotations.suggest.chunks.cluster.serving import serve as look_through

        look_through(lines.buffer, out.buffer)
    return 0


if __name__ == "__main__":
    sys.exit(main())
