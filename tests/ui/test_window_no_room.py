"""A full disk: the window says so, its mark says *not saved*, and work goes on when there is room again."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotations.spans import Hint
from tests.ui.schema.schema_pages import opened, write
from tests.ui.windows import active, press, run, said, stored
from ui.main_window import MainWindow
from ui.plain_text import PlainLabel
from ui.project.dialogs import ArticleInfo


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if not shutil.which("mount") or subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("No small disk can be mounted here, so none can be filled.")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def fill(disk: Path) -> Path:
    """Fill the disk to its last byte; return the file that does."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(b"x" * 4096):
            pass
    return filler


def test_a_full_disk_is_said_and_work_goes_on_when_there_is_room(
    small_disk: Path, folder: Path, launch: Callable[..., MainWindow]
) -> None:
    window = launch("open", shutil.copytree(folder, small_disk / "p"), "--annotator", "anna")
    press(window, "Tab", "Return")
    assert window.status.saved.text().startswith("✓ Saved")
    filler = fill(small_disk)
    press(window, *["Tab", "X", "Ctrl+Z"] * 8)
    assert window.status.saved.text() == "✗ not saved"
    assert "could not be written: the disk is full. Nothing was changed." in said(window)
    filler.unlink()
    press(window, "Ctrl+Home", "Tab", "Return")
    assert window.status.saved.text().startswith("✓ Saved")
    assert ("Maria Ruiz", "PERSON") in stored(small_disk / "p")
    window.close()


def comment(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "C", "N", "O", "Ctrl+Return")


def describe(window: MainWindow, qtbot: QtBot) -> None:
    if not window.findChild(ArticleInfo):
        window.about_article.open()
    dialog = active(qtbot, ArticleInfo)
    dialog.title.setText("Another")
    press(dialog, "Return")


def add_label(window: MainWindow, qtbot: QtBot) -> None:
    write(opened(window).pane.new, "EVENT", "Return")


def take_pools(window: MainWindow, qtbot: QtBot) -> None:
    window.session.opened.take_pools([("second", [Hint(0, 4, 0.5)])], "rules")


def tally(window: MainWindow, qtbot: QtBot) -> None:
    window.session.opened._tally.start()
    qtbot.waitUntil(lambda: not window.session.opened._tally.isActive())


@pytest.mark.parametrize("write", [comment, describe, add_label, take_pools, tally])
def test_whatever_cannot_be_written_takes_the_mark_away_and_says_why(
    qtbot: QtBot,
    small_disk: Path,
    folder: Path,
    launch: Callable[..., MainWindow],
    write: Callable[..., None],
) -> None:
    window = launch("open", shutil.copytree(folder, small_disk / "p"), "--annotator", "anna")
    press(window, "Tab", "Return")
    filler = fill(small_disk)
    noted = []
    window.session.failed.connect(noted.append)
    write(window, qtbot)
    assert window.status.saved.text() == "✗ not saved"
    labels = [label.text() for label in QApplication.activeWindow().findChildren(PlainLabel)]
    assert any("the disk is full" in words for words in [*noted, *labels])
    filler.unlink()
    write(window, qtbot)
    press(window.view, "Ctrl+Home", "Tab", "Return")
    assert window.status.saved.text().startswith("✓ Saved")


def test_an_export_to_a_full_disk_is_told_in_a_sentence(
    small_disk: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(small_disk)
    out = small_disk / "out.jsonl"
    assert run("export", folder, out, "--format", "jsonl", "--articles", "all", "--spans", "all") == 1
    err = capsys.readouterr().err
    assert (err, out.exists()) == (
        f"factmark: {out}: The export could not be written: the disk is full.\n",
        False,
    )
