"""The schema while another program holds the project, or its file cannot be written: said, and the mark is right."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.schema.schema_pages import in_article, opened, recast, write
from tests.ui.waits import Hold, is_saved, mark, waits
from tests.ui.windows import is_sentence, press, run, said, stored
from ui.main_window import MainWindow


def test_a_rename_under_a_lock_is_not_done_and_says_so(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Tab", "Return")
    page = opened(window)
    holder = hold()
    recast(qtbot, page, "PERSON", "HUMAN")
    assert mark(window) == "✗ not saved"
    assert said(window).startswith("Another program is writing to the project; nothing was changed")
    assert "HUMAN" not in (folder / "project.yaml").read_text()
    holder.let_go()
    recast(qtbot, page, "PERSON", "HUMAN")
    assert (is_saved(window), stored(folder)) == (True, [("Maria Ruiz", "HUMAN")])


def test_a_rename_does_not_overtake_edits_that_wait(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    holder = hold()
    press(window, "Tab", "Return", "Return")
    page = opened(window)
    recast(qtbot, page, "NOTE", "REMARK")
    assert is_sentence(page.form.wrong.text())
    assert waits(window) == 2
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert "REMARK" not in (folder / "project.yaml").read_text()
    assert run("check", folder) == 0


def test_an_undo_of_a_rename_is_not_done_under_a_lock(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Tab", "Return")
    page = opened(window)
    recast(qtbot, page, "PERSON", "HUMAN")
    in_article(window)
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
    page = opened(window)
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", no_room)
        recast(qtbot, page, "PERSON", "HUMAN")
        in_article(window, "Return")
        assert mark(window) == "✗ not saved"
        assert stored(folder) == [("Maria Ruiz", "HUMAN"), ("Navy", "ORG")]
    qtbot.waitUntil(lambda: is_saved(window))
    assert "HUMAN" in (folder / "project.yaml").read_text()


def test_a_label_that_cannot_be_added_is_said_and_takes_the_mark_away(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(window, "Tab", "Return")
    page = opened(window)
    with monkeypatch.context() as full:
        full.setattr(Path, "replace", no_room)
        write(page.pane.new, "EVENT", "Return")
    assert mark(window) == "✗ not saved"
    assert page.form.wrong.text().endswith(": the disk is full.")
    press(page.pane.new, "Return")
    assert is_saved(window)
