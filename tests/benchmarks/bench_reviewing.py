"""What a key costs in the review view: a decision with the next case painted, and going over an article's end.

The project is that of `bench_review`: 1,000 articles, two annotators, 50 spans each in an article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtWidgets import QApplication

from models.settings import Settings
from models.transfer import exchange
from tests.benchmarks import bench_majority
from tests.benchmarks.bench_review import ARTICLES, project
from tests.benchmarks.bench_window import own_settings
from tests.benchmarks.figures import Figure, thread_cost, thread_milliseconds
from ui.app import start
from ui.main_window import MainWindow

CROSSINGS = 8


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name, own_settings(Path(name)):
        folder = Path(name)
        ours, theirs = project(folder, "ours", "anna"), project(folder, "theirs", "ben")
        exchange.pack(theirs, folder / "ben.zip", "ben")
        exchange.merge(ours, folder / "ben.zip", by="rex")
        ours.close()
        theirs.close()
        window = start(Settings(), "rex", str(folder / "ours"))
        window.resize(1440, 900)
        window.show()
        opening = thread_cost(lambda: painted(window, window.pages.open, "review"))
        yield thread_milliseconds(f"the review opened on {ARTICLES:,} articles", [opening], most=2_000)
        yield from keys(window)
        window.close()
        yield first_case(folder)


def first_case(folder: Path) -> Figure:
    """The first case of a review of five annotators against that of two of them, the view open already."""
    bench_majority.project(folder).close()
    window = start(Settings(), "rex", str(folder / "five"))
    window.resize(1440, 900)
    window.show()
    painted(window, window.pages.open, "review")
    hand = window.pages.currentWidget().hand
    who = bench_majority.PEOPLE

    def begin(names: list[str]) -> None:
        hand.queue = hand.work = None
        painted(window, hand.choose, tuple(names), who)

    many, two = (
        median([thread_cost(lambda names=names: begin(names)) for _ in range(9)]) for names in (who, who[:2])
    )
    window.close()
    about = f"{bench_majority.ARTICLES} articles, 50 spans and 20 facts each"
    what = f"the first case of {len(who)} annotators, against that of two: {about}"
    return Figure(what, f"{many / two:.2f} x ({many:.0f} against {two:.0f} ms)", "<= 2 x", many <= 2 * two)


def keys(window: MainWindow) -> Iterator[Figure]:
    page = window.pages.currentWidget()
    taken: list[float] = []
    crossed: list[float] = []
    while len(crossed) < CROSSINGS:
        name = "take_left" if page.hand.work.open_cases else "approve"
        cost = thread_cost(lambda name=name: painted(window, window.pages.verbs[f"review_{name}"].trigger))
        (taken if name == "take_left" else crossed).append(cost)
    yield thread_milliseconds("a decision, and the next case painted", taken, most=50)
    yield thread_milliseconds("approving, and the next article's first case painted", crossed, most=50)


def painted(window: MainWindow, work: Callable[..., object], *words: object) -> None:
    work(*words)
    window.pages.currentWidget().view.viewport().repaint()
    QApplication.sendPostedEvents()
