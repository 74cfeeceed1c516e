"""What facts cost the window: an edit, a step in the panel and the caret, with 300 facts in the article.

CPU time of the window's thread, from the key to the paint.  Keys follow on each other without a rest, in which
the panel would follow the caret.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from tests.benchmarks.bench_view import article
from tests.benchmarks.bench_window import WHO, made, own_settings, window_on
from tests.benchmarks.figures import Figure, thread_cost, thread_milliseconds, thread_ratio
from ui.main_window import MainWindow

FACTS, TURNS, PRESSES = 300, 6, 15


def figures() -> Iterator[Figure]:
    with TemporaryDirectory() as name, own_settings(Path(name)):
        app = QApplication.instance() or QApplication([])
        project = made(Path(name) / "facts")
        fill(project)
        with window_on(project) as window:
            yield from working(window)
        app.processEvents()


def working(window: MainWindow) -> Iterator[Figure]:
    """The articles take turns, so that what else the machine does falls on both."""
    panel = window.work.panels.open("facts")
    costs: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for _ in range(TURNS):
        for id_ in ("bare", "facts"):
            window.session.open_article(id_)
            window.view.setFocus()
            QApplication.processEvents()
            costs["caret", id_] += pressed(window.view, Qt.Key.Key_Right)
            costs["span", id_] += pressed(window.view, Qt.Key.Key_Return, before=Qt.Key.Key_Tab)
            costs["repaint", id_] += painted(window)
            costs["foot", id_] += footed(window)
        costs["focus", "facts"] += focused(window)
        costs["follow", "facts"] += followed(window)
        costs["sign", "facts"] += built(window)
        panel.list.setFocus()
        panel.list.setCurrentIndex(panel.model.index(0))
        costs["down", "facts"] += pressed(panel.list, Qt.Key.Key_Down)
        panel.list.setCurrentIndex(panel.model.index(0))
        costs["fact", "facts"] += pressed(panel.list, Qt.Key.Key_Return)
    bare, there, of = costs["span", "bare"], costs["span", "facts"], f"{FACTS} facts in the panel / none"
    yield thread_ratio(f"caret to painted: {of}", costs["caret", "facts"], costs["caret", "bare"], most=1.5)
    yield thread_ratio(f"Enter on a span to painted: {of}", there, bare, most=1.2)
    yield thread_ratio(
        f"repaint of the text: {of}", costs["repaint", "facts"], costs["repaint", "bare"], most=1.3
    )
    yield thread_milliseconds("a fact into focus, to painted", costs["focus", "facts"], most=10)
    yield thread_milliseconds(f"the foot after a key, {FACTS} facts", costs["foot", "facts"], most=1)
    yield thread_milliseconds(f"the cards after a key, {FACTS} facts", costs["follow", "facts"], most=1)
    yield thread_ratio("a sign in the builder / Enter on a span there", costs["sign", "facts"], there, most=1)
    yield thread_ratio("Down in the panel / Enter on a span there", costs["down", "facts"], there, most=1)
    yield thread_ratio("Enter on a fact / Enter on a span there", costs["fact", "facts"], there, most=1.5)


def pressed(where: QWidget, key: Qt.Key, *, before: Qt.Key | None = None) -> list[float]:
    """Milliseconds of each of the presses."""
    if before:
        QTest.keyClick(where, before)
    QApplication.processEvents()
    return [
        thread_cost(partial(QTest.keyClick, where, key), QApplication.processEvents) for _ in range(PRESSES)
    ]


def painted(window: MainWindow) -> list[float]:
    """Milliseconds of painting all that is in view."""
    window.session.focus_fact(None)
    return [thread_cost(window.view.viewport().repaint) for _ in range(PRESSES)]


def focused(window: MainWindow) -> list[float]:
    """Milliseconds of putting one fact after the other in focus, lines opened and painted."""
    facts = window.session.sheet.facts()[:PRESSES]
    return [
        thread_cost(partial(window.session.focus_fact, fact.id), QApplication.processEvents) for fact in facts
    ]


def footed(window: MainWindow) -> list[float]:
    """Milliseconds of saying in the foot what is in focus, caret by caret; what it paints comes with the window."""
    attending, costs = window.work.attending, []
    for _ in range(PRESSES):
        QTest.keyClick(window.view, Qt.Key.Key_Right)
        costs.append(thread_cost(lambda: window.status.show_focus(attending.now())))
    QApplication.processEvents()
    return costs


def followed(window: MainWindow) -> list[float]:
    """Milliseconds of telling the cards where the caret is; they follow it when the keys rest."""
    panel = window.work.panels.open("facts")
    costs = [thread_cost(partial(panel.place_caret, 50 * n)) for n in range(PRESSES)]
    QApplication.processEvents()
    return costs


def built(window: MainWindow) -> list[float]:
    """Milliseconds of taking a word by its sign in the builder and giving it back, to painted."""
    fact = window.session.sheet.facts()[0]
    window.session.focus_fact(None)
    window.work.building.change(fact.id)
    costs = pressed(window.work.strip, Qt.Key.Key_1)
    window.work.building.leave()
    window.session.focus_fact(None)
    return costs


def fill(folder: Path) -> None:
    """An article of 100 kB with 2,000 spans, a fifth of them undecided, and facts on every sixth, half of them so."""
    text, spans = article(100_000, 2_000)
    project = Project(folder)
    arrivals = project.arrivals(by=WHO)
    own = [span for span in spans if span.status is Status.CONFIRMED]
    facts = [fact(n, spans) for n in range(FACTS)]
    kept = [fact for fact in facts if fact.status is Status.CONFIRMED]
    loose = {span.id: None for span in spans if span.status is not Status.CONFIRMED}
    held = [fact.with_fillers(loose) for fact in kept]
    work = AnnotationSet.of("facts", WHO, [*own, *held, Progress(State.STARTED)])
    bare = AnnotationSet.of("bare", WHO, [*own, Progress(State.STARTED)])
    arrivals.take([Record(Article(made.article, text, made.article), made) for made in (work, bare)])
    arrivals.land()
    arrivals.close()
    undecided = [span for span in spans if span.status is Status.SUGGESTED]
    project.set_pools([("facts", undecided), ("bare", undecided)], by="made")
    project.set_facts([("facts", [fact for fact in facts if fact.status is Status.SUGGESTED])])
    project.close()


def fact(n: int, spans: list[Span]) -> Fact:
    """A fact on six spans in a row: one the trigger, four fill roles."""
    trigger, actor, target, place, source, _ = spans[6 * n : 6 * n + 6]
    named = (("actor", actor), ("target", target), ("place", place), ("source", source))
    roles = tuple(Role(name, (Filler(span.start, span.end, span.id),)) for name, span in named)
    status = Status.CONFIRMED if n % 2 else Status.SUGGESTED
    return Fact(
        f"f{n}", "ATTACK", (trigger.start, trigger.end), roles, status=status, origin="rule", score=0.7
    )
