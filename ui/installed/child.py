"""A process that the standard library spawned for the installed program: it enters by the door, as every other does."""

from __future__ import annotations

import pickle
from importlib import import_module
from typing import Any


def run(first: Any, packed: bytes) -> None:
    """Do the work that was packed, with what was handed over beside it; before that no module of ours is asked for."""
    import_module("factmark.__main__").enter()
    work, rest = pickle.loads(packed)
    work(first, *rest)
