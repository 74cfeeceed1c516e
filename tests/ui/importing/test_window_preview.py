"""The look before an import: what the first articles would be, and what each field becomes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.windows import active, press, row, run, said
from ui.importing.importing import NOTHING
from ui.importing.preview_dialog import PreviewDialog
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]
PATIENCE = 30_000  # milliseconds
ROWS = "Kicker,Lead,Desk\nTalks,The mayor of Port Town met the union.,City\nTug,Holt Shipping bought the tug.,Sea\n"
POLISH = "Minister spotkał się w Łodzi z posłami Śląska; żadnych decyzji nie podjęto. " * 6


@pytest.fixture
def window(launch: Launch, tmp_path: Path) -> MainWindow:
    assert run("new", tmp_path / "p") == 0
    return launch("open", tmp_path / "p", "--annotator", "anna")


def bring(qtbot: QtBot, window: MainWindow, *paths: Path) -> PreviewDialog:
    """Imports the files and waits for the look at them."""
    window.files.import_paths([*paths])
    qtbot.waitUntil(lambda: bool(window.findChildren(PreviewDialog)), timeout=PATIENCE)
    dialog = active(qtbot, PreviewDialog)
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=PATIENCE)
    return dialog


def titles(window: MainWindow) -> list[str]:
    return [row(window, number)[0] for number in range(window.work.list.model().rowCount())]


def words(dialog: PreviewDialog) -> str:
    """What the dialog shows."""
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def become(qtbot: QtBot, window: MainWindow, dialog: PreviewDialog, name: str, ours: str) -> None:
    """Chooses by keys what the field becomes, and waits for the next look."""
    choice = dialog.fields.choices[name]
    choice.setFocus()
    press(choice, "Home")
    for _ in range(choice.findData(ours)):
        press(choice, "Down")
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=PATIENCE)


def test_the_field_that_is_the_text_is_proposed_and_others_are_chosen(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "w.csv").write_text(ROWS, "utf-8")
    dialog = bring(qtbot, window, tmp_path / "w.csv")
    assert dialog.fields.chosen() == {"text": "Lead"}
    become(qtbot, window, dialog, "Kicker", "title")
    qtbot.waitUntil(lambda: "Holt Shipping bought the tug." in words(dialog), timeout=PATIENCE)
    press(dialog, "Return")
    qtbot.waitUntil(lambda: titles(window) == ["Talks", "Tug"], timeout=PATIENCE)
    project = Project(tmp_path / "p")
    metas = [
        project.article(row[0]).meta for row in project.db.rows("SELECT id FROM article ORDER BY number")
    ]
    project.close()
    assert [meta["Desk"] for meta in metas] == ["City", "Sea"]


def test_the_next_file_with_these_fields_is_read_the_same_without_a_question(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "w.csv").write_text(ROWS, "utf-8")
    press(bring(qtbot, window, tmp_path / "w.csv"), "Return")
    qtbot.waitUntil(lambda: len(titles(window)) == 2 and not window.files.is_busy, timeout=PATIENCE)
    (tmp_path / "x.csv").write_text(
        "Kicker,Lead,Desk\nOslo,The talks in Oslo ended on Friday.,World\n", "utf-8"
    )
    window.files.import_paths([tmp_path / "x.csv"])
    qtbot.waitUntil(lambda: len(titles(window)) == 3, timeout=PATIENCE)
    assert not [one for one in window.findChildren(PreviewDialog) if one.isVisible()]


def test_leaving_the_look_imports_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "w.csv").write_text(ROWS, "utf-8")
    press(bring(qtbot, window, tmp_path / "w.csv"), "Esc")
    assert (said(window), titles(window)) == (NOTHING, [])


def test_an_encoding_that_was_guessed_is_shown_and_can_be_another(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "p.txt").write_bytes(POLISH.encode("cp1250"))
    dialog = bring(qtbot, window, tmp_path / "p.txt")
    assert "cp1250" in dialog.out.text()
    qtbot.waitUntil(lambda: "Łodzi" in words(dialog), timeout=PATIENCE)
    dialog.encoding.setFocus()
    QTest.keyClicks(dialog.encoding, "cp1252")
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=PATIENCE)
    qtbot.waitUntil(lambda: "£odzi" in words(dialog), timeout=PATIENCE)
    assert "Łodzi" not in words(dialog)
    press(dialog, "Return")
    qtbot.waitUntil(lambda: len(titles(window)) == 1, timeout=PATIENCE)
    assert "Łodzi" not in window.view.text


def test_files_that_leave_nothing_to_ask_come_in_at_once(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Tug sold\n\nHolt Shipping bought the tug Marta.", "utf-8")
    window.files.import_paths([tmp_path / "a.txt"])
    qtbot.waitUntil(lambda: titles(window) == ["Tug sold"], timeout=PATIENCE)
    assert not window.findChildren(PreviewDialog)
