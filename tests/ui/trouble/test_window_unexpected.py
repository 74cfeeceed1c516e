"""The box for an error of ours: it says what a fresh look at the project found, and breaks nothing further."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.windows import become_active, press, stored
from ui.main_window import MainWindow
from ui.trouble.unexpected import Unexpected


class Unspeakable(Exception):
    """An error that cannot say what it is."""

    def __str__(self) -> str:
        raise RuntimeError("not even that")


@pytest.fixture
def hook(window: MainWindow) -> Iterator[Unexpected]:
    yield (found := of(window))
    if found.box:
        found.box.close()


def of(window: MainWindow) -> Unexpected:
    found = window.findChild(Unexpected)
    assert isinstance(found, Unexpected)
    return found


def said(hook: Unexpected, qtbot: QtBot) -> str:
    """What the box says once the project was looked at."""
    qtbot.waitUntil(lambda: hook.box is not None and "is being read again" not in hook.box.informativeText())
    assert hook.box
    return hook.box.informativeText()


def test_the_box_says_that_the_edit_is_in_the_file(
    window: MainWindow, hook: Unexpected, qtbot: QtBot
) -> None:
    press(window, "Tab", "Return")
    hook.show(ValueError, ValueError("odd"), None)
    words = said(hook, qtbot)
    assert (
        "The project was read again just now: its file is whole, and holds your work on this article" in words
    )
    assert words.startswith("ValueError: odd\n\n")
    assert "Your last edit in it is of " in words


def test_the_box_says_that_the_file_is_gone(
    window: MainWindow, hook: Unexpected, folder: Path, qtbot: QtBot
) -> None:
    press(window, "Tab", "Return")
    (folder / "project.db").rename(folder / "away.db")
    hook.show(ValueError, ValueError("odd"), None)
    words = said(hook, qtbot)
    (folder / "away.db").rename(folder / "project.db")
    assert (
        "The project is not where it was opened. The project was moved or renamed while it was open" in words
    )
    assert "“Save a copy…” in it saves what the window still has open." in words
    assert "missing" not in words


def test_the_box_says_that_somebody_put_the_file_of_yesterday_there(
    window: MainWindow, hook: Unexpected, folder: Path, qtbot: QtBot
) -> None:
    before = folder.with_name("before")
    window.session.project.db.run("VACUUM INTO ?", (str(before),))
    press(window, "Tab", "Return")
    for name in ("project.db-wal", "project.db-shm"):
        (folder / name).unlink()
    before.replace(folder / "project.db")
    hook.show(ValueError, ValueError("odd"), None)
    words = said(hook, qtbot)
    assert "The project is not where it was opened. The project's database was replaced" in words
    assert "it does not hold what is on the screen: 2 items of your work are otherwise in it" in words


def test_without_a_project_there_is_nothing_to_look_at(
    launch: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    hook = of(launch())
    hook.show(ValueError, ValueError("odd"), None)
    assert "No project is open." in said(hook, qtbot)
    assert hook.box
    hook.box.close()


def test_an_error_that_comes_often_is_one_box_and_work_goes_on(
    window: MainWindow, hook: Unexpected, folder: Path, qtbot: QtBot
) -> None:
    hook.show(ValueError, ValueError("first"), None)
    box = hook.box
    hook.show(KeyError, KeyError("second"), None)
    assert (hook.box, said(hook, qtbot)[:17]) == (box, "ValueError: first")
    press(become_active(qtbot, window), "Tab", "Return")
    assert len(stored(folder)) == 1


def test_an_error_in_the_box_itself_goes_to_the_log(
    hook: Unexpected, own_settings: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hook, "_session", 3)  # anything that breaks the making of the box
    hook.show(ValueError, ValueError("odd"), None)
    log = (own_settings / "errors.log").read_text("utf-8")
    assert hook.box is None
    assert ["ValueError: odd" in log, "AttributeError" in log, "telling of an error" in log] == [True] * 3


def test_an_error_that_cannot_be_put_in_words_is_told_all_the_same(hook: Unexpected, qtbot: QtBot) -> None:
    hook.show(Unspeakable, Unspeakable(), None)
    assert "Unspeakable: <exception str() failed>" in said(hook, qtbot)


def test_an_error_in_a_thread_comes_to_the_box(hook: Unexpected, qtbot: QtBot) -> None:
    def fail() -> None:
        try:
            {}["odd"]
        except KeyError as error:
            hook.show_from_thread(threading.ExceptHookArgs((KeyError, error, error.__traceback__, None)))

    threading.Thread(target=fail).start()
    assert "KeyError: 'odd'" in said(hook, qtbot)
