"""What the window costs on a large project, off-screen: `python -m tests.million.window PROJECT`.

Of each step is printed what the window's thread does for it, and how long its event loop stood still at most until it
was quiet again.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.benchmarks.bench_window import Gaps, window_on
from tests.million.made import COMMON, RARE
from ui.main_window import MainWindow

QUIET = 1.5  # seconds after a step in which its further work is waited for
Told = tuple[str, float, float, float]  # step, CPU and wall of the step in seconds, the longest stand-still


def steps(folder: Path) -> Iterator[Told]:
    """Open, go on, scroll, filter, decide."""
    cpu, wall = time.process_time(), time.perf_counter()
    with window_on(folder) as window:
        yield "window: open, to the first paint", time.process_time() - cpu, time.perf_counter() - wall, 0.0
        Gaps().until(lambda: window.work.listing.counts.progress.articles > 0)
        yield "window: until the head is added up", *after(window, lambda: None)
        yield "window: next article", *after(window, lambda: press(window, "Ctrl+PgDown"))
        yield "window: next article again", *after(window, lambda: press(window, "Ctrl+PgDown"))
        listed = window.work.list
        listed.setFocus()
        for name, key in (("Ctrl+End", "Ctrl+End"), ("page up", "PgUp"), ("Ctrl+Home", "Ctrl+Home")):
            yield f"window: {name} in the list", *after(window, lambda key=key: press(window, key, listed))
        window.view.setFocus()
        yield "window: one decision", *after(window, lambda: press(window, "Return"))
        yield "window: undo", *after(window, lambda: press(window, "Ctrl+Z"))
        window.work.filters.open()
        for name, words in (("a rare word", RARE), ("a common word", COMMON)):
            window.work.filters.text.clear()
            typed = list(typing(window, words))
            yield f"window: a key in the filter, worst of {name}", *max(typed, key=lambda one: one[2])
        yield "window: clear the filter", *after(window, window.work.filters.clear)


def typing(window: MainWindow, words: str) -> Iterator[tuple[float, float, float]]:
    """Type letter by letter, each with the time in which the list follows it."""
    for letter in words:
        yield after(
            window, lambda letter=letter: QTest.keyClicks(window.work.filters.text, letter), quiet=0.6
        )


def press(window: MainWindow, key: str, on: object = None) -> None:
    pressed = QKeySequence(key)[0]
    QTest.keyClick(on or QApplication.focusWidget() or window, pressed.key(), pressed.keyboardModifiers())


def after(
    window: MainWindow, step: Callable[[], object], *, quiet: float = QUIET
) -> tuple[float, float, float]:
    """Return CPU and wall seconds of the step, to painted, and the longest stand-still until it is quiet."""
    cpu, wall = time.thread_time(), time.perf_counter()
    step()
    QApplication.processEvents()
    taken = time.thread_time() - cpu, time.perf_counter() - wall
    gaps = Gaps().idle(quiet)
    return *taken, gaps.cpu / 1_000


def memory() -> int:
    """Return the bytes of memory that this process holds now."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


def main(folder: str) -> None:
    for name, cpu, wall, gap in steps(Path(folder)):
        said = f"stood still for {1_000 * gap:.0f} ms of CPU after it; {memory() // 1_000_000:,} MB"
        print(json.dumps({"step": name, "cpu": cpu, "wall": wall, "said": said}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
