"""A project in a folder that other machines share: the window warns once, commands each time."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.windows import active, press, run, said
from ui.main_window import MainWindow

Launch = Callable[..., MainWindow]
LATER = 60_000


@pytest.fixture
def shared(folder: Path) -> Path:
    """The project's folder, below one that Syncthing keeps in step."""
    (folder.parent / ".stfolder").mkdir()
    return folder


def test_the_window_warns_once_for_each_project_and_place(shared: Path, launch: Launch, qtbot: QtBot) -> None:
    window = launch("open", shared, "--annotator", "anna")
    box = active(qtbot, QMessageBox)
    assert box.text() == f"{shared} may be shared with other machines"
    assert (
        f"in a folder of Syncthing (.stfolder lies in {shared.parent}). Such a program"
        in box.informativeText()
    )
    press(box, "Return")
    window.files.open(shutil.copytree(shared, shared.with_name("other")))
    press(active(qtbot, QMessageBox), "Return")
    window.close()
    assert len(Settings()["shared_places"]) == 2
    again = launch("open", shared, "--annotator", "anna")
    QApplication.processEvents()
    assert QApplication.activeWindow() is again


def test_a_command_of_the_window_does_not_warn_again(
    shared: Path, launch: Launch, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "more.txt").write_text("More of Oslo.")
    window = launch("open", shared, "--annotator", "anna")
    press(active(qtbot, QMessageBox), "Return")
    window.files.import_paths([tmp_path / "more.txt"])
    qtbot.waitUntil(lambda: said(window).startswith("1 article added."), timeout=LATER)
    assert not isinstance(QApplication.activeModalWidget(), QMessageBox)


def test_a_command_says_it_in_a_line_on_stderr(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", shared) == 0
    out, err = capsys.readouterr()
    assert out == "The project is whole.\n"
    assert err.startswith(f"factmark: {shared}: This project lies in a folder of Syncthing")
    assert len(err.splitlines()) == 1
    assert run("new", shared.with_name("n")) == 0
    assert "in a folder of Syncthing" in capsys.readouterr().err


def test_a_project_of_this_machine_alone_is_not_warned_of(
    window: MainWindow, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    QApplication.processEvents()
    assert QApplication.activeWindow() is window
    assert run("check", folder) == 0
    assert capsys.readouterr().err == ""
