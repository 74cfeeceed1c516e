"""Deciding by majority from the menu Review: figures first, then one edit that one undo takes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.review.reviews import ANNA, BEN, gold, line, made, opened
from tests.ui.windows import active, become_active, press, said
from ui.main_window import MainWindow
from ui.review.many.majority import MajorityDialog

CARA = [("Maria Ruiz", "PERSON"), ("Oslo", "GPE"), ("the Navy", "ORG")]
THREE = [
    line("first", "anna", ANNA),
    line("first", "ben", BEN),
    line("first", "cara", CARA),
    *(line("second", who, [("Oslo", label)]) for who, label in (("anna", "GPE"), ("ben", "ORG"))),
]
PATIENCE = 20_000  # ms
TAKEN = [("Maria Ruiz", "PERSON"), ("the Navy", "ORG"), ("Oslo", "GPE")]


@pytest.fixture(name="folder")
def folder_of_three(tmp_path: Path) -> Path:
    return made(tmp_path / "three", THREE)


@pytest.fixture
def window(launch, folder: Path) -> MainWindow:
    made = launch("open", folder, "--annotator", "rex")
    opened(made)
    return made


def idle(qtbot: QtBot, window: MainWindow) -> None:
    """Waits until no command runs."""
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=PATIENCE)


def ask(qtbot: QtBot, window: MainWindow) -> MajorityDialog:
    """The dialog, once it has counted."""
    window.pages.verbs["review_majority"].trigger()
    dialog = active(qtbot, MajorityDialog)
    qtbot.waitUntil(lambda: "Counting" not in dialog.takes.text(), timeout=PATIENCE)
    return dialog


def test_it_says_first_what_it_takes_and_then_takes_it(qtbot, window, folder: Path) -> None:
    dialog = ask(qtbot, window)
    assert dialog.takes.text() == "Takes 4 cases in 1 article; 1 stays open."
    assert gold(folder) == []
    press(dialog, "Return")
    idle(qtbot, window)
    assert gold(folder) == TAKEN
    assert said(window) == "Took 4 cases in 1 article; 1 stays open. Ctrl+Z takes all of it back."
    press(become_active(qtbot, window), "Ctrl+Z")
    assert gold(folder) == []


def test_another_number_is_counted_anew(qtbot: QtBot, window: MainWindow) -> None:
    dialog = ask(qtbot, window)
    press(dialog, "Up")
    assert not dialog.take.isEnabled()
    qtbot.waitUntil(lambda: "Counting" not in dialog.takes.text(), timeout=PATIENCE)
    assert dialog.takes.text() == "Takes 0 cases in 0 articles; 5 stay open."
    assert not dialog.take.isEnabled()


def test_leaving_it_decides_nothing(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    dialog = ask(qtbot, window)
    press(dialog, "Esc")
    idle(qtbot, window)
    assert gold(folder) == []


def test_one_alone_is_no_majority(launch, tmp_path: Path) -> None:
    alone = launch("open", made(tmp_path / "one", [line("first", "anna", ANNA)]), "--annotator", "rex")
    opened(alone)
    alone.pages.verbs["review_majority"].trigger()
    assert said(alone) == "A majority needs the work of two annotators or more."


def test_the_lowest_agreement_comes_first_when_that_is_chosen(window: MainWindow) -> None:
    page = opened(window)
    page.choose("anna", "ben", "cara")
    before = [page.view.text[slice(*case.place)] for case in page.hand.cases]
    window.pages.verbs["review_lowest"].trigger()
    assert said(window) == "Articles and their cases come with the lowest agreement first."
    assert page.hand.at == page.hand.cases[0]
    window.pages.verbs["review_lowest"].trigger()
    assert [page.view.text[slice(*case.place)] for case in page.hand.cases] == before
