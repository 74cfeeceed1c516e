"""Text that is dragged in from another program, or pasted in the list of articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.windows import active, by_key, press, row, run, said
from ui.main_window import MainWindow
from ui.project.pasting import LINK, PasteText

Launch = Callable[..., MainWindow]
STORY = "Ship hit off Yemen\n\nA missile hit a ship. The crew was unharmed."


@pytest.fixture
def window(launch: Launch, tmp_path: Path) -> MainWindow:
    assert run("new", tmp_path / "p") == 0
    (tmp_path / "first.txt").write_text("Tug sails\n\nThe tug Marta sailed.", "utf-8")
    assert run("import", tmp_path / "p", tmp_path / "first.txt") == 0
    return launch("open", tmp_path / "p", "--annotator", "anna")


def titles(window: MainWindow) -> list[str]:
    return [row(window, number)[0] for number in range(window.work.list.model().rowCount())]


def drag(window: MainWindow, held: QMimeData) -> bool:
    """Drags that onto the window; return whether the window takes it."""
    rest = (Qt.DropAction.CopyAction, held, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPointF(600, 400).toPoint(), *rest)
    entering.ignore()
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), *rest))
    return entering.isAccepted()


def test_text_that_is_dragged_in_becomes_an_article(qtbot: QtBot, window: MainWindow) -> None:
    held = QMimeData()
    held.setText(STORY)
    assert drag(window, held)
    press(active(qtbot, PasteText), "Return")
    assert (titles(window), window.view.text) == (["Tug sails", "Ship hit off Yemen"], STORY)


def test_a_page_that_is_dragged_in_comes_without_its_marks(qtbot: QtBot, window: MainWindow) -> None:
    held = QMimeData()
    held.setHtml("<h1>Ship hit</h1><p>A <b>missile</b> hit a ship.</p>")
    assert drag(window, held)
    assert active(qtbot, PasteText).text.toPlainText() == "Ship hit\nA missile hit a ship."


def test_an_address_that_is_dragged_in_is_no_article(window: MainWindow) -> None:
    held = QMimeData()
    held.setUrls([QUrl("https://example.org/story")])
    held.setText("https://example.org/story")
    assert drag(window, held)
    assert (said(window), titles(window), window.findChildren(PasteText)) == (LINK, ["Tug sails"], [])


def test_what_carries_neither_files_nor_text_is_not_taken(window: MainWindow) -> None:
    held = QMimeData()
    held.setData("application/x-colour", b"red")
    assert not drag(window, held)


@by_key(["Ctrl+V"])
def test_text_pasted_in_the_list_is_an_article_at_once(window: MainWindow, key: str) -> None:
    QGuiApplication.clipboard().setText(STORY)
    window.work.list.setFocus()
    press(window.work.list, key)
    assert (titles(window), said(window)) == (["Tug sails", "Ship hit off Yemen"], "1 article added.")
    assert (window.view.text, window.findChildren(PasteText)) == (STORY, [])
