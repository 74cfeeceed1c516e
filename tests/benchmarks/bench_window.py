"""What the window costs: to start, to open an article, to press a key, and while other processes work for it.

Every measure of work is CPU time of the window's thread; a gap of the event loop is what somebody waits: wall.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from annotations.articles import Article
from annotations.formats.base import Record
from annotations.schema import reader as schema_reader
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Status
from models.project import Project
from models.settings import FOLDER, Settings
from tests.benchmarks import made_articles
from tests.benchmarks.bench_view import article, opened
from tests.benchmarks.figures import (
    Cost,
    Figure,
    median,
    ratio,
    thread_cost,
    thread_milliseconds,
    thread_ratio,
)
from tests.holding import Holder
from ui.app import start
from ui.main_window import MainWindow
from ui.project.files import SAMPLES

ROOT = Path(__file__).parents[2]
RUNS, PRESSES, SMALL = 5, 100, 6
LOOKED_THROUGH, BROUGHT = 200, 2_000  # articles
TICK = 5  # milliseconds
WHO = "anna"


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name, own_settings(Path(name)):
        folder = Path(name)
        yield from starting(folder)
        app = QApplication.instance() or QApplication([])
        yield from deciding(folder / "large")
        yield from waiting(folder / "waiting")
        yield from held(folder / "held")
        app.processEvents()


@contextmanager
def own_settings(folder: Path) -> Iterator[None]:
    before = os.environ.get(FOLDER)
    os.environ[FOLDER] = str(folder / "config")
    try:
        yield
    finally:
        os.environ.pop(FOLDER) if before is None else os.environ.update({FOLDER: before})


# --- starting


def starting(folder: Path) -> Iterator[Figure]:
    sample = made(folder / "sample")
    run("import", sample, SAMPLES)
    run("suggest", sample)
    kinds = {"bare": ["bare"], "welcome": [], "sample": ["open", str(sample), "--annotator", WHO]}
    costs: dict[str, list[Cost]] = {kind: [] for kind in kinds}
    loaded = set()
    for n in range(RUNS + 1):
        for kind, words in kinds.items():
            taken, modules = first_paint(kind, words)
            loaded.add(modules if kind != "bare" else "-")
            costs[kind] += [taken] * bool(n)  # the first round fills the caches
    bare = median(costs["bare"])
    yield ratio("start to first paint: welcome", median(costs["welcome"]), bare, most=1.5)
    yield ratio("start to first paint: sample project", median(costs["sample"]), bare, most=1.5)
    found = ",".join(sorted(loaded - {"-"})) or "none"
    yield Figure("spaCy, numpy, typer, trafilatura, dateparser there", found, "none", found == "none")


def first_paint(kind: str, words: list[str]) -> tuple[Cost, str]:
    """What it costs, and which modules are loaded that should not be ("-": none)."""
    environment = {**os.environ, FOLDER: f"{os.environ[FOLDER]}-{kind}"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, str(Path(__file__).with_name("first_paint.py")), *words]
    begun = time.time()
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    cpu, now, modules = done.stdout.split()
    return Cost(float(cpu), float(now) - begun), modules


# --- one key, and opening


def deciding(folder: Path) -> Iterator[Figure]:
    text, spans = article(1_000_000, 20_000, longest=200_000)
    few = [article(3_000, 60, seed=n) for n in range(SMALL)]
    project = made(folder)
    fill(project, {f"small{n}": pair for n, pair in enumerate(few)} | {"large": (text, spans)})
    with window_on(project) as window:
        small = pressed(window, [f"small{n}" for n in range(SMALL)])
        large = pressed(window, ["large"], begin=500_000)
        in_long = pressed(window, ["large"])
        opening = [opened_again(window) for _ in range(RUNS)]
    yield thread_milliseconds("Enter to painted: 3 kB / 60 spans", small, most=10)
    yield thread_milliseconds("Enter to painted: 1,000,000 / 20,000", large, most=10)
    yield thread_milliseconds("Enter to painted: there, in a paragraph of 200 kB", in_long, most=10)
    yield thread_ratio("Enter to painted: large / small", large, small, most=1.5)
    bare = opened(QPlainTextEdit, lambda editor: editor.setPlainText(text))
    yield thread_ratio("open 1,000,000 / 20,000 in the window / bare editor", opening, bare, most=2.5)


def pressed(window: MainWindow, articles: list[str], *, begin: int = 0) -> list[float]:
    """Milliseconds of each Enter, from the key to the paint, in these articles one after the other."""
    costs: list[float] = []
    for id_ in articles:
        window.session.open_article(id_)
        window.view.set_caret(begin)
        press(window, Qt.Key.Key_Tab)
        while window.session.sheet.undecided and len(costs) < PRESSES:
            costs.append(thread_cost(partial(press, window, Qt.Key.Key_Return)))
    return costs


def press(window: MainWindow, key: Qt.Key) -> None:
    QTest.keyClick(window.view, key)
    QApplication.processEvents()


def opened_again(window: MainWindow) -> float:
    window.session.open_article("small0")
    QApplication.processEvents()
    return thread_cost(partial(window.session.open_article, "large"), QApplication.processEvents)


def fill(folder: Path, articles: dict[str, tuple[str, list]]) -> None:
    project = Project(folder)
    arrivals = project.arrivals(by=WHO)
    arrivals.take(record(id_, *pair) for id_, pair in articles.items())
    arrivals.land()
    arrivals.close()
    pools = {id_: [s for s in pair[1] if s.status is Status.SUGGESTED] for id_, pair in articles.items()}
    scored = [(id_, [replace(s, score=n % 97 / 97) for n, s in enumerate(p)]) for id_, p in pools.items()]
    project.set_pools(scored, by="made")
    project.close()


def record(id_: str, text: str, spans: list) -> Record:
    confirmed = [span for span in spans if span.status is Status.CONFIRMED]
    return Record(Article(id_, text, id_), AnnotationSet.of(id_, WHO, [*confirmed, Progress(State.STARTED)]))


# --- while others work


def waiting(folder: Path) -> Iterator[Figure]:
    project = made(folder)
    source = folder / "many.jsonl"
    few = Project(project)
    arrivals = few.arrivals(by=WHO)
    values = made_articles.records(LOOKED_THROUGH)
    arrivals.take(Record(Article(f"w{n}", value["text"], value["title"])) for n, value in enumerate(values))
    arrivals.land()
    arrivals.close()
    few.close()
    made_articles.write(source, articles=BROUGHT)
    with window_on(project) as window:
        yield gap("idle for 2 s", Gaps().idle(2.0), most=40)
        gaps = Gaps()
        window.suggesting.missing()
        yield gap(
            f"suggesting in {LOOKED_THROUGH} articles", gaps.until(lambda: not window.files.is_busy), most=40
        )
        said: list[str] = []
        window.session.noted.connect(said.append)
        gaps = Gaps()
        window.files.import_paths([source])
        yield gap(f"importing {BROUGHT:,} articles", gaps.until(lambda: bool(said)), most=40)


def held(folder: Path) -> Iterator[Figure]:
    project = made(folder)
    fill(project, {"a": article(3_000, 60)})
    holder, taken = Holder(project), list[float]()
    with window_on(project) as window:
        press(window, Qt.Key.Key_Tab)
        for _ in range(6):
            begun = time.perf_counter()
            press(window, Qt.Key.Key_Return)
            taken.append((time.perf_counter() - begun) * 1000)
        waits = len(window.session.waiting)
        holder.let_go()
        Gaps().until(lambda: not window.session.waiting)
    said = f"{max(taken):.0f} ms wall, {waits} wait"
    yield Figure("worst of 6 Enters while another program writes", said, "<= 300 ms", max(taken) <= 300)


def gap(name: str, gaps: Gaps, *, most: float) -> Figure:
    said = f"{gaps.wall:.0f} ms wall, {gaps.cpu:.0f} ms CPU ({gaps.ticks:,} ticks)"
    return Figure(f"worst gap of the event loop, {name}", said, f"<= {most:g} ms", gaps.wall <= most)


class Gaps:
    """The longest time between two ticks of a timer in the window's thread, and the most work."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0
        self.ticks = 0
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()
        self._last = (time.perf_counter(), time.thread_time())

    def _tick(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.wall = max(self.wall, (now[0] - self._last[0]) * 1000)
        self.cpu = max(self.cpu, (now[1] - self._last[1]) * 1000)
        self._last, self.ticks = now, self.ticks + 1

    def until(self, done: Callable[[], bool]) -> Gaps:
        while not done():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        QApplication.processEvents()
        return self

    def idle(self, seconds: float) -> Gaps:
        end = time.perf_counter() + seconds
        return self.until(lambda: time.perf_counter() > end)


# --- making


def made(folder: Path) -> Path:
    schema = schema_reader.parse(schema_reader.shipped("news"), "news")
    Project.create(folder, schema).close()
    return folder


def run(*words: object) -> None:
    command = [sys.executable, str(ROOT / "main.py"), *map(str, words)]
    subprocess.run(command, check=True, capture_output=True)


@contextmanager
def window_on(project: Path) -> Iterator[MainWindow]:
    hook = sys.excepthook
    window = start(Settings(), WHO, str(project))
    sys.excepthook = hook
    window.show()
    QApplication.setActiveWindow(window)
    window.view.setFocus()
    QApplication.processEvents()
    try:
        yield window
    finally:
        window.close()
        window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
