"""The window lies whole on its screen: at a first start, where it was remembered, and whatever is imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.offscreen import screen
from tests.ui.windows import press, run
from ui.frame.first_size import LEAST, first_size, fitted, place
from ui.main_window import MainWindow

ROOT = Path(__file__).parents[3]
CASES = ROOT.parent / "shared" / "cases" / "window"
SCRIPT = """
import sys
from PySide6.QtWidgets import QApplication
import main
def shown():
    window = next(w for w in QApplication.topLevelWidgets() if w.isVisible())
    for _ in range(5):
        QApplication.processEvents()
    print(*window.geometry().getRect())
    window.close()
    return 0
QApplication.exec = shown
main.main(["open", *sys.argv[1:]])
"""


@pytest.mark.parametrize(
    ("free", "size"),
    [
        ((1366, 728), (1229, 655)),
        ((1280, 680), (1152, 612)),
        ((2560, 1400), (1440, 900)),
        ((960, 640), (880, 600)),
        ((800, 560), (800, 560)),
    ],
)
def test_a_first_start_takes_its_share_of_the_screen(free: tuple[int, int], size: tuple[int, int]) -> None:
    assert first_size(QSize(*free)).toTuple() == size


@pytest.mark.parametrize(
    ("window", "fits"),
    [
        ((100, 50, 900, 600), (100, 50, 900, 600)),
        ((0, 0, 2560, 1400), (0, 25, 1280, 695)),
        ((5000, 5000, 900, 600), (380, 120, 900, 600)),
        ((-300, -300, 900, 600), (0, 25, 900, 600)),
    ],
)
def test_a_window_is_moved_and_shrunk_onto_the_screen(window: tuple[int, ...], fits: tuple[int, ...]) -> None:
    assert fitted(QRect(*window), QRect(0, 25, 1280, 695)).getRect() == fits


def started(config: Path, platform: str, *words: object) -> tuple[int, ...]:
    """Starts the program on that screen, and gives where its window lies."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *map(str, words)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": platform, "FACTMARK_CONFIG": str(config)},
        check=True,
    )
    return tuple(map(int, done.stdout.split()))


@pytest.mark.parametrize(
    ("wide", "high", "ratio", "size"),
    [(1366, 768, 1.0, (1229, 691)), (1280, 720, 1.5, (1152, 648))],
    ids=["1366x768 at 100 %", "1920x1080 at 150 %"],
)
def test_the_whole_window_is_on_a_small_screen(
    tmp_path: Path, folder: Path, wide: int, high: int, ratio: float, size: tuple[int, int]
) -> None:
    platform = screen(tmp_path / "screen.json", wide, high, ratio)
    for words in ((), (folder,)):
        assert started(tmp_path / f"config{len(words)}", platform, *words)[2:] == size


def test_a_remembered_size_is_clamped_to_the_screen_it_opens_on(tmp_path: Path, folder: Path) -> None:
    large = screen(tmp_path / "large.json", 2560, 1440)
    assert started(tmp_path / "config", large, folder)[2:] == (1440, 900)
    small = screen(tmp_path / "small.json", 1280, 720)
    x, y, wide, high = started(tmp_path / "config", small, folder)
    assert QRect(0, 0, 1280, 720).contains(QRect(x, y, wide, high))


@pytest.fixture
def imported(launch: Callable[..., MainWindow], folder: Path, tmp_path: Path) -> MainWindow:
    """The window on long titles and names of files, and markup in a title; on the shared cases where they are."""
    titles = ("Ordinary words " * 40, "x" * 3000, "\u65e5\u672c" * 400, "<b>BOLD</b><img src='a.png'>" * 20)
    records = [{"id": str(n), "title": title, "text": f"Text {n}."} for n, title in enumerate(titles)]
    files = [tmp_path / "long.jsonl", tmp_path / f"{'name ' * 45}.txt"]
    files[0].write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    files[1].write_text("A file with a long name.", "utf-8")
    for path in (*files, *sorted(CASES.glob("*"))):
        assert run("import", folder, path) == 0
    return launch("open", folder, "--annotator", "anna")


def test_nothing_imported_can_widen_the_window(imported: MainWindow) -> None:
    imported.resize(LEAST)
    for _ in range(imported.work.list.model().rowCount()):
        QApplication.processEvents()
        hint = imported.minimumSizeHint()
        assert (imported.size(), hint.boundedTo(LEAST)) == (LEAST, hint)
        press(imported, "Ctrl+PgDown")


def test_a_place_that_cannot_be_read_is_a_first_start(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    place(window, "nonsense")
    assert window.size() == first_size(window.screen().availableSize())
