"""An article's title typed where it stands: F2 in list and article, a double click, Enter and Esc."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.article.article_views import LEFT
from tests.ui.windows import by_key, press, row
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
