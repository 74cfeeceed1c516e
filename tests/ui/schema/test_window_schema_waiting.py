"""The schema while another program holds the project, or its file cannot be written: said, and the mark is right."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.schema.test_window_schema import recast
from tests.ui.waits import Hold, is_saved, mark, waits
from tests.ui.windows import active, become_active, is_sentence, press, run, said, stored
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


def no_room(*_: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_nothing_counts_as_saved_before_the_schema_of_a_rename_is_written(
    qtbot: QtBot, window: MainWindow, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, "Tab", "Return")
    editor = editor_of(qtbot, window)
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", no_room)
        recast(editor, "PERSON", "HUMAN")
        editor.close()
        press(become_active(qtbot, window).view, "Return")
        assert mark(window) == "✗ not saved"
        assert stored(folder) == [("Maria Ruiz", "HUMAN"), ("Navy", "ORG")]
    qtbot.waitUntil(lambda: is_saved(window))
    assert "HUMAN" in (folder / "project.yaml").read_text()


def test_a_label_that_cannot_be_added_is_said_and_takes_the_mark_away(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, "Tab", "Return")
    editor = editor_of(qtbot, window)
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", no_room)
        editor.form.adding.emit("EVENT")
    assert mark(window) == "✗ not saved"
    assert editor.form.wrong.text().endswith(": the disk is full.")
    editor.form.adding.emit("EVENT")
    assert is_saved(window)
