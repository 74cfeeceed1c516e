"""A project on a read-only disk opens in the window for reading: it is marked so, and no edit changes anything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotations.formats.writing.selection import Choice
from models.settings import Settings
from tests.ui.schema.schema_pages import opened
from tests.ui.windows import focused, here, press, row, run, said, shown, stored
from tests.unprivileged import read_only_disk
from ui.export.export_words import Wanted
from ui.main_window import MainWindow

WHY = "This project is open for reading alone, since the disk is read-only. Copy its folder to change it."


@pytest.fixture
def window(folder: Path, launch: Callable[..., MainWindow]) -> Iterator[MainWindow]:
    """The window on `folder`, which is on a read-only disk."""
    with read_only_disk(folder):
        window = launch("open", folder, "--annotator", "anna")
        yield window
        window.close()


def test_the_window_is_marked_read_only_for_good(window: MainWindow) -> None:
    press(window, "Tab", "Return", "Ctrl+N", "Ctrl+P")
    assert window.windowTitle() == "Window - read only - Factmark"
    assert (window.status.saved.text(), window.status.saved.isVisible()) == ("read only", True)
    assert "the disk is read-only" in window.status.saved.toolTip()
    assert (here(window), len(shown(window))) == ("first", 3)


def test_verbs_that_write_are_disabled_and_say_why(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "Tab")
    row = window.status.verbs
    qtbot.waitUntil(lambda: row.button_of("confirm") is not None)
    assert not row.button_of("confirm").isEnabled()
    assert "the disk is read-only" in row.button_of("confirm").toolTip()
    press(window, "Shift+Tab")
    qtbot.waitUntil(lambda: all(not b.isEnabled() or "read-only" not in b.toolTip() for b in row.buttons))


EDITS = {"confirm": "Return", "reject": "X", "undo": "Ctrl+Z", "redo": "Ctrl+Shift+Z", "label": "1"}


@pytest.mark.parametrize("key", EDITS.values(), ids=EDITS)
def test_an_edit_is_refused_with_one_notice_and_shows_nothing_else(window: MainWindow, key: str) -> None:
    press(window, "Tab")
    before = (shown(window), focused(window), row(window, 0), window.work.heading.counts.text())
    told: list[str] = []
    window.session.failed.connect(told.append)
    press(window, key)
    assert [one.partition(": ")[2] for one in told] == [WHY]
    assert (shown(window), focused(window), row(window, 0), window.work.heading.counts.text()) == before
    assert window.status.saved.text() == "read only"


def test_a_pool_is_not_looked_for_and_the_article_not_looked_through_again(window: MainWindow) -> None:
    assert not window.suggesting.is_busy
    window.verbs["suggest_here"].trigger()
    assert not window.suggesting.is_busy
    assert WHY in said(window)


def test_the_schema_stays_as_it_is_and_so_does_its_form(window: MainWindow) -> None:
    form = opened(window).form
    form.guideline.setFocus()
    press(window, "O", "Esc")
    assert (form.guideline.toPlainText(), WHY in form.wrong.text()) == ("People.", True)
    assert window.session.project is not None
    assert window.session.project.schema.labels["PERSON"].guideline == "People."


def test_articles_are_filtered_by_what_is_undecided(window: MainWindow) -> None:
    press(window, "Ctrl+N")
    assert row(window, 1)[0] == "Second"


def test_an_export_is_written_and_says_that_it_is_not_remembered(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "out.jsonl"
    press(window, "Ctrl+E")
    page = window.pages.currentWidget()
    page.exporting.write(Wanted(str(out), choice=Choice(articles="all", spans="all")))
    qtbot.waitUntil(lambda: not window.commands.is_running, timeout=60_000)
    assert len(out.read_text("utf-8").splitlines()) == 2
    assert "does not remember this export, since the disk is read-only" in said(window)


def test_closing_makes_no_copy_and_is_no_trouble(folder: Path, window: MainWindow) -> None:
    window.session.described.emit()
    assert window.close()
    assert not (folder / "backups").exists()


def test_a_project_opened_after_it_is_not_marked(window: MainWindow, tmp_path: Path) -> None:
    assert run("new", tmp_path / "other", "--schema", "blank") == 0
    assert window.files.open(tmp_path / "other")
    assert (window.windowTitle(), window.status.saved.text()) == ("other - Factmark", "")


def test_settings_that_cannot_be_kept_stop_nothing(
    folder: Path, own_settings: Path, launch: Callable[..., MainWindow]
) -> None:
    own_settings.mkdir(exist_ok=True)
    with read_only_disk(own_settings):
        window = launch("open", folder, "--annotator", "anna")
        assert "The settings cannot be kept: the disk is read-only." in said(window)
        press(window, "Tab", "Return")
        assert stored(folder) == [("Maria Ruiz", "PERSON")]
        assert window.close()
    assert Settings()["last_project"] == ""
