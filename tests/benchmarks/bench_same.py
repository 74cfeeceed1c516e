"""What carrying a decision to 5,000 same mentions in 1,000 articles costs in the window: the list, and the edit.

Each article has 47 suggestions besides; of the five mentions one is suggested, one confirmed with another label.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.articles import Article
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from tests.benchmarks import made_articles
from tests.benchmarks.bench_window import WHO, Gaps, gap, made, own_settings, window_on
from tests.benchmarks.figures import Cost, Figure, cost, milliseconds
from ui.main_window import MainWindow

ARTICLES, MENTIONS, RUNS = 1_000, 5, 5
WORDING, BETWEEN = "Kataib Hezbollah", 500  # code points of text between two mentions


def figures() -> Iterator[Figure]:
    app = QApplication.instance() or QApplication([])
    with TemporaryDirectory() as name, own_settings(Path(name)):
        folder = made(Path(name) / "same")
        fill(folder)
        with window_on(folder) as window:
            yield from carrying(window)
        app.processEvents()


def carrying(window: MainWindow) -> Iterator[Figure]:
    name = f"same mentions, {ARTICLES * MENTIONS:,} in {ARTICLES:,} articles"
    session, same = window.session, window.work.same
    window.view.set_focus(f"{made_id(0)}-0")
    same.whole.setChecked(True)
    listed = [cost(partial(list_all, window)) for _ in range(RUNS)]
    yield milliseconds(f"{name}: listed", listed, most=300)
    same.leave()
    gaps = Gaps()
    press(window.view, Qt.Key.Key_M)
    yield gap(f"{name}, listing", gaps.until(lambda: not same.is_searching), most=40)
    if len(same.hits.chosen()) != ARTICLES * MENTIONS:
        raise ValueError(f"{len(same.hits.chosen()):,} are chosen.")
    yield milliseconds(f"{name}: applied", [cost(partial(press, same.list, Qt.Key.Key_Return))], most=2_000)
    yield milliseconds(f"{name}: undone", [timed(session.undo)], most=2_000)


def list_all(window: MainWindow) -> None:
    """From the key to the painted list."""
    window.work.same.leave()
    press(window.view, Qt.Key.Key_M)
    while window.work.same.is_searching:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents)
    QApplication.processEvents()


def press(widget: Any, key: Qt.Key) -> None:
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def made_id(number: int) -> str:
    return f"article-{number:06}"


def timed(work: Callable[[], object]) -> Cost:
    def done() -> None:
        work()
        QApplication.processEvents()

    return cost(done)


# --- making


def fill(folder: Path) -> None:
    project = Project(folder)
    arrivals = project.arrivals(by=WHO)
    articles = [article(value) for value in made_articles.records(ARTICLES)]
    arrivals.take(record for record, _ in articles)
    arrivals.land()
    arrivals.close()
    project.set_pools(((record.article.id, pool) for record, pool in articles), by="made")
    project.close()


def article(value: dict[str, Any]) -> tuple[Record, list[Span]]:
    """The made article with a sentence of mentions behind it, and its pool."""
    text, at = value["text"], []
    for _ in range(MENTIONS):
        text += " " + value["text"][:BETWEEN].rsplit(" ", 1)[0] + " "
        at.append((len(text), len(text) + len(WORDING)))
        text += WORDING
    id_ = value["id"]
    pool = [
        Span(s["id"], s["start"], s["end"], s["label"], Status.SUGGESTED, "made", s["score"])
        for s in value["spans"]
    ]
    pool.append(Span(f"{id_}-0", *at[0], "ORG", Status.SUGGESTED, "made", 0.5))
    confirmed = Span(f"{id_}-1", *at[1], "GPE", origin=WHO)
    own = AnnotationSet.of(id_, WHO, [confirmed, Progress(State.STARTED)])
    return Record(Article(id_, text, value["title"]), own), pool
