"""What the view Search costs with 100,000 hits in 2,000 articles: pages, keys, sorting; CPU of the window's thread."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from models.project import Project
from tests.benchmarks import made_searched
from tests.benchmarks.bench_window import Gaps, gap, made, own_settings, window_on
from tests.benchmarks.figures import Figure, thread_cost, thread_milliseconds
from ui.search.search_page import SearchPage

ARTICLES, HITS, PAGES = 2_000, 100_000, 100
REPEAT = 50  # milliseconds
SEARCHES = {"spans": "label:*", "words": "/[a-z]+/i", "facts": "fact:*"}


def figures() -> Iterator[Figure]:
    app = QApplication.instance() or QApplication([])
    with TemporaryDirectory() as name, own_settings(Path(name)):
        folder = made(Path(name) / "searched")
        project = Project(folder)
        made_searched.fill(project, ARTICLES)
        project.close()
        with window_on(folder) as window:
            window.resize(1440, 900)
            window.pages.open("search")
            page: Any = window.pages.currentWidget()
            yield from searching(page)
        app.processEvents()


def searching(page: SearchPage) -> Iterator[Figure]:
    for kind, line in SEARCHES.items():
        gaps = Gaps()
        page.look_for(line)
        yield gap(f"finding {kind}", gaps.until(lambda: not page.found.is_busy), most=40)
        gaps.until(lambda: not page.counting.slices.is_running)
        count = page.found.rows.rowCount()
        name = f"search, {count:,} hits of {kind}"
        yield gap(f"{name}, counting", gaps, most=60)
        yield thread_milliseconds(f"{name}: page scroll, seen first", pages(page, 0), most=12)
        yield thread_milliseconds(f"{name}: page scroll, seen before", pages(page, 0), most=12)
        yield thread_milliseconds(f"{name}: a key to the next row", rows(page), most=12)
    if page.found.rows.rowCount() < HITS // 20:
        raise ValueError(f"{count:,} hits were made.")
    yield from sorting(page)


def sorting(page: SearchPage) -> Iterator[Figure]:
    page.look_for(SEARCHES["spans"])
    gaps = Gaps().until(lambda: not page.found.is_busy and not page.counting.slices.is_running)
    if page.found.rows.rowCount() < HITS * 9 // 10:
        raise ValueError(f"{page.found.rows.rowCount():,} hits were made.")
    gaps = Gaps()
    page.sort_by("left")
    yield gap("sorting hits by what stands before", gaps.until(lambda: not page.found.is_busy), most=60)
    last = page.found.rows.rowCount() // 2
    yield thread_milliseconds("search, sorted: page scroll, seen first", pages(page, last), most=12)


def pages(page: SearchPage, first: int) -> list[float]:
    """From that row down, each page to painted, as fast as a held key comes again."""
    table, bar = page.table, page.table.verticalScrollBar()
    table.scrollTo(page.found.rows.index(first, 0))
    QApplication.processEvents()
    found = []
    for _ in range(PAGES):
        step = partial(bar.setValue, bar.value() + bar.pageStep())
        found.append(thread_cost(step, QApplication.processEvents))
        QTest.qWait(REPEAT)
    return found


def rows(page: SearchPage) -> list[float]:
    page.table.setFocus()
    page.table.go(0)
    QApplication.processEvents()
    press = partial(QTest.keyClick, page.table, Qt.Key.Key_Down)
    return [thread_cost(press, QApplication.processEvents) for _ in range(PAGES)]
