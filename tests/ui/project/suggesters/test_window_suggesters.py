"""The window and suggesters: it says once what is run, runs it beside itself, and says what came of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from models.project import Project
from models.queries.articles import unsuggested
from models.settings import Settings
from tests.annotations.suggesters.scripts import PLAIN
from tests.annotations.suggesters.test_driver import is_gone
from tests.ui.article.article_views import LEFT
from tests.ui.windows import SCHEMA, active, become_active, press, run, said, shown, tab_to
from ui.main_window import MainWindow
from ui.project.jobs import TOGETHER
from ui.project.suggesters.consent import LEAVE_IT, RUN

Launch = Callable[..., MainWindow]
PATIENCE = 30_000  # milliseconds
TEXT = "Norland and France met."
HANGS = "import os, time\nopen('pid', 'w').write(str(os.getpid()))\ntime.sleep(60)"


@pytest.fixture
def theirs(tmp_path: Path) -> Path:
    """A project that names the suggester mine."""
    (tmp_path / "theirs.yaml").write_text(SCHEMA.replace("pipeline: none", "pipeline: mine"), "utf-8")
    (tmp_path / "first.txt").write_text(TEXT, "utf-8")
    assert run("new", tmp_path / "p", "--schema", tmp_path / "theirs.yaml") == 0
    assert run("import", tmp_path / "p", tmp_path / "first.txt") == 0
    return tmp_path / "p"


def set_up(settings: Path, code: str = PLAIN, *flags: str) -> None:
    """Configures the suggester mine, as a person does in an editor."""
    settings.mkdir(exist_ok=True)
    (settings / "mine.py").write_text(code, "utf-8")
    one = {"mine": {"command": [sys.executable, *flags, "mine.py"], "timeout": 20}}
    path = settings / "settings.yaml"
    known = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    path.write_text(yaml.safe_dump({**known, "suggesters": one}), "utf-8")


def answer(qtbot: QtBot, text: str) -> str:
    """Goes to the button of the question by Tab and presses it; the words of the question."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), QMessageBox), timeout=PATIENCE)
    box = active(qtbot, QMessageBox)
    [button] = [button for button in box.buttons() if button.text() == text]
    words = f"{box.text()} {box.informativeText()}"
    tab_to(box, button)
    press(box, "Space")
    return words


def found(qtbot: QtBot, window: MainWindow, *more: str) -> None:
    def is_so() -> bool:
        return [row[0] for row in shown(window)] == ["Norland", *more]

    qtbot.waitUntil(is_so, timeout=PATIENCE)


def test_it_says_once_what_is_run_and_where_the_texts_go(
    qtbot: QtBot, launch: Launch, theirs: Path, own_settings: Path
) -> None:
    set_up(own_settings)
    window = launch("open", theirs, "--annotator", "anna")
    words = answer(qtbot, RUN)
    command = f"{sys.executable} mine.py"
    assert (
        f"The suggester mine runs {command} with your rights, and gives it the text of your articles."
        in words
    )
    assert "{key:" not in words
    found(qtbot, window, "France")
    qtbot.waitUntil(lambda: "mine: 1 article, 1 span." in said(window), timeout=PATIENCE)
    assert list(Settings().agreed()) == [command]
    window.verbs["suggest"].trigger()  # this time without a question
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    assert not isinstance(QApplication.activeWindow(), QMessageBox)
    set_up(own_settings, "", "-u")
    window.verbs["suggest"].trigger()  # another command
    assert f"{sys.executable} -u mine.py" in answer(qtbot, LEAVE_IT)


def test_a_no_runs_nothing_until_somebody_asks_again(
    qtbot: QtBot, launch: Launch, theirs: Path, own_settings: Path
) -> None:
    set_up(own_settings, f"open('ran', 'w')\n{PLAIN}")
    window = launch("open", theirs, "--annotator", "anna")
    answer(qtbot, LEAVE_IT)
    become_active(qtbot, window)
    assert said(window).startswith("The suggester was not run. Without it nothing is suggested")
    assert ((own_settings / "ran").exists(), Settings().agreed(), shown(window)) == (False, {}, [])
    window.verbs["suggest"].trigger()
    answer(qtbot, RUN)
    found(qtbot, window, "France")


