"""A blind check by keys: begun, answered, left and come back to, and what becomes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotations.blind_check.checked import BlindAnswer, BlindCheck, CheckOutcome
from models.project import Project
from models.queries.blind_check.stored import blind_checks
from tests.ui.windows import become_active, by_key, press, said
from ui.blind_check.blind_dialog import BlindDialog
from ui.main_window import MainWindow

MANY = 12
TEXT = "\n".join(f"Then Acme{n} met them." for n in range(MANY))


@pytest.fixture
def records() -> list[dict[str, Any]]:
    starts = [TEXT.index(f"Acme{n} ") for n in range(MANY)]
    spans = [{"start": at, "end": at + len(f"Acme{n}"), "label": "ORG"} for n, at in enumerate(starts)]
    return [{"id": "one", "title": "One", "text": TEXT, "spans": spans}]


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> BlindDialog:
    """The dialog, where all suggestions were accepted at once."""
    press(window, "Ctrl+Home", "Ctrl+Shift+End", "Return")
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: MainWindow) -> BlindDialog:
    press(become_active(qtbot, window), "Ctrl+B")
    found = [one for one in window.findChildren(BlindDialog) if one.isVisible()]
    return become_active(qtbot, found[-1])


def stored(folder: Path) -> BlindCheck:
    project = Project(folder)
    try:
        return blind_checks(project)[-1]
    finally:
        project.close()


def answers(folder: Path) -> list[tuple[BlindAnswer | None, str]]:
    return [(one.seen, one.given) for one in stored(folder).drawn]


def left(window: MainWindow) -> tuple[int, int]:
    return len(window.session.sheet.confirmed), len(window.session.sheet.undecided)


@by_key(["Ctrl+B"])
def test_there_is_nothing_to_check_before_anything_was_accepted_in_bulk(window: MainWindow, key: str) -> None:
    press(window, "Return", key)
    assert window.findChild(BlindDialog) is None
    assert "Nothing is to check" in said(window)


def test_the_label_is_hidden_and_each_answer_is_kept_at_once(dialog: BlindDialog, folder: Path) -> None:
    press(dialog, "Return")
    assert dialog.asking.count.text() == f"1 of {MANY}"
    assert not dialog.asking.view.spans
    first = stored(folder).drawn[0]
    assert dialog.asking.view.selection == (first.start, first.end)
    press(dialog, "3", "1", "X", "=", "O")
    given = [(BlindAnswer.LABEL, "ORG"), (BlindAnswer.LABEL, "PERSON"), (BlindAnswer.NONE, "")]
    given += [(BlindAnswer.BOUNDS, ""), (BlindAnswer.LABEL, "GPE")]
    assert answers(folder)[:6] == [*given, (None, "")]
    press(dialog, "Left")
    assert answers(folder)[4] == (None, "")
    assert dialog.asking.count.text() == f"5 of {MANY}"


def test_an_answer_is_chosen_from_the_list_as_well_and_none_is_proposed(
    dialog: BlindDialog, folder: Path
) -> None:
    press(dialog, "Return", "Return")
    assert answers(folder)[0] == (None, "")
    press(dialog, "Down", "Down", "Return")
    assert answers(folder)[0] == (BlindAnswer.LABEL, "ORG")


def test_it_is_left_and_gone_on_with(
    qtbot: QtBot, window: MainWindow, dialog: BlindDialog, folder: Path
) -> None:
    press(dialog, "Return", "3", "3", "Esc")
    again = opened(qtbot, window)
    assert again.asking.isVisible()
    assert again.asking.count.text() == f"3 of {MANY}"
    press(again, "1")
    assert [seen for seen, _ in answers(folder)].count(None) == MANY - 3


def test_the_result_is_told_in_counts_and_words(dialog: BlindDialog) -> None:
    press(dialog, "Return", *["3"] * (MANY - 2), "1", "X")
    assert dialog.told.isVisible()
    assert dialog.told.sentence.text() == "10 of 12 are right: 83 % of all 12."
    assert dialog.told.verdict.text() == "That is below the 90 % wanted."
    assert dialog.told.others.count() == 2
    assert dialog.further_on.isHidden()  # all of them were drawn


def test_keeping_puts_right_what_was_wrong(window: MainWindow, dialog: BlindDialog, folder: Path) -> None:
    press(dialog, "Return", *["3"] * (MANY - 2), "1", "X")
    dialog.keep.click()
    assert left(window) == (MANY - 1, 0)
    assert stored(folder).outcome is CheckOutcome.KEPT
    assert "2 spans put right" in said(window)


def test_taking_back_gives_all_that_was_not_asked_about_to_decide_again(
    qtbot: QtBot, window: MainWindow, dialog: BlindDialog, folder: Path
) -> None:
    dialog.start.many.setValue(4)
    dialog.draw.click()
    press(dialog, "1", "1", "1", "3")
    assert dialog.told.verdict.text() == "That is below the 90 % wanted."
    dialog.give_back.click()
    assert left(window) == (4, MANY - 4)
    assert stored(folder).outcome is CheckOutcome.TAKEN_BACK
    press(become_active(qtbot, window), "Ctrl+Z")
    assert left(window) == (MANY, 0)


def test_going_on_asks_about_the_others(dialog: BlindDialog, folder: Path) -> None:
    dialog.start.many.setValue(4)
    dialog.draw.click()
    press(dialog, *["3"] * 4)
    assert dialog.told.sentence.text().startswith("4 of 4 are right")
    dialog.further_on.click()
    assert dialog.asking.count.text() == f"5 of {MANY}"
    assert len(stored(folder).drawn) == MANY
