"""The schema while another program holds the project, or its file cannot be written: said, and the mark is right."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.schema.test_window_schema import recast
from tests.ui.waits import Hold, is_saved, mark, waits
from tests.ui.windows import active, is_sentence, press, run, said, stored
from ui.main_window import MainWindow
from ui.schema.schema_editor import SchemaEditor


def editor_of(qtbot: QtBot, window: MainWindow) -> SchemaEditor:
    window.schema_editing.open()
    return active(qtbot, SchemaEditor)


def test_a_rename_under_a_lock_is_not_done_and_says_so(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Tab", "Return")
    editor = editor_of(qtbot, window)
    holder = hold()
    recast(editor, "PERSON", "HUMAN")
    assert mark(window) == "✗ not saved"
    assert said(window).startswith("Another program is writing to the project; nothing was changed")
    assert "HUMAN" not in (folder / "project.yaml").read_text()
    holder.let_go()
    recast(editor, "PERSON", "HUMAN")
    assert (is_saved(window), stored(folder)) == (True, [("Maria Ruiz", "HUMAN")])


def test_a_rename_does_not_overtake_edits_that_wait(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    holder = hold()
    press(window, "Tab", "Return", "Return")
    editor = editor_of(qtbot, window)
    recast(editor, "NOTE", "REMARK")
    assert is_sentence(editor.form.wrong.text())
    assert waits(window) == 2
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert "REMARK" not in (folder / "project.yaml").read_text()
    assert run("check", folder) == 0


def test_an_undo_of_a_rename_is_not_done_under_a_lock(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Tab", "Return")
    editor = editor_of(qtbot, window)
    recast(editor, "PERSON", "HUMAN")
    editor.close()
    hold()
    window.session.undo()
    assert (mark(window), is_sentence(said(window))) == ("✗ not saved", True)
    assert stored(folder) == [("Maria Ruiz", "HUMAN")]
