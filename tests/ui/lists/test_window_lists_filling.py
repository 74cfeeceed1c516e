"""A project's list filled from files and from what is confirmed, beside other programs; then suggesting again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.ui.lists.listing import BERGEN, BROKEN, OSLO, click, line, listed, opened, put, typed
from tests.ui.windows import active, press
from ui.lists.confirmed_dialog import ConfirmedDialog
from ui.lists.label_dialog import LabelDialog
from ui.lists.lists_dialog import ListsDialog
from ui.main_window import MainWindow


def from_file(dialog: ListsDialog, monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """Adds the wordings of the file, which is chosen in the system's dialog."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    click(dialog.file)


def test_a_table_is_added_and_lines_that_are_left_out_are_named(
    window: MainWindow, folder: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, OSLO)
    (tmp_path / "list.csv").write_text("wording,label\nOslo,GPE\nNavy,ORG\n--,ORG\n", "utf-8")
    dialog = opened(window, qtbot)
    from_file(dialog, monkeypatch, tmp_path / "list.csv")
    assert listed(folder) == [OSLO, line("ORG", "Navy")]
    assert dialog.told.text() == "2 wordings, 1 line left out: 1 added; 1 was there already."
    box = active(qtbot, QMessageBox)
    assert (box.text(), box.informativeText()[:11]) == ("2 wordings, 1 line left out.", "list.csv:4:")
    press(window, "Return")


def test_a_text_asks_for_its_label(
    window: MainWindow, folder: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.txt").write_text("Oslo\nBergen\n", "utf-8")
    dialog = opened(window, qtbot)
    from_file(dialog, monkeypatch, tmp_path / "list.txt")
    asking = active(qtbot, LabelDialog)
    QTest.keyClicks(asking.label, "G")
    press(window, "Return")
    assert listed(folder) == [OSLO, BERGEN]
    assert dialog.told.text() == "2 wordings: 2 added."


def test_a_file_that_is_no_list_is_one_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "list.txt").write_text("", "utf-8")
    dialog = opened(window, qtbot)
    from_file(dialog, monkeypatch, tmp_path / "list.txt")
    assert dialog.told.text().endswith("list.txt: The file is empty.")


def test_what_is_confirmed_is_ticked_and_added(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    press(window, "Tab", "Return", "Return", "Return")
    put(folder, OSLO)
    click(opened(window, qtbot).confirmed)
    asking = active(qtbot, ConfirmedDialog)
    assert [(one["wording"], one["label"], one["confirmed"]) for one in asking.rows.rows] == [
        ("Maria Ruiz", "PERSON", 1),
        ("Navy", "ORG", 1),
    ]
    press(window, "Space")
    assert asking.take.text() == "Add 1 wording"
    press(window, "Return")
    assert listed(folder) == [OSLO, line("ORG", "Navy")]


def test_ticks_are_set_for_all_that_is_looked_for(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    press(window, "Tab", "Return", "Return", "Return")
    click(opened(window, qtbot).confirmed)
    asking = active(qtbot, ConfirmedDialog)
    click(asking.none)
    assert not asking.take.isEnabled()
    QTest.keyClicks(asking.search, "nav")
    click(asking.all)
    asking.search.clear()
    click(asking.take)
    assert listed(folder) == [line("ORG", "Navy")]


def test_where_nothing_is_confirmed_it_says_so(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    click(dialog.confirmed)
    nothing = "Nothing is confirmed that is not in the list already."
    qtbot.waitUntil(lambda: dialog.told.text() == nothing, timeout=30_000)


def test_what_another_program_writes_is_shown_and_what_is_typed_stays(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    put(folder, OSLO)
    dialog = opened(window, qtbot)
    press(window, "Return")
    QTest.keyClicks(dialog.form.words, "by")
    put(folder, BERGEN, BROKEN)
    qtbot.waitUntil(lambda: len(dialog.rows.rows) == 2)
    assert "Another program has changed the list" in dialog.told.text()
    assert (dialog.form.words.text(), dialog.form.do.text()) == ("by", "Add")


def test_nothing_is_written_over_what_was_changed_just_now(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    put(folder, OSLO)
    dialog = opened(window, qtbot)
    put(folder, BERGEN, BROKEN)
    typed(dialog, "Odense", "GPE")
    assert listed(folder) == [BERGEN, BROKEN]
    assert dialog.form.words.text() == "Odense"
    typed(dialog, "Odense")
    assert listed(folder) == [BERGEN, BROKEN, line("GPE", "Odense")]


def test_a_list_that_was_changed_asks_whether_to_suggest_again(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    assert dialog.suggest.text() == "Suggest again in 2 articles"
    typed(dialog, "Oslo", "GPE")
    dialog.reject()
    box = active(qtbot, QMessageBox)
    assert box.text() == "The list is another now. Suggest again in 2 articles?"
    press(window, "Return")
    qtbot.waitUntil(lambda: not window.suggesting.is_busy, timeout=60_000)


def test_a_list_that_was_only_seen_asks_nothing(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    put(folder, OSLO)
    dialog = opened(window, qtbot)
    press(window, "Esc")
    assert not dialog.isVisible()
    assert [box for box in window.findChildren(QMessageBox) if box.isVisible()] == []


def test_a_project_that_closes_takes_the_dialog_along_and_asks_nothing(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    typed(dialog, "Oslo", "GPE")
    window.session.close()
    assert not dialog.isVisible()
    assert [box for box in window.findChildren(QMessageBox) if box.isVisible()] == []


def test_a_wording_of_the_list_is_suggested_where_it_stands_without_a_pipeline_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    typed(dialog, "will return", "NOTE")
    click(dialog.suggest)
    found = ("will return", "NOTE")
    qtbot.waitUntil(
        lambda: found in {(window.view.text[s.start : s.end], s.label) for s in window.view.spans.values()},
        timeout=60_000,
    )
