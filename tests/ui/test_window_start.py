"""How the program starts: the welcome, the last project, a bad one, and what its process loads."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.test_architecture import LATE
from tests.ui.windows import become_active, is_sentence, press, row, run, said, shown, stored
from ui.article.article_view import ArticleView
from ui.main_window import MainWindow
from ui.trouble.unexpected import Unexpected

Launch = Callable[..., MainWindow]
ROOT = Path(__file__).parents[2]
MOST_CLASSES = 40  # of Qt's widgets that PySide makes by then, of a hundred
MOST_WIDGETS = 160  # that stand before the first paint: each is polished in it


def test_the_first_start_offers_the_sample_and_suggestions_arrive(qtbot: QtBot, launch: Launch) -> None:
    window = launch()
    assert window.pages.currentWidget() is window.welcome
    assert window.welcome.sample.hasFocus()
    press(window, "Space")
    assert window.windowTitle() == "Sample project - Factmark"
    qtbot.waitUntil(lambda: len(window.work.list.articles.ids) == 10, timeout=30_000)
    qtbot.waitUntil(lambda: len(shown(window)) > 10, timeout=30_000)
    assert row(window, 0)[0] == window.work.heading.title.text()
    press(window, "Tab", "Return")
    folder = window.session.project.folder
    assert len(stored(folder, window.session.article.id, annotator=window.session.annotator)) == 1


STARTED = f"""
import gc
import sys
from PySide6.QtWidgets import QApplication, QWidget
import main

def classes(of):
    return {{of}}.union(*map(classes, type.__subclasses__(of)))

def work():  # the window stands, and is not painted as yet
    from ui.frame.first_paint import FirstPaint
    of_qt = [one for one in classes(QWidget) if one.__module__.startswith("PySide6")]
    print(*[name for name in {LATE!r} if name in sys.modules], len(of_qt), len(QApplication.allWidgets()))
    window = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "session"))
    looked = [gc.isenabled()]
    window.findChild(FirstPaint).over.connect(lambda: looked.append(gc.isenabled()))
    while len(looked) == 1:
        QApplication.processEvents()
    print(*looked)
    window.close()
    return 0

