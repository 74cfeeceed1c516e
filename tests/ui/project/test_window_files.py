"""The File menu: projects, import, article info, removal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.article.article_views import LEFT
from tests.ui.windows import by_key, point, press, row, run, said, stored
from ui.look.dialog import Dialog
from ui.main_window import MainWindow
from ui.project.dialogs import ArticleInfo

Launch = Callable[..., MainWindow]
PATIENCE = 30_000  # milliseconds


def accept(dialog: QDialog) -> None:
    """Clicks OK."""
    if isinstance(dialog, Dialog):
        QTest.mouseClick(dialog.primary, LEFT)
        return
    ok = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)
    QTest.mouseClick(ok, LEFT)


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)


def titles(window: MainWindow) -> list[str]:
    return [row(window, number)[0] for number in range(window.work.list.model().rowCount())]


def told(window: MainWindow) -> QMessageBox:
    return window.findChildren(QMessageBox)[-1]


def pick(monkeypatch: pytest.MonkeyPatch, dialog: str, answer: object) -> None:
    """What the person picks in Qt's own file dialog."""
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: answer)


# --- projects


@by_key(["Ctrl+O"])
def test_another_project_is_opened(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    assert run("new", tmp_path / "other") == 0
    pick(monkeypatch, "getExistingDirectory", str(tmp_path / "other"))
    press(window, key)
    assert (window.windowTitle(), titles(window), window.view.text) == ("other - Factmark", [], "")


def test_a_folder_that_is_no_project_is_refused_and_the_one_open_stays(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    (tmp_path / "photographs").mkdir()
    pick(monkeypatch, "getExistingDirectory", str(tmp_path / "photographs"))
    press(window, "Ctrl+O")
    assert told(window).text() == "The project was not opened"
    told(window).close()
    press(window, "Tab", "Return")
    assert stored(folder) == [("Maria Ruiz", "PERSON")]


def test_a_recent_project_is_opened_from_the_menu(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    run("new", tmp_path / "other")
    window.files.open(tmp_path / "other")
    [menu] = [menu for menu in window.findChildren(QMenu) if menu.title() == "Open recent"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == [str(tmp_path / "other"), str(folder)]
    menu.actions()[1].trigger()
    assert (window.windowTitle(), titles(window)) == ("Window - Factmark", ["First", "Second"])


@by_key(["Ctrl+Q"])
def test_quit_closes_the_window(window: MainWindow, key: str) -> None:
    press(window, key)
    assert not window.isVisible()


# --- import


@by_key(["Ctrl+I"])
def test_files_are_imported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    (tmp_path / "third.txt").write_text("Third\n\nThird, it rained in Oslo.", "utf-8")
    pick(monkeypatch, "getOpenFileNames", ([str(tmp_path / "third.txt")], ""))
    press(window, key)
    assert window.status.doing.text() == "importing"
    idle(qtbot, window)
    assert titles(window) == ["First", "Second", "Third"]


def test_a_folder_is_imported(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "third.txt").write_text("Third\n\nThird, it rained in Oslo.", "utf-8")
    pick(monkeypatch, "getExistingDirectory", str(tmp_path / "more"))
    window.verbs["import_folder"].trigger()
    qtbot.waitUntil(lambda: titles(window) == ["First", "Second", "Third"], timeout=PATIENCE)


def test_a_file_dropped_on_the_window_is_imported(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "third.txt").write_text("Third\n\nThird, it rained in Oslo.", "utf-8")
    data, copy = QMimeData(), Qt.DropAction.CopyAction
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "third.txt"))])
    rest = (copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPointF(600, 400).toPoint(), *rest)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), *rest))
    qtbot.waitUntil(lambda: titles(window) == ["First", "Second", "Third"], timeout=PATIENCE)


