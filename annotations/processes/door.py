"""The one door to processes of this program, from a source tree, an installed wheel or a frozen program.

`main.py` of a source tree, `factmark/__main__.py` of an installed wheel, which has the source tree in `_app`.  A
frozen program (PyInstaller's) has no Python that could run a file: it is started with words alone.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

HOME = Path(__file__).absolute().parents[2]
IS_INSTALLED = HOME.name == "_app"  # as a wheel
DOOR = HOME.parent / "__main__.py" if IS_INSTALLED else HOME / "main.py"
FLAGS = {"isolated": "-I", "ignore_environment": "-E", "no_user_site": "-s", "safe_path": "-P"}
ALONE = {  # words that main.py does by a script which imports nothing of ours
    "watch": HOME / "annotations" / "processes" / "watch.py",
    "entry-point": HOME / "annotations" / "suggesters" / "entry_point.py",
}
BARE = ("-I", "-S")  # Python without anything that is installed, which starts at once


def is_frozen() -> bool:
    """Return whether this is a frozen program, into which nothing can be installed."""
    return bool(getattr(sys, "frozen", False))


def program(words: Sequence[str]) -> list[str]:
    """Return the program and arguments that do `words` in a process of its own.

    It has the libraries of this one.
    """
    if is_frozen():
        return [_frozen(), *words]
    flags = [flag for name, flag in FLAGS.items() if getattr(sys.flags, name)]
    return [sys.executable, *flags, str(DOOR), *words]


def spawned(work: Callable[..., None], first: Any, *rest: Any) -> tuple[Callable[..., None], tuple[Any, ...]]:
    """Return target and arguments for a process of the standard library's that does `work(first, *rest)`.

    `first` is what only it can hand over, as a connection.  That of an installed wheel enters by the door: another
    distribution may have brought modules of our names.
    """
    if not IS_INSTALLED:
        return work, (first, *rest)
    import pickle  # not at the start of the window

    return import_module("factmark.child").run, (first, pickle.dumps((work, rest)))


def _frozen() -> str:
    """Return the program that has a terminal: on Windows the window is another, `factmarkw`."""
    running = Path(sys.executable)
    return str(running.with_stem("factmark")) if running.stem == "factmarkw" else sys.executable


def alone(word: str, *words: str, flags: Sequence[str] = ("-P",)) -> list[str]:
    """Return the program and arguments that do a word of ALONE; nothing of ours is on its path.

    `flags`: of Python, where there is one.
    """
    if is_frozen():
        return program([word, *words])
    return [sys.executable, *flags, str(ALONE[word]), *words]


def lacking(library: str, extra: str, otherwise: str) -> str:
    """Return the sentence on a library of an extra that is not here.

    >>> lacking("pyarrow", "export", "choose another format")
    'pyarrow is not installed: install factmark[export], or choose another format.'
    """
    if is_frozen():
        return f"This build of Factmark comes without {library}: {otherwise}."
    return f"{library} is not installed: install factmark[{extra}], or {otherwise}."
