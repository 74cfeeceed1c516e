"""A lock that another program holds: no key waits for it, what is done is shown as not saved, and nothing is lost."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.waits import LONGEST, Hold, is_saved, mark, timed
from tests.ui.windows import active, point, press, shown, state, stored, suggested
from ui.main_window import MainWindow

WORDS = ["Oslo", "Bergen", "Paris", "Rome", "Berlin", "Madrid", "Vienna", "Prague"]
TEXT = f"They went to {', '.join(WORDS)}."


@pytest.fixture
def records() -> list[dict[str, Any]]:
    spans = [suggested(TEXT, word, "GPE") for word in WORDS]
    return [
        {"id": "first", "title": "First", "text": TEXT, "spans": spans},
        {"id": "second", "title": "Second", "text": "Oslo waits.", "spans": []},
    ]


def confirmed(window: MainWindow) -> list[str]:
    return [quote for quote, _, status in shown(window) if status == "confirmed"]


def verbs(folder: Path) -> list[str]:
    """The verbs of the log, in its order."""
    project = Project(folder)
    try:
        return [
            row[0] for row in project.db.rows("SELECT verb FROM event WHERE kind <> 'import' ORDER BY number")
        ]
    finally:
        project.close()


def test_six_enters_under_a_lock_are_kept_and_written_in_their_order(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Tab", "Return")
    assert is_saved(window)
    holder = hold()
    assert timed(window, *["Return"] * 6) < LONGEST
    assert confirmed(window) == WORDS[:7]
    assert mark(window) == "… waiting for another program (6)"
    assert [quote for quote, _ in stored(folder)] == WORDS[:1]
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert [quote for quote, _ in stored(folder)] == WORDS[:7]
    assert verbs(folder)[-6:] == [f"confirm “{word}”" for word in WORDS[1:7]]


def decided(word: str) -> str:
    """The statement by which the other program decides on the suggestion itself, as anna."""
    return (
        'INSERT INTO item (article, annotator, kind, id, start, "end", label, status, origin, score, body, event) '
        "SELECT article, 'anna', kind, id, start, \"end\", label, 'rejected', origin, score, body, "
        f"1 FROM suggestion WHERE kind = 'span' AND start = {TEXT.index(word)}"
    )


def test_an_edit_that_fits_no_longer_is_listed_and_the_others_are_written(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    holder = hold(decided("Oslo"))
    press(window, "Tab", *["Return"] * 3)
    assert confirmed(window) == WORDS[:3]
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert [quote for quote, _ in stored(folder)] == WORDS[1:3]
    assert confirmed(window) == WORDS[1:3]
    assert window.not_done.isVisible()
    [line] = [window.not_done.list.item(n).text() for n in range(window.not_done.list.count())]
    assert line.startswith("First: Somebody changed this in the meantime, so confirm “Oslo” was not done")
    assert state(folder) == "started"  # which the edit that is lost had brought
    qtbot.waitUntil(lambda: window.view.hasFocus())
    press(window, "Return")
    assert [quote for quote, _ in stored(folder)] == WORDS[1:4]
    assert window.not_done.isVisible()


def test_what_waits_is_seen_in_every_article_and_the_next_edit_is_made_on_it(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    holder = hold()
    assert timed(window, "Tab", "Return", "Ctrl+PgDown", "Ctrl+PgUp", "Tab", "1") < LONGEST
    assert shown(window)[:2] == [("Oslo", "GPE", "confirmed"), ("Bergen", "PERSON", "confirmed")]
    assert window.work.heading.counts.text() == "2 of 8 spans"
    point(window, "Bergen")
    press(window, "3")
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert stored(folder) == [("Oslo", "GPE"), ("Bergen", "ORG")]


def test_what_waits_can_be_undone_and_done_again(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Tab", *["Return"] * 2)
    holder = hold()
    press(window, "Return", "Return")
    assert timed(window, *["Ctrl+Z"] * 3) < LONGEST
    assert (confirmed(window), mark(window)) == (WORDS[:1], "… waiting for another program (1)")
    window.menus.name_undo()
    assert window.verbs["undo"].text() == "Undo: confirm “Oslo”"
    assert timed(window, *["Ctrl+Shift+Z"] * 2) < LONGEST
    assert (confirmed(window), mark(window)) == (WORDS[:3], "… waiting for another program (1)")
    press(window, "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert (stored(folder), confirmed(window)) == ([], [])
    press(window, *["Ctrl+Shift+Z"] * 5)
    qtbot.waitUntil(lambda: is_saved(window))
    assert [quote for quote, _ in stored(folder)] == WORDS[:4]


@pytest.mark.parametrize("answer", ["Wait further", "Close and lose 2 edits"])
def test_closing_asks_while_edits_wait(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold, answer: str
) -> None:
    holder = hold()
    press(window, "Tab", "Return", "Return")
    window.close()
    box = active(qtbot, QMessageBox)
    assert box.informativeText() == "First: confirm “Oslo”\nFirst: confirm “Bergen”"
    assert "2 edits not saved" in box.text()
    assert box.defaultButton().text() == "Wait further"
    next(button for button in box.buttons() if button.text() == answer).click()
    is_kept = answer == "Wait further"
    assert window.isVisible() == is_kept
    holder.let_go()
    qtbot.waitUntil(lambda: not is_kept or is_saved(window))
    assert len(stored(folder)) == 2 * is_kept


def test_closing_does_not_hide_what_was_not_done(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    holder = hold(decided("Oslo"))
    press(window, "Tab", "Return", "Return")
    window.close()
    active(qtbot, QMessageBox)
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert (window.files.leaving.box, window.isVisible(), window.not_done.isVisible()) == (None, True, True)
    assert [quote for quote, _ in stored(folder)] == ["Bergen"]


def test_nothing_counts_as_saved_before_all_of_it_is_stored(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    seen: list[tuple[int, int]] = []
    window.session.saved.connect(lambda: seen.append((len(confirmed(window)), len(stored(folder)))))
    holder = hold()
    press(window, "Tab", *["Return"] * 6)
    qtbot.waitUntil(lambda: window.session.opened.waiting.trouble is not None)  # it was tried in vain
    assert seen == []
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert seen == [(6, 6)]


def test_closing_goes_on_by_itself_when_all_is_written(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    holder = hold()
    press(window, "Tab", "Return", "Return")
    window.close()
    active(qtbot, QMessageBox)
    holder.let_go()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [quote for quote, _ in stored(folder)] == WORDS[:2]


@pytest.mark.parametrize("leave", ["another project", "quit", "annotator"])
def test_leaving_in_any_other_way_asks_as_well(
    qtbot: QtBot, window: MainWindow, folder: Path, tmp_path: Path, hold: Hold, leave: str
) -> None:
    hold()
    other = shutil.copytree(folder, tmp_path / "other")
    press(window, "Tab", "Return")
    ways = {
        "another project": lambda: window.files.open(other),
        "annotator": lambda: window.files.become("bert"),
    }
    ways.get(leave, lambda: press(window, "Ctrl+Q"))()
    press(active(qtbot, QMessageBox), "Esc")
    assert (window.isVisible(), window.session.project.folder, window.session.annotator) == (
        True,
        folder,
        "anna",
    )
    assert (mark(window), window.top.annotator.text()) == ("… waiting for another program (1)", "anna")
