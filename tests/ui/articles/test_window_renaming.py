"""An article's title typed where it stands: F2 in list and article, a double click, Enter and Esc."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.article.article_views import LEFT
from tests.ui.windows import by_key, here, press, row, said, stored
from ui.articles.renaming import TitleBox
from ui.main_window import MainWindow


def title(folder: Path, id_: str = "first") -> str:
    project = Project(folder)
    found = project.article(id_).title
    project.close()
    return found


def typed(window: MainWindow, words: str, *keys: str) -> None:
    box = QApplication.focusWidget()
    assert isinstance(box, TitleBox)
    QTest.keyClicks(box, words)
    press(window, *keys)


@by_key(["F2"])
def test_f2_in_the_article_types_another_title_over_the_heading(
    window: MainWindow, folder: Path, key: str
) -> None:
    press(window, key)
    typed(window, "Ruiz leaves", "Return")
    assert (title(folder), window.work.heading.title.text(), row(window, 0)[0]) == ("Ruiz leaves",) * 3
    assert window.view.hasFocus()


def test_f2_in_the_list_types_it_in_the_row_and_esc_leaves_it(window: MainWindow, folder: Path) -> None:
    window.work.list.setFocus()
    press(window, "Down", "F2")
    typed(window, "Another", "Esc")
    assert title(folder, "second") == "Second"
    assert window.work.list.hasFocus()
    press(window, "F2")
    typed(window, "Oslo waits", "Return")
    assert (title(folder, "second"), row(window, 1)[0]) == ("Oslo waits", "Oslo waits")


def test_a_double_click_renames_and_an_empty_title_changes_nothing(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    at = window.work.list.visualRect(window.work.list.model().index(0, 0)).center()
    QTest.mouseClick(window.work.list.viewport(), LEFT, pos=at)
    QTest.mouseDClick(window.work.list.viewport(), LEFT, pos=at)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), TitleBox))
    typed(window, " ", "Return")
    assert title(folder) == "First"


def test_what_is_typed_is_kept_when_the_keyboard_goes_elsewhere(window: MainWindow, folder: Path) -> None:
    press(window, "F2")
    typed(window, "Ruiz leaves")
    window.view.setFocus()
    assert title(folder) == "Ruiz leaves"


def renamed(window: MainWindow, words: str) -> None:
    press(window, "F2")
    typed(window, words, "Return")


def test_undo_takes_the_title_back_and_redo_gives_it_again(window: MainWindow, folder: Path) -> None:
    renamed(window, "Ruiz leaves")
    assert said(window) == "Renamed; Ctrl+Z takes it back."
    press(window, "Ctrl+PgDown", "Ctrl+Z")
    assert (here(window), title(folder), said(window)) == ("first", "First", "Undid: rename the article.")
    press(window, "Ctrl+Y")
    assert (title(folder), window.work.heading.title.text()) == ("Ruiz leaves", "Ruiz leaves")


def test_undo_takes_back_title_after_title_then_the_edit_before(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return")
    renamed(window, "One")
    renamed(window, "Two")
    seen = []
    for _ in range(3):
        window.menus.name_undo()
        seen.append((title(folder), window.verbs["undo"].text()))
        press(window, "Ctrl+Z")
    renaming = "Undo: rename the article"
    assert seen == [("Two", renaming), ("One", renaming), ("First", "Undo: confirm “Maria Ruiz”")]
    assert stored(folder) == []


def test_an_edit_since_is_taken_back_first(window: MainWindow, folder: Path) -> None:
    renamed(window, "One")
    press(window, "Tab", "Return", "Ctrl+Z")
    assert (stored(folder), title(folder)) == ([], "One")


def test_a_title_that_was_changed_elsewhere_since_stays(window: MainWindow, folder: Path) -> None:
    renamed(window, "One")
    project = Project(folder)
    project.describe("first", title="Theirs", meta={})
    project.close()
    window.session.look_for_others()
    press(window, "Ctrl+Z")
    assert (said(window), title(folder)) == ("The title was changed elsewhere; it stays.", "Theirs")
    press(window, "Ctrl+Z")
    assert said(window) == "There is nothing to undo."


def test_a_title_that_was_found_in_the_text_is_one_again(window: MainWindow, folder: Path) -> None:
    article = window.session.article
    window.session.project.describe("first", title="First", meta={**article.meta, "found": ["title"]})
    window.session.opened.reread_article()
    renamed(window, "One")
    assert window.session.article.meta["found"] == []
    press(window, "Ctrl+Z")
    assert window.session.article.meta["found"] == ["title"]
