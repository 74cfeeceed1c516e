from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.windows import ARTICLES, SCHEMA, become_active, run
from ui.main_window import MainWindow


@pytest.fixture
def records() -> list[dict[str, Any]]:
    """What `folder` is made of; a test module may put its own in place."""
    return ARTICLES


@pytest.fixture
def folder(tmp_path: Path, records: list[dict[str, Any]], made: Callable[[str], Path]) -> Path:
    """A project with those records, their spans as suggestions."""
    lines = "".join(json.dumps(record) + "\n" for record in records)
    return Path(shutil.copytree(made(lines), tmp_path / "project"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A project made of JSON lines by the commands, once; no pipeline has anything to look for in it."""

    @cache
    def make(lines: str) -> Path:
        folder = tmp_path_factory.mktemp("made")
        (folder / "schema.yaml").write_text(SCHEMA, "utf-8")
        (folder / "articles.jsonl").write_text(lines, "utf-8")
        assert run("new", folder / "project", "--schema", folder / "schema.yaml") == 0
        assert run("import", folder / "project", folder / "articles.jsonl", "--as", "suggestions") == 0
        assert run("suggest", folder / "project") == 0
        return folder / "project"

    return make


@pytest.fixture
def launch(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., MainWindow]]:
    """Starts the program through `main()` and gives its window; the test is in the event loop's place."""
    windows: list[MainWindow] = []

    def exec_() -> int:
        there = QApplication.topLevelWidgets()
        found = (w for w in there if isinstance(w, MainWindow) and w.isVisible())
        windows.extend(window for window in found if window not in windows)
        return 0

    def launch(*words: object) -> MainWindow:
        assert run(*words) == 0
        return become_active(qtbot, windows[-1])

    monkeypatch.setattr(QApplication, "exec", exec_)
    yield launch
    for window in windows:
        window.close()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(launch: Callable[..., MainWindow], folder: Path) -> MainWindow:
    """The window on `folder`, where anna works."""
    return launch("open", folder, "--annotator", "anna")
