"""The copies of a project in a long job of review: annotating by keys, and packages between them."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.sets import GOLD
from tests.ui.cards.cards import row
from tests.ui.facts.building import in_hand, sign, strip, to_role
from tests.ui.facts.facts_project import opened
from tests.ui.review.job_truth import (
    KEYS,
    PEOPLE,
    SCHEMA,
    TOPICS,
    TRUTH,
    TYPES,
    Spans,
    Stated,
    Work,
    at,
    text,
    work_of,
)
from tests.ui.windows import here, press, project_with, run
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]
PACKAGES = count()


def copy_of(folder: Path) -> Path:
    """A copy of the project, with nobody's work in it."""
    records = [{"id": id_, "title": id_, "text": text(id_)} for id_ in TRUTH]
    return project_with(folder, SCHEMA, records, suggest=True)


# --- annotating


def annotate(launch: Launch, folder: Path, who: str) -> None:
    """Does all articles by keys, and finishes each."""
    window = launch("open", folder, "--annotator", who)
    for article in TRUTH:
        go_to(window, article)
        change(window, Work({}, {}, (), ()), work_of(who, article))
        press(window, "Ctrl+Return")
    window.close()


def revise(launch: Launch, folder: Path, who: str, article: str, was: Work, now: Work) -> None:
    """Does an article that came back by keys, and finishes it."""
    window = launch("open", folder, "--annotator", who)
    go_to(window, article)
    change(window, was, now)
    press(window, "Ctrl+Return")
    window.close()


def go_to(window: MainWindow, article: str) -> None:
    press(window, *["Esc"], *["Ctrl+PgUp"] * len(TRUTH))
    while here(window) != article:
        press(window, "Ctrl+PgDown")


def change(window: MainWindow, was: Work, now: Work) -> None:
    """Turns the one work into the other by keys."""
    for line, spans in now.spans.items():
        respan(window, line, was.spans.get(line, {}), spans)
    for line, said in now.facts.items():
        if said and said != was.facts.get(line):
            state(window, line, said)
    for words in set(was.boilerplate or ()) ^ set(now.boilerplate or ()):
        choose(window, words, words)
        press(window, "B")
    for topic in sorted(set(was.topics or ()) ^ set(now.topics or ())):
        press(window, TOPICS[topic])


def choose(window: MainWindow, line: str, quote: str) -> None:
    window.view.set_selection(*at(here(window), line, quote))


def respan(window: MainWindow, line: str, was: Spans, now: Spans) -> None:
    for quote in was.keys() - now.keys():
        choose(window, line, quote)
        press(window, "X")
    for quote, label in now.items():
        if was.get(quote) != label:
            choose(window, line, quote)
            press(window, KEYS[label])


def state(window: MainWindow, line: str, said: Stated) -> None:
    """Builds the fact by keys."""
    choose(window, line, said.at)
    press(window, "F", TYPES[said.type])
    build(window, said)
    if said.number not in (None, 60):
        retype(window, "count", f"{said.number:g}")


def build(window: MainWindow, said: Stated) -> None:
    """Fills the roles of the fact that is begun, and writes it."""
    for role, quote in said.roles.items():
        to_role(window, role)
        press(window, sign(window, quote))
    press(window, *["Alt+M"] * ("modality" in said.attributes), "Return")
    assert window.work.building.draft is None, in_hand(window)
    assert not strip(window).isVisible()


def retype(window: MainWindow, role: str, value: str) -> None:
    """Types another value of the fact in focus in its card."""
    row(opened(window), role).setFocus()
    press(window, "F2")
    QTest.keyClicks(QApplication.focusWidget(), value)
    press(window, "Return", "Esc")


# --- packages


def send(copies: dict[str, Path], source: str, to: str, *names: str) -> None:
    """Packs those people's work in one copy, and merges it in another."""
    package = copies[source].parent / f"{next(PACKAGES)}.fm"
    for name in names:
        assert run("pack", copies[source], package, "--annotator", name) == 0
        assert run("merge", copies[to], package) == 0


def tell(copies: dict[str, Path], reviewer: str, who: str) -> None:
    """Sends the annotator what a reviewer gives back and has approved."""
    package = copies[reviewer].parent / f"{next(PACKAGES)}.fm"
    assert run("feedback", copies[reviewer], who, package) == 0
    assert run("merge", copies[who], package) == 0


def share(copies: dict[str, Path], source: str, to: str) -> None:
    """Sends another reviewer all that a reviewer has: gold and the annotators' work."""
    send(copies, source, to, *PEOPLE, GOLD)