QApplication.exec = work
main.main(["open", sys.argv[1], "--annotator", "anna"])
print(gc.isenabled())
"""


def test_nothing_of_later_is_made_before_the_first_paint(folder: Path) -> None:
    command = [sys.executable, "-c", STARTED, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    *loaded, of_qt, widgets, before, after, at_the_end = done.stdout.split()
    assert loaded == []
    assert int(of_qt) < MOST_CLASSES
    assert int(widgets) < MOST_WIDGETS
    assert (before, after, at_the_end) == (
        "False",
        "True",
        "True",
    )  # whether memory is looked through for garbage


def test_pyside_reads_no_source_of_ours() -> None:
    lines = (
        "import builtins",
        "from ui.frame.quick_qt import load_qt",
        "load_qt()",
        "import PySide6.QtWidgets",
        "print(builtins.__import__.__name__)",
    )
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], cwd=ROOT, capture_output=True, check=True)
    assert done.stdout.decode().strip() == "__import__"


@pytest.mark.parametrize("width", [900, 1440])
def test_the_welcome_draws_its_sentence_whole_once_it_stands(
    qtbot: QtBot, launch: Launch, width: int
) -> None:
    window = launch()
    window.resize(width, 700)
    qtbot.waitUntil(lambda: bool(window.welcome.findChildren(ArticleView)))
    [view] = window.welcome.findChildren(ArticleView)
    qtbot.waitUntil(lambda: view.viewport().height() > 60 and view.verticalScrollBar().maximum() == 0)
    assert view.accessibleName() == "A sentence with its names and the fact that it states"


def test_the_sample_project_is_made_once(qtbot: QtBot, launch: Launch) -> None:
    window = launch()
    press(window, "Space")
    qtbot.waitUntil(lambda: len(window.work.list.articles.ids) == 10, timeout=30_000)
    window.close()
    Settings().set(last_project="")
    again = launch()
    press(again, "Space")
    assert len(again.work.list.articles.ids) == 10


def test_a_sample_whose_import_was_cancelled_is_imported_the_next_time(qtbot: QtBot, launch: Launch) -> None:
    window = launch()
    press(window, "Space")
    window.status.cancel.click()
    qtbot.waitUntil(lambda: not window.files.is_busy)
    assert window.work.list.articles.ids == []
    window.files.sample()
    qtbot.waitUntil(lambda: len(window.work.list.articles.ids) == 10, timeout=30_000)


def test_without_words_the_last_project_is_opened(launch: Launch, window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return")
    window.close()
    again = launch("open", "--annotator", "anna")
    assert again.session.project.folder == folder
    assert shown(again)[0] == ("Maria Ruiz", "PERSON", "confirmed")


def test_the_welcome_lists_recent_projects(window: MainWindow, launch: Launch, folder: Path) -> None:
    window.close()
    Settings().set(last_project="")
    again = launch()
    recent = again.welcome.cards[str(folder)]
    assert recent.hasFocus()
    press(again, "Return")
    assert again.windowTitle() == "Window - Factmark"


@pytest.mark.parametrize(
    "words", [["open", "nowhere"], ["open", "nowhere", "--annotator", "gold"], ["open", "--annotator", " "]]
)
def test_what_cannot_be_opened_is_told_in_a_sentence(
    words: list[str], capsys: pytest.CaptureFixture[str], launch: Launch
) -> None:
    assert run(*words) == 1
    said = capsys.readouterr().err
    assert said.startswith("factmark: ")
    assert said.endswith(".\n")


def test_a_last_project_that_broke_is_told_in_the_window(
    window: MainWindow, launch: Launch, folder: Path
) -> None:
    window.close()
    (folder / "project.yaml").write_text("labels: 3\n", "utf-8")
    again = launch()
    assert again.pages.currentWidget() is again.welcome
    assert is_sentence(said(again).split(": ", 1)[-1])


def test_name_and_size_of_the_text_are_kept(window: MainWindow, launch: Launch, folder: Path) -> None:
    press(window, "Ctrl++", "Ctrl++")
    window.close()
    again = launch("open", folder, "--annotator", "anna")
    assert again.settings["font_size"] == 14.0
    assert again.view.caret_rect(0).height() == window.view.caret_rect(0).height()
    assert again.top.annotator.text() == "anna"


def test_an_error_of_ours_is_logged_and_shown_and_the_window_goes_on(
    window: MainWindow, own_settings: Path, folder: Path, qtbot: QtBot
) -> None:
    unexpected = window.findChild(Unexpected)
    assert isinstance(unexpected, Unexpected)
    unexpected.show(RuntimeError, RuntimeError("odd"), None)
    [box] = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    assert "RuntimeError: odd" in box.informativeText()
    assert "RuntimeError: odd" in (own_settings / "errors.log").read_text("utf-8")
    next(button for button in box.buttons() if button.text() == "Copy details").click()
    assert "RuntimeError: odd" in QApplication.clipboard().text()
    press(become_active(qtbot, window), "Tab", "Return")
    assert len(stored(folder)) == 1


LIGHT = """
import sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import main

def work():
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "session"))
    QTest.qWaitForWindowActive(window)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_3, Qt.Key.Key_N, Qt.Key.Key_X):
        QTest.keyClick(window.view, key)
    window.close()
    return 0

QApplication.exec = work
main.main(["open", sys.argv[1], "--annotator", "anna"])
print(*sorted({name.split(".")[0] for name in sys.modules}))
"""


def test_the_windows_process_loads_nothing_heavy(folder: Path) -> None:
    command = [sys.executable, "-c", LIGHT, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert len(stored(folder)) >= 1
    loaded = set(done.stdout.split())
    assert "PySide6" in loaded
    assert not loaded & {"spacy", "numpy", "typer", "trafilatura", "dateparser", "rich", "babel", "thinc"}


PAINTED = """
import gc, sys
import main
from ui.frame.late_modules import Later
from ui.frame.quick_libraries import load_libraries
from ui.frame.quick_qt import load_qt

load_libraries()
load_qt()
from PySide6.QtWidgets import QApplication

def painted():
    while not gc.isenabled():
        QApplication.processEvents()
    print(*(name for name, module in sys.modules.items() if isinstance(vars(module).get("__getattr__"), Later)))
    print(gc.get_freeze_count() > 10_000, {"argparse", "locale"} & {*sys.modules})
    QApplication.closeAllWindows()
    return 0

QApplication.exec = painted
main.main(["open", sys.argv[1]])
"""


def test_until_the_first_paint_modules_wait_and_memory_is_let_be(folder: Path) -> None:
    command = [sys.executable, "-c", PAINTED, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    waiting, memory = done.stdout.splitlines()
    assert {"calendar", "shibokensupport.signature.parser"} <= set(waiting.split())
    assert memory == "True set()"
