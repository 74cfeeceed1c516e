"""A project's own list in the window: seen, searched, and changed line by line; the file keeps the rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from annotations.suggest.pattern_lines import FILE
from tests.ui.lists.listing import (
    BERGEN,
    BROKEN,
    GREEDY,
    OSLO,
    click,
    line,
    listed,
    opened,
    put,
    shown,
    typed,
)
from tests.ui.windows import press, said
from tests.unprivileged import read_only_disk
from ui.main_window import MainWindow


def test_every_line_is_a_row_with_what_is_wrong(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    put(folder, OSLO, BROKEN, line("NONE", "x"), GREEDY)
    dialog = opened(window, qtbot)
    assert shown(dialog) == [
        (1, "GPE", "Oslo"),
        (2, "", BROKEN),
        (3, "NONE", "x"),
        (4, "ORG", '[{"IS_ALPHA": true}]'),
    ]
    qtbot.waitUntil(lambda: bool(dialog.rows.rows[3].wrong), timeout=30_000)
    wrong = [row.wrong for row in dialog.rows.rows]
    assert wrong[:2] == ["", "This line is not JSON."]
    assert wrong[2].startswith("There is no label NONE in the project")
    assert wrong[3].startswith("This pattern matches nearly everything")
    assert dialog.wrong_alone.text() == "&Mistakes (3)"
    press(window, "Down")
    assert dialog.told.text() == "Line 2: This line is not JSON."


def test_a_wording_is_added_by_keys_and_its_file_is_made(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot)
    assert dialog.told.text().startswith("No wordings yet")
    typed(dialog, " pea  soup", "NOTE")
    assert listed(folder) == [line("NOTE", "pea soup")]
    assert dialog.told.text() == "“pea soup” added, as NOTE, on line 1."
    assert (dialog.form.words.text(), dialog.form.words.hasFocus()) == ("", True)


def test_what_is_there_is_not_added_again_and_stays_typed(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    put(folder, BERGEN, OSLO)
    dialog = opened(window, qtbot)
    typed(dialog, "Oslo", "GPE")
    assert dialog.told.text() == "This is on line 2 already."
    assert [row.line for row in dialog.chosen()] == [2]
    assert (dialog.form.words.text(), listed(folder)) == ("Oslo", [BERGEN, OSLO])


def test_a_line_is_changed_by_keys(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    put(folder, OSLO, BROKEN, BERGEN)
    dialog = opened(window, qtbot)
    press(window, "Return")
    assert (dialog.form.words.text(), dialog.form.chosen) == ("Oslo", "GPE")
    assert dialog.form.do.text() == "Change line 1"
    typed(dialog, "Osl")
    assert listed(folder) == [line("GPE", "Osl"), BROKEN, BERGEN]
    assert dialog.form.do.text() == "Add"


def test_tokens_are_json_and_a_mistake_is_told_by_line(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    put(folder, OSLO, '{"label": "ORG", "pattern": [{"LOWER": "sea"}], "id": "x"}')
    dialog = opened(window, qtbot)
    press(window, "Down", "Return")
    assert dialog.form.words.text() == '[{"LOWER": "sea"}]'
    typed(dialog, '[{"LOWER": }]')
    assert dialog.told.text() == "Line 2: These tokens are not JSON: Expecting value, at character 12."
    assert dialog.form.words.text() == '[{"LOWER": }]'
    typed(dialog, '[{"LOWER": "bay"}]')
    assert listed(folder)[1] == '{"label": "ORG", "pattern": [{"LOWER": "bay"}], "id": "x"}'


def test_a_line_of_a_label_that_the_project_lacks_keeps_it_until_another_is_chosen(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    put(folder, line("NONE", "x"))
    dialog = opened(window, qtbot)
    press(window, "Return")
    typed(dialog, "y")
    assert listed(folder) == [line("NONE", "y")]
    assert dialog.form.chosen in window.session.project.schema.labels


def test_lines_are_removed_and_undo_brings_them_back(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    put(folder, OSLO, BROKEN, BERGEN)
    dialog = opened(window, qtbot)
    press(window, "Shift+Down", "Del")
    assert (listed(folder), dialog.told.text()) == ([BERGEN], "2 lines removed.")
    press(window, "Ctrl+Z")
    assert (listed(folder), dialog.told.text()) == ([OSLO, BROKEN, BERGEN], "Undid: 2 lines removed.")


def test_lines_get_another_label_at_once(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    put(folder, OSLO, BERGEN, line("ORG", "Oslo"))
    dialog = opened(window, qtbot)
    press(window, "Shift+Down", "L")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    [action] = [action for action in menu.actions() if action.text() == "ORG"]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert listed(folder) == [line("ORG", "Bergen"), line("ORG", "Oslo")]
    assert dialog.told.text() == ("2 lines are ORG now; 1 said what another line says, and is removed.")


def test_the_list_is_searched_by_words_label_and_mistakes(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    put(folder, OSLO, BROKEN, line("ORG", "Oslo Bank"))
    dialog = opened(window, qtbot)
    QTest.keyClicks(dialog.search, "oslo")
    qtbot.waitUntil(lambda: len(dialog.rows.rows) == 2)
    assert dialog.count.text() == "2 of 3 lines"
    dialog.of.setCurrentIndex(dialog.of.findData("ORG"))
    dialog.of.activated.emit(dialog.of.currentIndex())
    assert shown(dialog) == [(3, "ORG", "Oslo Bank")]
    dialog.of.setCurrentIndex(0)
    dialog.search.clear()
    click(dialog.wrong_alone)
    qtbot.waitUntil(lambda: shown(dialog) == [(2, "", BROKEN)])


def test_esc_leaves_what_is_typed_before_it_leaves_the_dialog(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot)
    dialog.form.words.setFocus()
    QTest.keyClicks(dialog.form.words, "Os")
    press(window, "Esc")
    assert (dialog.form.words.text(), dialog.isVisible()) == ("", True)
    press(window, "Esc")
    assert not dialog.isVisible()


def test_a_list_that_cannot_be_read_is_never_written_over(
    window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    (folder / FILE).write_bytes(b"\xff\xff")
    dialog = opened(window, qtbot)
    assert "should be JSON lines in UTF-8" in dialog.told.text()
    assert not dialog.form.isEnabled()
    dialog.form.written.emit()
    dialog.undone.emit()
    assert (folder / FILE).read_bytes() == b"\xff\xff"
    put(folder, OSLO)
    qtbot.waitUntil(lambda: shown(dialog) == [(1, "GPE", "Oslo")])
    assert dialog.form.isEnabled()


def test_in_a_project_open_for_reading_alone_it_is_only_seen(
    folder: Path, launch: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    put(folder, OSLO)
    with read_only_disk(folder):
        window = launch("open", folder, "--annotator", "anna")
        dialog = opened(window, qtbot)
        assert shown(dialog) == [(1, "GPE", "Oslo")]
        press(window, "Del", "Return")
        assert (dialog.form.isEnabled(), dialog.file.isEnabled()) == (False, False)
        assert "reading alone" in dialog.file.toolTip()
        dialog.reject()
        window.close()
    assert listed(folder) == [OSLO]
    assert said(window) == ""
