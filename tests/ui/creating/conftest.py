from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.windows import active, press
from ui.creating.new_project import NewProject
from ui.main_window import MainWindow


@pytest.fixture
def shell(launch: Callable[..., MainWindow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """The window on the welcome, where new projects go below `tmp_path`."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return launch()


@pytest.fixture
def dialog(qtbot: QtBot, shell: MainWindow) -> NewProject:
    """The dialog of a new project as it opens from the welcome."""
    press(shell, "Ctrl+N")
    return active(qtbot, NewProject)
