"""Articles that are pasted, chosen or dropped, with a project and without one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from models.project import Project
from models.settings import Settings
from tests.ui.article.article_views import LEFT
from tests.ui.windows import active, become_active, by_key, here, press, row, run, said, tab_to
from ui.creating.new_project import NewProject
from ui.main_window import MainWindow
from ui.project.pasting import PasteText

Launch = Callable[..., MainWindow]
STORY = "Ship hit off Yemen\n\n12 January 2024\n\nA missile hit a ship. The crew was unharmed."
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def empty(launch: Launch, tmp_path: Path) -> MainWindow:
    """The window on a project without articles, with a story in the clipboard."""
    assert run("new", tmp_path / "empty") == 0
    QGuiApplication.clipboard().setText(STORY)
    return launch("open", tmp_path / "empty", "--annotator", "anna")


def titles(window: MainWindow) -> list[str]:
    return [row(window, number)[0] for number in range(window.work.list.model().rowCount())]


def found(folder: Path) -> tuple[str, str, bool, object]:
    """Text, title, whether the date is trusted, and what a program found, of the project's one article."""
    project = Project(folder)
    [id_] = [row[0] for row in project.db.rows("SELECT id FROM article")]
    article = project.article(id_)
    project.close()
    return (article.text, article.title, article.published_trusted, article.meta["found"])


def name(qtbot: QtBot, folder: Path) -> None:
    """Names the folder of the new project that is asked for, and makes it."""
    dialog = active(qtbot, NewProject)
    dialog.where.place(str(folder))
    QTest.mouseClick(dialog.ok, LEFT)


def carried(path: Path) -> tuple[QMimeData, tuple[object, ...]]:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data, (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)


# --- pasting


@by_key(["Ctrl+V"])
def test_pasting_into_an_empty_project_makes_an_article(
    qtbot: QtBot, empty: MainWindow, tmp_path: Path, key: str
) -> None:
    press(empty, key)
    dialog = active(qtbot, PasteText)
    assert dialog.text.toPlainText() == STORY
    assert (dialog.title.placeholderText(), dialog.published.placeholderText()) == (
        "Ship hit off Yemen",
        "2024-01-12",
    )
    press(dialog, "Return")
    assert (titles(empty), empty.view.text, said(empty)) == (
        ["Ship hit off Yemen"],
        STORY,
        "1 article added.",
    )
    assert empty.view.isVisible()
    assert found(tmp_path / "empty") == (STORY, "Ship hit off Yemen", False, ["title", "published"])


def test_title_and_date_that_are_typed_are_taken_as_they_are(
    qtbot: QtBot, empty: MainWindow, tmp_path: Path
) -> None:
    press(empty, "Ctrl+V")
    dialog = active(qtbot, PasteText)
    dialog.title.setText("A ship")
    tab_to(dialog, dialog.published)
    QTest.keyClicks(dialog.published, "2024-01-13")
    press(dialog, "Return")
    assert empty.work.heading.title.text() == "A ship"
    assert found(tmp_path / "empty") == (STORY, "A ship", True, [])


def test_a_date_that_is_none_and_an_empty_text_keep_the_dialog_open(qtbot: QtBot, empty: MainWindow) -> None:
    press(empty, "Ctrl+V")
    dialog = active(qtbot, PasteText)
    dialog.published.setText("last week")
    QTest.mouseClick(dialog.primary, LEFT)
    assert dialog.wrong.text() == "The date should be written like 2024-01-23."
    dialog.text.setPlainText("  ")
    QTest.mouseClick(dialog.primary, LEFT)
    assert dialog.wrong.text() == "There is no text yet: paste or write the article."
    press(dialog, "Esc")
    assert (titles(empty), empty.work.middle.is_empty) == ([], True)


def test_the_same_text_twice_opens_the_article_that_is_there(qtbot: QtBot, empty: MainWindow) -> None:
    press(empty, "Ctrl+V")
    press(active(qtbot, PasteText), "Return")
    first = here(empty)
    become_active(qtbot, empty)
    press(empty, "Ctrl+V")
    press(active(qtbot, PasteText), "Return")
    assert (titles(empty), here(empty), said(empty)) == (
        ["Ship hit off Yemen"],
        first,
        "This text was here already.",
    )


def test_without_a_project_a_pasted_text_makes_one_first(
    qtbot: QtBot, launch: Launch, tmp_path: Path
) -> None:
    window = launch()
    QGuiApplication.clipboard().setText(STORY)
    press(window, "Ctrl+V")
    press(active(qtbot, PasteText), "Return")
    press(active(qtbot, NewProject), "Esc")
    press(become_active(qtbot, window.findChild(PasteText)), "Return")
    name(qtbot, tmp_path / "new")
    assert (window.windowTitle(), titles(window)) == ("new - Factmark", ["Ship hit off Yemen"])


# --- files without a project


def test_files_chosen_on_the_welcome_come_into_a_new_project(
    qtbot: QtBot, launch: Launch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = launch()
    (tmp_path / "ship.txt").write_text(STORY, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "ship.txt")], ""))
    QTest.mouseClick(window.welcome.starts["import_files"], LEFT)
    name(qtbot, tmp_path / "new")
    qtbot.waitUntil(lambda: titles(window) == ["Ship hit off Yemen"], timeout=PATIENCE)


def test_a_file_dropped_on_the_welcome_comes_into_a_new_project(
    qtbot: QtBot, launch: Launch, tmp_path: Path
) -> None:
    window = launch()
    (tmp_path / "ship.txt").write_text(STORY, "utf-8")
    _, rest = carried(tmp_path / "ship.txt")
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(600, 400).toPoint(), *rest))
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), *rest))
    name(qtbot, tmp_path / "new")
    qtbot.waitUntil(lambda: titles(window) == ["Ship hit off Yemen"], timeout=PATIENCE)
    assert not window.work.middle.is_empty


def test_the_text_has_the_keyboard_once_an_empty_project_has_articles(
    qtbot: QtBot, empty: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "story.txt").write_text(STORY, "utf-8")
    assert empty.work.middle.empty.isAncestorOf(QApplication.focusWidget())
    empty.files.import_paths([tmp_path / "story.txt"])
    qtbot.waitUntil(lambda: not empty.work.middle.is_empty, timeout=PATIENCE)
    assert QApplication.focusWidget() is empty.view


def test_the_place_for_files_is_tinted_while_they_hover(empty: MainWindow, tmp_path: Path) -> None:
    plain = empty.work.middle.empty.grab().toImage()
    _, rest = carried(tmp_path / "ship.txt")
    QApplication.sendEvent(empty, QDragEnterEvent(QPointF(600, 400).toPoint(), *rest))
    assert empty.work.middle.empty.grab().toImage() != plain
    QApplication.sendEvent(empty, QDragLeaveEvent())
    assert empty.work.middle.empty.grab().toImage() == plain


# --- leaving a project


def test_closing_a_project_leads_to_the_welcome_which_lists_it_first(
    qtbot: QtBot, window: MainWindow, folder: Path, launch: Launch
) -> None:
    window.verbs["close_project"].trigger()
    assert (window.pages.currentWidget(), window.session.project) == (window.welcome, None)
    assert window.windowTitle() == "Factmark"
    assert list(window.welcome.cards) == [str(folder)]
    qtbot.waitUntil(lambda: window.welcome.cards[str(folder)].left.text() != "")
    assert Settings()["last_project"] == ""
    press(window, "Return")
    assert (window.windowTitle(), titles(window)) == ("Window - Factmark", ["First", "Second"])
