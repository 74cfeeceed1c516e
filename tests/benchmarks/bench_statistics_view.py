"""What the view Statistics costs over 10,000 articles and 500,000 spans: until it is open, its first pictures, all of it.

The window's own thread is measured too: the figures are counted beside it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.settings import Settings
from tests.benchmarks.figures import Cost, Figure, milliseconds, thread_milliseconds
from tests.benchmarks.made_work import ARTICLES, made_work
from ui.main_window import MainWindow
from ui.statistics.statistics_page import StatisticsPage

FIRST, ALL, PAGE = 1_000, 5_000, 60  # milliseconds
PATIENCE = 60.0  # seconds


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name:
        made_work(Path(name) / "whole").close()
        yield from _figures(Path(name))


def _figures(folder: Path) -> Iterator[Figure]:
    QApplication.instance() or QApplication([])
    window = MainWindow("anna", Settings(folder / "settings"))
    window.resize(1440, 900)
    window.show()
    window.files.open(folder / "whole")
    QTest.qWait(500)
    begun, own = time.perf_counter(), time.thread_time()
    window.pages.open("statistics")
    page = window.pages.currentWidget()
    assert isinstance(page, StatisticsPage)
    marks = [_waited(begun, lambda: "overview" in page.parts), _waited(begun, lambda: "labels" in page.parts)]
    marks.append(_waited(begun, lambda: not page.gathering.is_running))
    said = f"statistics of {ARTICLES:,} articles in the window"
    for what, taken, most in zip(
        ("open with tiles", "first picture", "all"), marks, (FIRST, FIRST, ALL), strict=True
    ):
        yield milliseconds(f"{said}: {what}", [Cost(0, taken)], most=most, wall=True)
    yield thread_milliseconds(f"{said}: the window's thread", [(time.thread_time() - own) * 1000], most=FIRST)
    turning = []
    for name in page.pages | {"suggestions": None, "labels": None, "facts": None, "time": None}:
        before = time.thread_time()
        page.turn_to(name)
        QApplication.processEvents()
        turning.append((time.thread_time() - before) * 1000)
    yield thread_milliseconds(f"{said}: a page more", turning, most=PAGE * 5)
    window.close()


def _waited(begun: float, there: Callable[[], bool]) -> float:
    """Return the seconds until it is there and painted."""
    while not there() and time.perf_counter() - begun < PATIENCE:
        QTest.qWait(20)
    QApplication.processEvents()
    return time.perf_counter() - begun
