"""Help, About: versions, places with copy and show, and the licences of all that is shipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.windows import active, press
from ui.error_log import log_path
from ui.help.about_dialog import NOT_YET, AboutDialog
from ui.help.version import version
from ui.main_window import MainWindow


class Desktop(QObject):
    """A desktop that opens folders: it notes which."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Path] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(Path(url.toLocalFile()))


def about(qtbot: QtBot, window: MainWindow) -> AboutDialog:
    window.verbs["about"].trigger()
    return active(qtbot, AboutDialog)


def test_it_tells_versions_and_where_things_lie(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    dialog = about(qtbot, window)
    assert dialog.versions.startswith(f"Factmark {version()}\nPython ")
    assert "\nQt 6." in dialog.versions
    assert {name: field.text() for name, field in dialog.paths.items()} == {
        "Settings": str(Settings().path),
        "Log of errors": str(log_path()),
        "New projects": str(Path.home()),
        "This project": str(folder),
    }
    assert {field.accessibleName() for field in dialog.paths.values()} == set(dialog.paths)


def test_a_path_is_copied_and_its_folder_shown_by_keys(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    dialog = about(qtbot, window)
    dialog.copies["This project"].setFocus()
    press(dialog, "Return")
    assert QGuiApplication.clipboard().text() == str(folder)
    press(dialog, "Tab")
    assert dialog.focusWidget() is dialog.shows["This project"]
    press(dialog, "Space")
    QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [folder]


def test_licences_are_gone_through_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    dialog = about(qtbot, window)
    assert dialog.focusWidget() is dialog.list
    assert dialog.text.toPlainText().startswith(f"Factmark {version()}\nMIT\n\nMIT License")
    press(dialog, "Down")
    assert "SIL OPEN FONT LICENSE" in dialog.text.toPlainText()
    press(dialog, "End")
    assert dialog.text.toPlainText().startswith(dialog.parts[-1].name)
    press(dialog, "Esc")
    assert not dialog.isVisible()


def test_what_is_not_there_cannot_be_shown_and_says_so(
    qtbot: QtBot,
    launch: Callable[..., MainWindow],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = launch()
    monkeypatch.setenv("FACTMARK_CONFIG", str(tmp_path / "not yet"))
    dialog = about(qtbot, window)
    assert "This project" not in dialog.paths
    assert not dialog.shows["Settings"].isEnabled()
    assert NOT_YET in dialog.shows["Settings"].toolTip()
