"""Topics of a whole article, and articles that are skipped."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.project import Project
from tests.ui.windows import become_active, here, point, press, row, run, said, state
from ui.finish.skip_dialog import SkipDialog
from ui.main_window import MainWindow

TOPICS = 'topics:\n  War: {key: "1", guideline: "Armed conflict."}\n  R&D: {}\n'


@pytest.fixture
def window(launch: Callable[..., MainWindow], folder: Path) -> MainWindow:
    path = folder / "project.yaml"
    path.write_text(path.read_text("utf-8") + TOPICS, "utf-8")
    return launch("open", folder, "--annotator", "anna")


def topics(folder: Path) -> list[str]:
    project = Project(folder)
    try:
        return list(project.annotation_set("first", "anna").topics)
    finally:
        project.close()


def down(window: MainWindow) -> list[str]:
    return [name for name, chip in window.work.topics.chips.items() if chip.isChecked()]


def test_alt_and_a_digit_marks_the_article_with_a_topic_and_takes_it_away(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Alt+1")
    assert (topics(folder), down(window), state(folder)) == (["War"], ["War"], "started")
    assert window.work.topics.chips["War"].text() == "✓ War"
    press(window, "Alt+1")
    assert (topics(folder), down(window)) == ([], [])


def test_a_click_on_a_chip_is_an_edit_that_is_undone_and_keeps_the_keyboard(
    window: MainWindow, folder: Path
) -> None:
    QTest.mouseClick(window.work.topics.chips["R&D"], Qt.MouseButton.LeftButton)
    assert (topics(folder), down(window), window.view.hasFocus()) == (["R&D"], ["R&D"], True)
    press(window, "Ctrl+Z")
    assert (topics(folder), down(window), said(window)) == ([], [], "Undid: set topic R&D.")


def test_f6_and_space_reach_the_chips(window: MainWindow, folder: Path) -> None:
    press(window, "Shift+F6", "Space")
    assert topics(folder) == ["War"]


def test_the_menu_offers_the_topics(window: MainWindow, folder: Path) -> None:
    war, other = window.menus.topics.actions()
    assert (war.text(), war.shortcut().toString(), other.text()) == ("War", "Alt+1", "R&&D")
    other.trigger()
    assert topics(folder) == ["R&D"]


def test_the_chips_are_those_of_the_article_at_hand(window: MainWindow) -> None:
    press(window, "Alt+1", "Ctrl+PgDown")
    assert (window.work.topics.isVisible(), down(window)) == (True, [])
    press(window, "Ctrl+PgUp")
    assert down(window) == ["War"]


def test_a_topic_that_the_schema_lacks_has_a_chip_too_and_none_at_all_hide_the_bar(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Alt+1")
    path = folder / "project.yaml"
    path.write_text(path.read_text("utf-8").removesuffix(TOPICS), "utf-8")
    window.session.look_for_others()
    assert down(window) == ["War"]
    press(window, "Ctrl+PgDown")
    assert not window.work.topics.isVisible()


@pytest.fixture
def skip(qtbot: QtBot, window: MainWindow) -> Callable[[str], None]:
    """Skips the article at hand for a reason that is typed."""

    def skip(reason: str) -> None:
        window.verbs["skip_article"].trigger()
        dialog = become_active(qtbot, window.findChildren(SkipDialog)[-1])
        QTest.keyClicks(dialog.reason, reason)
        press(dialog, "Return")
        if dialog.isVisible():
            press(dialog, "Esc")
        become_active(qtbot, window)

    return skip


@pytest.mark.usefixtures("straight_on")
def test_a_skipped_article_says_so_in_the_list_and_is_passed_over(
    window: MainWindow, skip, folder: Path
) -> None:
    skip(" a  duplicate ")
    assert (here(window), row(window, 0)[1]) == ("second", "⊘ skipped")
    assert "skipped: a duplicate" in window.work.list.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    press(window, "Tab", "Tab")
    assert (here(window), said(window)) == ("second", "")
    window.work.finishing.finish_with()
    assert said(window) == "Every article is finished."


def test_a_reason_is_needed(window: MainWindow, skip) -> None:
    skip("  ")
    assert row(window, 0)[1] == ""


def test_skipping_is_undone_and_reopening_takes_it_back(window: MainWindow, skip) -> None:
    skip("no news")
    press(window, "Ctrl+Z")
    assert (here(window), row(window, 0)[1]) == ("first", "")
    press(window, "Ctrl+Shift+Z")
    assert row(window, 0)[1] == "⊘ skipped"
    window.verbs["reopen"].trigger()
    assert row(window, 0)[1] == "◐ started"


def test_a_skipped_article_stays_skipped_while_it_is_worked_on(window: MainWindow, skip) -> None:
    skip("no news")
    press(window, "Ctrl+PgUp")
    point(window, "left")
    press(window, "3")
    assert row(window, 0)[1] == "⊘ skipped"


def test_an_export_leaves_it_out_and_says_so_and_a_lossless_one_does_not(
    window: MainWindow, skip, folder: Path, tmp_path: Path
) -> None:
    press(window, "Alt+1")
    skip("no news")
    out = tmp_path / "out.jsonl"
    assert run("export", folder, out, "--format", "jsonl", "--articles", "all") == 0
    manifest = json.loads((tmp_path / "out.jsonl.manifest.json").read_text("utf-8"))
    assert (manifest["left_out"]["articles skipped"], "first" in out.read_text("utf-8")) == (1, False)
    assert run("export", folder, out, "--format", "jsonl", "--articles", "all", "--spans", "all") == 0
    first = json.loads(out.read_text("utf-8").splitlines()[0])
    assert (first["skipped"], first["topics"]) == ("no news", ["War"])
