"""PySide without its hook on imports, which must be loaded before anything else that imports PySide."""

from __future__ import annotations

import builtins

from ui.frame.quick_enums import quicken


def load_qt() -> None:
    """Load PySide and take its hook on imports away again.

    The hook reads the source of every module for `from __feature__ import`, which none of ours has: a tenth of the start.
    """
    quicken()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain
