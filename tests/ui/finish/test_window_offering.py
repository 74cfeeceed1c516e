"""A project with labels of one's own and no pipeline: what is confirmed in one article is offered in the others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.holding import Holder
from tests.ui.windows import active, focused, press, run, said, shown
from ui.finish.finish_dialog import FinishDialog
from ui.main_window import MainWindow

TEXTS = {
    "first": "Pad thai is fried at Siam Corner. Pad thai again.",
    "second": "Siam Corner has no pad thai. Order Pad thai elsewhere.",
    "third": "Order Tom yum, Pad thai.",
}
CARD = "Words confirmed here: 3 suggestions in 2 other articles."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A kitchen's project as `new` makes it, with three articles and nothing else."""
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    project = tmp_path / "kitchen"
    assert run("new", project, "--labels", "DISH,PLACE") == 0
    assert run("import", project, *(tmp_path / f"{name}.txt" for name in TEXTS)) == 0
    return project


@pytest.fixture
def window(qtbot: QtBot, launch: Callable[..., MainWindow], folder: Path) -> MainWindow:
    made = launch("open", folder, "--annotator", "anna")
    qtbot.waitUntil(lambda: not made.suggesting.is_busy, timeout=30_000)
    return made


def marked(window: MainWindow, words: str, label: str) -> None:
    """Select the words in the article and press the key of the label."""
    start = window.view.text.index(words)
    window.view.set_selection(start, start + len(words))
    press(window, str(window.session.project.schema.labels[label].key).upper())


def finished(qtbot: QtBot, window: MainWindow) -> None:
    """Mark a dish and a place in the first article, and finish it."""
    marked(window, "Pad thai", "DISH")
    marked(window, "Siam Corner", "PLACE")
    press(window, "Ctrl+Return")
    qtbot.waitUntil(lambda: not window.work.finishing.offers.is_busy, timeout=30_000)


def undecided(window: MainWindow) -> list[tuple[str, str]]:
    return [(words, label) for words, label, status in shown(window) if status == "suggested"]


def test_once_the_first_article_is_finished_the_second_has_suggestions(
    qtbot: QtBot, window: MainWindow
) -> None:
    finished(qtbot, window)
    assert window.ending.card.taught.text() == CARD
    assert window.ending.card.accessibleName().endswith(CARD)
    press(window, "Return")
    assert undecided(window) == [("Siam Corner", "PLACE"), ("Pad thai", "DISH")]
    press(window, "Tab", "Return", "Return", "Ctrl+Return", "Return")
    assert undecided(window) == [("Pad thai", "DISH")]


@pytest.mark.usefixtures("straight_on")
def test_who_goes_straight_on_is_told_and_can_go_through_them(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    assert said(window) == CARD
    press(window, "Tab")
    assert focused(window) == "Siam Corner"


@pytest.mark.usefixtures("straight_on")
def test_what_was_left_undecided_is_said_with_it(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    marked(window, "Order", "PLACE")
    press(window, "Ctrl+Return")
    press(active(qtbot, FinishDialog), "L")
    qtbot.waitUntil(lambda: not window.work.finishing.offers.is_busy, timeout=30_000)
    told = "Words confirmed here: 1 suggestion in 1 other article."
    assert said(window) == f"Finished; 2 spans left undecided in the article before. {told}"


def test_looking_for_more_here_finds_the_same_words_again(qtbot: QtBot, window: MainWindow) -> None:
    marked(window, "Pad thai", "DISH")
    press(window, "R")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    assert (said(window), undecided(window)) == ("1 span found.", [("Pad thai", "DISH")])
    press(window, "R")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    assert said(window) == "Nothing new."


def test_undoing_the_end_of_an_article_leaves_what_was_offered(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    press(window, "Esc", "Ctrl+Z", "Ctrl+PgDown")
    assert len(undecided(window)) == 2


def test_finishing_where_nothing_is_new_says_nothing_of_it(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Ctrl+Return")
    qtbot.waitUntil(lambda: not window.work.finishing.offers.is_busy)
    assert not window.ending.card.taught.isVisible()


def test_while_another_program_writes_the_offer_waits(
    qtbot: QtBot, window: MainWindow, hold: Callable[..., Holder]
) -> None:
    holder = hold()
    marked(window, "Pad thai", "DISH")
    press(window, "Ctrl+Return", "Esc")
    assert window.work.finishing.offers.is_busy
    holder.close()
    qtbot.waitUntil(lambda: not window.work.finishing.offers.is_busy, timeout=30_000)
    press(window, "Ctrl+PgDown")
    assert undecided(window) == [("Pad thai", "DISH")]


def test_closing_the_project_ends_the_offer(window: MainWindow) -> None:
    marked(window, "Pad thai", "DISH")
    press(window, "Ctrl+Return")
    window.session.close()
    assert not window.work.finishing.offers.is_busy
