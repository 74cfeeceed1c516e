"""Files that somebody sent, opened by a double click: on the command line, as an event, dropped, and from the menu."""

from __future__ import annotations

import io
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

import main
from annotations.exchange.suffixes import SUFFIX
from annotations.sets import AnnotationSet
from annotations.spans import Span
from models.project import Project
from models.settings import Settings
from tests.making import edit
from tests.ui.project.test_window_sharing import drop, idle, told
from tests.ui.windows import (
    ARTICLES,
    SCHEMA,
    active,
    become_shown,
    press,
    project_with,
    run,
    said,
    stored,
    tab_to,
)
from ui.main_window import MainWindow
from ui.project.packs.arriving_dialogs import MergeDialog, UnpackDialog

NAME = "-Anna’s work, تقرير 🗞 v2.zip.FACTMARK"
Launch = Callable[..., MainWindow]


def labelled(folder: Path) -> None:
    project = Project(folder)
    edit(project, "label", AnnotationSet.of("first", "anna", [Span("a1", 28, 32, "GPE", origin="anna")]))
    project.close()


@pytest.fixture
def package(folder: Path, tmp_path: Path) -> Path:
    """Some of anna's work in another copy of the project in `folder`, which was opened lately."""
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    labelled(copy)
    assert run("pack", copy, tmp_path / NAME, "--annotator", "anna") == 0
    Settings().opened(folder)
    return tmp_path / NAME


@pytest.fixture
def packed(folder: Path, tmp_path: Path) -> Path:
    """The whole project in `folder`, which nobody has opened here."""
    assert run("pack", folder, tmp_path / "lead.factmark", "--project") == 0
    return tmp_path / "lead.factmark"


def asked(qtbot: QtBot, window: MainWindow) -> str:
    """What the box says that is shown over the window, which Enter puts away."""
    qtbot.waitUntil(lambda: bool(told(window)))
    words = told(window)
    press(active(qtbot, QMessageBox), "Return")
    return words


def test_a_package_asks_and_is_merged_into_the_project_of_its_articles(
    package: Path, qtbot: QtBot, launch: Launch, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project_with(tmp_path / "other", SCHEMA, [{"id": "x", "text": "Other texts."}])
    Settings().opened(tmp_path / "other" / "project")
    monkeypatch.chdir(tmp_path)
    window = launch(NAME, "--annotator", "ben")  # no word before it, and it begins as an option does
    dialog = active(qtbot, MergeDialog)
    assert dialog.folder.text() == str(folder)
    assert dialog.said.text().startswith(
        f"The file “{NAME}” has 1 piece of work of anna, in the project “Window”."
    )
    assert (window.session.project.schema.name, stored(folder)) == ("Window", [])
    press(dialog, "Return")
    qtbot.waitUntil(lambda: said(window).startswith("Merged 1 piece of work"), timeout=30_000)
    assert (window.session.project.folder, stored(folder)) == (folder, [("Oslo", "GPE")])


def test_the_suffix_that_is_opened_without_a_word_is_that_of_new_files() -> None:
    assert main.SUFFIX == SUFFIX


def test_the_same_file_again_brings_nothing(
    package: Path, qtbot: QtBot, launch: Launch, folder: Path
) -> None:
    window = launch("open", package)
    press(active(qtbot, MergeDialog), "Return")
    qtbot.waitUntil(lambda: "Merged 1 piece" in said(window), timeout=30_000)
    log = (folder / "project.db-wal").stat().st_ino
    for _ in range(2):  # the second takes the place of the first, which is still asked
        QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(QUrl.fromLocalFile(str(package))))
    dialogs = [one for one in window.findChildren(MergeDialog) if one.isVisible()]
    assert len(dialogs) == 1
    press(active(qtbot, MergeDialog), "Return")
    qtbot.waitUntil(lambda: "unchanged: 1." in said(window), timeout=30_000)
    assert (stored(folder), told(window)) == ([("Oslo", "GPE")], "")
    assert (folder / "project.db-wal").stat().st_ino == log, "a look into the project has dropped its locks"