def test_where_it_is_not_set_up_that_is_said_and_the_rules_work_on(
    qtbot: QtBot, launch: Launch, theirs: Path
) -> None:
    window = launch("open", theirs, "--annotator", "anna")
    sentence = "This project uses the suggester mine, which is not set up here"
    qtbot.waitUntil(lambda: said(window).startswith(sentence), timeout=PATIENCE)
    assert [row[0] for row in shown(window)] == ["France"]


def test_a_configuration_that_cannot_be_is_told(
    qtbot: QtBot, launch: Launch, theirs: Path, own_settings: Path
) -> None:
    own_settings.mkdir()
    (own_settings / "settings.yaml").write_text("suggesters: {mine: {command: python mine.py}}", "utf-8")
    window = launch("open", theirs, "--annotator", "anna")
    sentence = "The command of the suggester mine is no list of words"
    qtbot.waitUntil(lambda: said(window).startswith(sentence), timeout=PATIENCE)


@pytest.mark.parametrize("how", ["cancel", "close"])
def test_what_is_cancelled_or_closed_leaves_no_script_behind(
    qtbot: QtBot, launch: Launch, theirs: Path, own_settings: Path, how: str
) -> None:
    set_up(own_settings, HANGS)
    window = launch("open", theirs, "--annotator", "anna")
    answer(qtbot, RUN)
    pid = own_settings / "pid"
    qtbot.waitUntil(lambda: pid.exists() and pid.read_text() != "", timeout=PATIENCE)
    if how == "cancel":
        become_active(qtbot, window)
        QTest.mouseClick(window.status.cancel, LEFT)
    else:
        window.close()
    assert is_gone(int(pid.read_text()))


def test_an_article_with_an_error_keeps_what_it_had(
    qtbot: QtBot, launch: Launch, theirs: Path, own_settings: Path
) -> None:
    set_up(own_settings)
    window = launch("open", theirs, "--annotator", "anna")
    answer(qtbot, RUN)
    found(qtbot, window, "France")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)
    set_up(own_settings, PLAIN.replace('"spans": spans', '"error": "rate limit"'))
    become_active(qtbot, window)
    window.verbs["suggest"].trigger()
    qtbot.waitUntil(lambda: "has an error: rate limit." in said(window), timeout=PATIENCE)
    found(qtbot, window, "France")


def test_once_it_died_it_is_not_started_for_the_others(
    qtbot: QtBot, launch: Launch, theirs: Path, own_settings: Path
) -> None:
    lines = (json.dumps({"id": f"n{n}", "text": "Nothing."}) for n in range(TOGETHER + 1))
    (theirs / "more.jsonl").write_text("\n".join(lines), "utf-8")
    assert run("import", theirs, theirs / "more.jsonl") == 0
    set_up(own_settings, "open('log', 'a').write('started\\n')\nraise SystemExit('no memory left')")
    window = launch("open", theirs, "--annotator", "anna")
    answer(qtbot, RUN)
    more = "The suggester mine was not started again: 2 articles stay to be looked through as well."
    qtbot.waitUntil(lambda: more in said(window), timeout=PATIENCE)
    assert f"{TOGETHER} articles stay to be looked through" in said(window)
    assert (own_settings / "log").read_text("utf-8") == "started\n"


def test_what_came_before_it_was_cancelled_stays(
    qtbot: QtBot, launch: Launch, theirs: Path, own_settings: Path, tmp_path: Path
) -> None:
    for n in range(14):
        (tmp_path / f"{n}.txt").write_text(f"{TEXT} {n}.", "utf-8")
    assert run("import", theirs, *(tmp_path / f"{n}.txt" for n in range(14))) == 0
    slow = PLAIN.replace("import json, sys", "import json, sys, time")
    set_up(own_settings, f"n = 0\n{slow}    n += 1\n    sys.stdout.flush()\n    if n == 12: time.sleep(60)\n")
    window = launch("open", theirs, "--annotator", "anna")
    answer(qtbot, RUN)
    qtbot.waitUntil(lambda: "Norland" in [row[0] for row in shown(window)], timeout=PATIENCE)
    become_active(qtbot, window)
    QTest.mouseClick(window.status.cancel, LEFT)
    at = Project(theirs)
    assert len(unsuggested(at)) == 5
    at.close()


def test_the_windows_own_writing_keeps_what_an_editor_wrote_meanwhile(own_settings: Path) -> None:
    settings = Settings()
    set_up(own_settings)
    settings.set(font_size=14.0)
    assert Settings().suggesters() == ["mine"]
    assert settings.suggester("mine") == Settings().suggester("mine")
