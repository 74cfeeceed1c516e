"""Odd moments: articles that go, dialogs that are open too long, projects without articles or labels."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from models.project import DATABASE_FILE, Project
from tests.ui.windows import (
    become_active,
    is_sentence,
    press,
    rejected,
    run,
    said,
    shown,
    state,
    stored,
)
from ui.finish.finish_dialog import FinishDialog
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]


def remove(window: MainWindow) -> None:
    window.verbs["remove_article"].trigger()
    window.findChildren(QMessageBox)[-1].button(QMessageBox.StandardButton.Yes).click()


def test_an_article_removed_elsewhere_leaves_the_view(
    qtbot: QtBot, window: MainWindow, launch: Launch, folder: Path
) -> None:
    other = launch("open", folder, "--annotator", "anna")
    remove(become_active(qtbot, window))
    qtbot.waitUntil(lambda: other.view.text == "")
    assert other.work.list.articles.ids == ["second"]
    press(become_active(qtbot, other), "1", "Return", "Ctrl+Return", "Ctrl+PgDown")
    assert other.work.heading.title.text() == "Second"


def test_when_the_last_article_is_removed_the_window_says_how_to_get_some(window: MainWindow) -> None:
    remove(window)
    remove(window)
    assert window.work.middle.is_empty
    assert window.work.middle.empty.ways["import_files"].isVisible()
    assert (window.view.text, window.work.heading.counts.text()) == ("", "")
    press(window, "Tab", "N", "1", "X", "Space", "Return", "Ctrl+Return", "Alt+Left", "=", "Ctrl+PgUp")
    assert window.session.article is None


def test_undo_of_an_edit_on_a_removed_article_is_refused(window: MainWindow) -> None:
    press(window, "Tab", "Return")
    remove(window)
    press(window, "Ctrl+Z")
    assert is_sentence(said(window))
    assert window.work.heading.title.text() == "Second"


def test_finishing_is_refused_when_what_it_lists_was_decided_elsewhere(
    qtbot: QtBot, window: MainWindow, launch: Launch, folder: Path
) -> None:
    other = launch("open", folder, "--annotator", "anna")
    press(become_active(qtbot, window), "Ctrl+Return")
    dialog = become_active(qtbot, window.findChild(FinishDialog))
    other.work.annotating.edits.reject([next(iter(other.session.sheet.undecided))])
    with qtbot.waitSignal(dialog.decided):
        press(dialog, "Home", "S")
    assert (stored(folder), rejected(folder)) == ([], [("Maria Ruiz", "PERSON")])
    assert state(folder) == "started"
    assert is_sentence(said(window))


def test_new_suggestions_show_and_take_no_focus_away(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Tab", "Shift+Right")
    project = Project(folder)
    kept = [span for span in project.pool("first") if span.label == "ORG"]
    project.set_pools([("first", kept)], by="another")
    project.close()
    qtbot.waitUntil(lambda: [quote for quote, *_ in shown(window)] == ["Navy"])
    assert window.view.focus_id == kept[0].id
    assert window.view.selection is not None


def test_a_project_without_labels_says_where_to_add_some(launch: Launch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Rain.", "utf-8")
    assert run("new", tmp_path / "bare", "--schema", "blank") == 0
    assert run("import", tmp_path / "bare", tmp_path / "a.txt") == 0
    window = launch("open", tmp_path / "bare", "--annotator", "anna")
    assert window.work.labels.guideline.body.toPlainText().startswith("The schema has no labels yet")
    press(window, "Space")
    assert said(window).startswith("There is no current label")


@pytest.mark.parametrize("title", ["", "<b>Bold</b> & co", "Zwei\nZeilen", "🇩🇪 " * 80])
def test_odd_titles_are_shown_as_they_are(window: MainWindow, title: str) -> None:
    window.session.project.describe("first", title=title, meta={"source": "<i>wire</i>"})
    window.session.opened.reread_article()
    assert window.work.heading.title.text() == title or window.work.heading.title.text() == "first"
    assert "<i>wire</i>" in window.work.heading.about.text()
    window.grab()


def test_a_title_changed_elsewhere_is_shown(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    project = Project(folder)
    project.describe("first", title="Another title", meta={})
    project.close()
    qtbot.waitUntil(lambda: window.work.heading.title.text() == "Another title")


def test_the_heading_counts_articles_that_come(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    assert "1 of 2" in window.work.heading.about.text()
    (folder / "third.txt").write_text("Third\n\nSnow.", "utf-8")
    assert run("import", folder, folder / "third.txt") == 0
    qtbot.waitUntil(lambda: "1 of 3" in window.work.heading.about.text())


def test_an_article_that_cannot_be_removed_just_now_stays(window: MainWindow, folder: Path) -> None:
    window.session.project.db.run("PRAGMA busy_timeout = 20")
    with closing(sqlite3.connect(folder / DATABASE_FILE)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        remove(window)
    assert is_sentence(said(window))
    assert (window.work.heading.title.text(), len(window.work.list.articles.ids)) == ("First", 2)


def test_without_fact_types_there_is_no_fact_to_build(window: MainWindow) -> None:
    press(window, "F")
    assert (window.work.strip.isHidden(), "no fact types" in said(window)) == (True, True)