def test_a_package_of_no_project_that_is_known_asks_for_its_folder(
    package: Path, qtbot: QtBot, launch: Launch, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Settings().set(last_project="", recent_projects=[])
    window = launch("open", package)
    dialog = active(qtbot, MergeDialog)
    assert (dialog.folder.text(), "choose the folder" in dialog.said.text()) == ("", True)
    press(dialog, "Return")
    assert dialog.wrong.text() == "There is no Factmark project in this folder."
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    press(dialog, "Tab", "Space")
    assert dialog.folder.text() == str(folder)
    tab_to(dialog, dialog.primary)
    press(dialog, "Return")
    qtbot.waitUntil(lambda: said(window).startswith("Merged 1 piece of work"), timeout=30_000)
    assert stored(folder) == [("Oslo", "GPE")]


def test_a_packed_project_asks_where_and_is_opened(
    packed: Path, qtbot: QtBot, launch: Launch, tmp_path: Path
) -> None:
    window = launch("open", packed)
    dialog = active(qtbot, UnpackDialog)
    assert dialog.said.text().startswith("The file “lead.factmark” is the project “Window” with 2 articles.")
    assert Path(dialog.folder.text()).name == "Window"
    dialog.folder.setText(str(tmp_path))
    press(dialog, "Return")
    qtbot.waitUntil(lambda: bool(dialog.wrong.text()), timeout=30_000)
    assert "There is something there already; choose another folder." in dialog.wrong.text()
    dialog.folder.setText(str(tmp_path / "new" / "Wörk 🗞"))
    press(dialog, "Return")
    qtbot.waitUntil(lambda: window.session.project is not None, timeout=30_000)
    assert window.session.project.folder == tmp_path / "new" / "Wörk 🗞"
    assert Settings()["last_project"] == str(tmp_path / "new" / "Wörk 🗞")
    idle(qtbot, window)


def test_esc_while_a_project_is_made_makes_none(
    packed: Path, qtbot: QtBot, launch: Launch, tmp_path: Path
) -> None:
    window = launch("open", packed)
    dialog = active(qtbot, UnpackDialog)
    dialog.folder.setText(str(tmp_path / "new"))
    press(dialog, "Return", "Escape")
    idle(qtbot, window)
    assert (window.session.project, (tmp_path / "new").exists()) == (None, False)


def test_a_packed_project_that_is_here_is_merged_or_becomes_a_second_copy(
    folder: Path, qtbot: QtBot, launch: Launch, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    labelled(copy)
    (tmp_path / "new.txt").write_text("Another text of somebody’s.", "utf-8")
    assert run("import", copy, tmp_path / "new.txt") == 0
    assert run("pack", copy, tmp_path / "again.zip", "--project") == 0
    window = launch("open", folder)
    window.arriving.open(tmp_path / "again.zip")
    press(active(qtbot, MergeDialog), "Tab", "Tab", "Return")  # a second copy
    press(active(qtbot, UnpackDialog), "Escape")
    become_shown(qtbot, window)
    drop(window, tmp_path / "again.zip")
    dialog = active(qtbot, MergeDialog)
    assert (dialog.windowTitle(), dialog.folder.text()) == ("A project that is here already", str(folder))
    press(dialog, "Return")
    qtbot.waitUntil(lambda: "Merged 1 piece of work" in told(window), timeout=30_000)
    assert "1 article added that the project had not." in told(window)
    assert (stored(folder), window.work.list.model().rowCount()) == ([("Oslo", "GPE")], 3)
    idle(qtbot, window)


STRANGE = {
    "cut.factmark": lambda whole: whole[:200],
    "text.factmark": lambda whole: b"Maria Ruiz left Oslo.",
    "empty.zip": lambda whole: b"",
    "of version 2.factmark": lambda whole: newer(whole, b'"version": 1', b'"version": 2'),
    "of another kind.factmark": lambda whole: newer(whole, b"factmark package", b"factmark library"),
}


def newer(whole: bytes, said: bytes, instead: bytes) -> bytes:
    """The package with something else in its manifest."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as package, zipfile.ZipFile(made, "w") as other:
        for name in package.namelist():
            other.writestr(name, package.read(name).replace(said, instead))
    return made.getvalue()


@pytest.mark.parametrize("name", STRANGE)
def test_a_file_that_is_none_of_ours_is_a_sentence_in_the_window(
    name: str, package: Path, qtbot: QtBot, launch: Launch, tmp_path: Path, folder: Path
) -> None:
    (tmp_path / name).write_bytes(STRANGE[name](package.read_bytes()))
    window = launch("open", tmp_path / name)
    words = asked(qtbot, window)
    assert words.startswith(f"{tmp_path / name}: This ")
    endings = "ask for it again.", "nor a packed project.", "Factmark to read it. Nothing was changed."
    assert words.endswith((*endings, "update Factmark to open it."))
    assert window.session.project.folder == folder, "the last project is there all the same"


def test_a_file_that_is_gone_and_a_folder_that_is_no_project(
    qtbot: QtBot, launch: Launch, tmp_path: Path
) -> None:
    window = launch(tmp_path / "gone.factmark")
    assert asked(qtbot, window) == f"{tmp_path / 'gone.factmark'}: There is no such file."
    (tmp_path / "a.factmark").mkdir()
    window.arriving.open(tmp_path / "a.factmark")
    assert "This folder is no Factmark project" in asked(qtbot, window)
    assert run("open", tmp_path / "a.factmark") == 1


@pytest.mark.parametrize("name", ["project.yaml", "project.db", ""])
def test_a_projects_folder_or_a_file_of_it_opens_the_project(
    name: str, launch: Launch, folder: Path, tmp_path: Path
) -> None:
    window = launch("open", folder / name, "--annotator", "anna")
    assert window.session.project.folder == folder
    assert run("new", tmp_path / "next") == 0
    QApplication.sendEvent(QApplication.instance(), QFileOpenEvent(str(tmp_path / "next" / "project.yaml")))
    assert window.session.project.folder == tmp_path / "next"


def test_a_package_dropped_on_the_welcome_asks_for_its_project(
    package: Path, qtbot: QtBot, launch: Launch, folder: Path
) -> None:
    Settings().set(last_project="")
    window = launch()
    drop(window, package)
    press(active(qtbot, MergeDialog), "Return")
    qtbot.waitUntil(lambda: stored(folder) == [("Oslo", "GPE")], timeout=30_000)
    idle(qtbot, window)


def test_what_was_sent_is_chosen_from_the_menu(
    packed: Path, qtbot: QtBot, launch: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = launch()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(packed), ""))
    window.verbs["open_sent"].trigger()
    assert active(qtbot, UnpackDialog).windowTitle() == "Open a packed project"


def test_the_menu_packs_the_whole_project(qtbot: QtBot, launch: Launch, folder: Path, tmp_path: Path) -> None:
    from ui.project.exchange_dialogs import WorkDialog

    window = launch("open", folder, "--annotator", "anna")
    window.verbs["pack"].trigger()
    dialog = active(qtbot, WorkDialog)
    press(dialog.annotator, "End")
    assert Path(dialog.path.text()) == folder / "Window.factmark"
    dialog.path.setText(str(tmp_path / "Week 2.1"))
    press(dialog, "Return")
    idle(qtbot, window)
    assert (
        said(window)
        == f"Packed the project with {len(ARTICLES)} articles in {tmp_path / 'Week 2.1.factmark'}."
    )
    assert run("unpack", tmp_path / "Week 2.1.factmark", tmp_path / "there") == 0
