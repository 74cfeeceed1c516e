"""Rights that are taken away while a project is open in the window of a user who is not root."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from models.settings import Settings
from models.transfer import backups
from tests.ui.windows import active, press, said, stored
from tests.unprivileged import being_another, give, open_folder, share
from ui.main_window import MainWindow

TAKEN, GIVEN = {"files": 0o444, "folders": 0o555}, {"files": 0o644, "folders": 0o755}
NO_RIGHT = "The backup could not be written: you have no right to write there."
Launch = Callable[..., MainWindow]


@pytest.fixture
def owned(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project of the other user, whom this process is; what a copy needs was loaded before."""
    backups.copy_work(folder, why="hourly")
    with open_folder() as place:
        shutil.copytree(folder, place / "p", ignore=shutil.ignore_patterns("backups"))
        (place / "config").mkdir()
        monkeypatch.setenv("FACTMARK_CONFIG", str(place / "config"))
        give(place)
        with being_another():
            yield place / "p"


def test_edits_are_saved_as_the_mark_says_and_the_copy_at_closing_is_told(
    owned: Path, launch: Launch, qtbot: QtBot
) -> None:
    window = launch("open", owned, "--annotator", "anna")
    share(owned, **TAKEN)
    press(window, "Tab", "Return")
    assert window.status.saved.text().startswith("✓ Saved")
    assert stored(owned) == [("Maria Ruiz", "PERSON")]
    assert not window.close()
    box = active(qtbot, QMessageBox)
    assert NO_RIGHT in box.text() + box.informativeText()
    box.close()
    share(owned, **GIVEN)
    assert window.close()


def test_a_project_without_rights_is_read_and_is_written_when_it_is_opened_with_them(
    owned: Path, launch: Launch
) -> None:
    share(owned, **TAKEN)
    window = launch("open", owned, "--annotator", "anna")
    press(window, "Tab", "Return")
    assert window.status.saved.text() == "read only"
    assert "since you have no right to write to project.db. Copy its folder to change it." in said(window)
    share(owned, **GIVEN)
    assert window.files.open(owned)
    press(window, "Tab", "Return")
    assert window.status.saved.text().startswith("✓ Saved")
    assert stored(owned) == [("Maria Ruiz", "PERSON")]


def test_a_folder_that_may_not_be_looked_into_is_told_and_stops_no_start(owned: Path, launch: Launch) -> None:
    Settings().opened(owned)
    owned.chmod(0)
    window = launch("open", "--annotator", "anna")
    assert window.session.project is None
    assert "you have no right to read it" in window.welcome.trouble.text()
    owned.chmod(0o755)
    assert window.files.open(owned)