def test_the_problems_of_an_import_are_shown_and_the_good_files_come(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    good, bad = tmp_path / "third.txt", tmp_path / "bad.jsonl"
    good.write_text("Third\n\nThird, it rained.", "utf-8")
    bad.write_text('{"id": "x"}\nno json\n', "utf-8")
    window.files.import_paths([good, bad])
    idle(qtbot, window)
    assert titles(window) == ["First", "Second", "Third"]
    assert told(window).text() == "1 article added."
    assert f"{bad}:1: " in told(window).informativeText()
    assert f"{bad}:2: This line is not JSON." in told(window).informativeText()


def test_a_label_that_comes_with_an_import_is_told_and_listed(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    record = {"text": "Snow fell.", "title": "Snow", "spans": [{"start": 0, "end": 4, "label": "WEATHER"}]}
    (tmp_path / "snow.jsonl").write_text(json.dumps(record), "utf-8")
    window.files.import_paths([tmp_path / "snow.jsonl"])
    idle(qtbot, window)
    assert "WEATHER" in told(window).informativeText()
    labels = window.work.labels.list
    assert labels.item(labels.count() - 1).text() == "WEATHER"


def test_an_import_says_how_it_knew_the_format_and_what_it_put_right(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    span = {"start": 3, "end": 6, "label": "PERSON", "text": "Bob"}
    (tmp_path / "p.jsonl").write_text(
        json.dumps({"text": "👍 Bob", "spans": [span], "answer": "accept"}), "utf-8"
    )
    window.files.import_paths([tmp_path / "p.jsonl"])
    idle(qtbot, window)
    assert "Read as prodigy, since " in said(window)
    assert "Read as prodigy, since " in told(window).informativeText()
    assert "offsets in UTF-16 units" in told(window).informativeText()


def test_a_cancelled_import_leaves_nothing(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    lines = (json.dumps({"id": f"m{n}", "text": f"Oslo {n} waits. " * 50}) for n in range(20_000))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), "utf-8")
    window.files.import_paths([tmp_path / "many.jsonl"])
    qtbot.waitUntil(lambda: window.status.bar.value() > 0, timeout=PATIENCE)
    QTest.mouseClick(window.status.cancel, LEFT)
    idle(qtbot, window)
    assert said(window) == "Cancelled; nothing was changed."
    assert titles(window) == ["First", "Second"]
    assert run("check", window.session.project.folder) == 0


# --- the article


@pytest.fixture
def dated(window: MainWindow, folder: Path) -> MainWindow:
    """The window on an article whose title and date a program found."""
    project = Project(folder)
    found = {"published": "2024-01-23", "found": ["title", "published"]}
    project.describe("first", title="First", meta=found)
    project.close()
    press(window, "Ctrl+PgDown", "Ctrl+PgUp")
    return window


def info(window: MainWindow) -> ArticleInfo:
    window.verbs["article_info"].trigger()
    return window.findChild(ArticleInfo)


def meta(folder: Path) -> dict[str, object]:
    project = Project(folder)
    article = project.article("first")
    project.close()
    return {"title": article.title, **article.meta}


def test_trusting_the_date_drops_its_found_mark(dated: MainWindow, folder: Path) -> None:
    dialog = info(dated)
    dialog.trusted.setChecked(True)
    accept(dialog)
    assert meta(folder) == {
        "title": "First", "published": "2024-01-23", "published_trusted": True, "found": ["title"],
    }  # fmt: skip
    assert "23 January 2024" in dated.work.heading.about.text()
    assert "found in" not in dated.work.heading.about.text()


def test_a_corrected_title_is_no_longer_found_and_is_shown(dated: MainWindow, folder: Path) -> None:
    dialog = info(dated)
    dialog.title.setText("First of all")
    accept(dialog)
    assert (meta(folder)["title"], meta(folder)["found"]) == ("First of all", ["published"])
    assert (dated.work.heading.title.text(), row(dated, 0)[0]) == ("First of all", "First of all")


def test_a_date_that_is_none_is_not_taken(dated: MainWindow, folder: Path) -> None:
    dialog = info(dated)
    dialog.published.setText("last week")
    accept(dialog)
    assert dialog.wrong.text() == "The date should be written like 2024-01-23."
    dialog.reject()
    assert meta(folder)["published"] == "2024-01-23"


def test_removing_an_article_makes_a_backup_first(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return")
    window.verbs["remove_article"].trigger()
    QTest.mouseClick(told(window).button(QMessageBox.StandardButton.Yes), LEFT)
    assert (titles(window), window.work.heading.title.text()) == (["Second"], "Second")
    [copy] = (folder / "backups").iterdir()
    assert str(copy) in said(window)
    window.close()
    assert run("restore", folder, copy) == 0
    assert stored(folder) == [("Maria Ruiz", "PERSON")]


def test_removing_can_be_thought_better_of(window: MainWindow, folder: Path) -> None:
    window.verbs["remove_article"].trigger()
    QTest.mouseClick(told(window).button(QMessageBox.StandardButton.Cancel), LEFT)
    assert titles(window) == ["First", "Second"]
    point(window, "left")
