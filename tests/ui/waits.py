"""What tests of a held project look at: how long a key takes, and the mark in the status line."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtWidgets import QApplication

from tests.holding import Holder
from tests.ui.windows import press
from ui.main_window import MainWindow

LONGEST = 2  # seconds that a key may take on a busy machine; one that waits for the lock takes five (0.3: see `make bench`)
Hold = Callable[..., Holder]


def timed(window: MainWindow, *keys: str) -> float:
    """Presses the keys; gives how long the longest of them took."""
    longest = 0.0
    for key in keys:
        start = perf_counter()
        press(window, key)
        QApplication.processEvents()
        longest = max(longest, perf_counter() - start)
    return longest


def mark(window: MainWindow) -> str:
    return window.status.saved.text()


def is_saved(window: MainWindow) -> bool:
    return mark(window).startswith("✓ Saved")


def waits(window: MainWindow) -> int:
    """How many edits the mark says are waiting."""
    words = mark(window).removeprefix("… waiting for another program (").removesuffix(")")
    return int(words) if words.isdigit() else 0
