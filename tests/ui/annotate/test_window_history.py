"""The panel of history: the article's edits, undoing back to one of them, and the pace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from annotations import span_verbs
from models.project import Project
from tests.making import edit
from tests.ui.waits import Hold, is_saved, waits
from tests.ui.windows import here, is_sentence, press, said, state, stored
from ui.annotate.history_panel import HistoryPanel
from ui.look.apply import apply_palette
from ui.main_window import MainWindow


def panel(window: MainWindow) -> HistoryPanel:
    found = window.work.panels.open("history")
    found.refresh()
    return found


def listed(window: MainWindow) -> list[str]:
    tree = panel(window).list
    return [tree.topLevelItem(n).text(0) for n in range(tree.topLevelItemCount())]


def undo_up_to(window: MainWindow, place: int) -> None:
    tree = panel(window).list
    tree.setCurrentItem(tree.topLevelItem(place))
    window.work.panels.here().undo.click()


def questions(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_the_edits_of_the_article_are_named_newest_first(window: MainWindow) -> None:
    press(window, "Tab", "Return", "X", "Ctrl+PgDown", "Ctrl+Home", "Return", "Ctrl+PgUp")
    assert listed(window) == ["reject “Navy”", "confirm “Maria Ruiz”"]
    when = panel(window).list.topLevelItem(0).text(1)
    assert len(when) == len("10:00")


def test_what_was_undone_is_grey_and_says_so(window: MainWindow) -> None:
    press(window, "Tab", "Return", "X", "Ctrl+Z")
    assert listed(window) == ["↶ undone: reject “Navy”", "confirm “Maria Ruiz”"]
    tree = panel(window).list
    assert tree.topLevelItem(0).foreground(0).color() == window.palette().placeholderText().color()
    tree.setCurrentItem(tree.topLevelItem(0))
    assert not window.work.panels.here().undo.isEnabled()


def test_the_grey_follows_the_colours_of_the_window(window: MainWindow) -> None:
    press(window, "Tab", "Return", "X", "Ctrl+Z")
    tree = panel(window).list
    seen = []
    for scheme in ("dark", "light"):
        apply_palette(scheme)
        item = tree.topLevelItem(0)
        seen.append(item.foreground(0).color() == window.palette().placeholderText().color())
        assert tree.topLevelItem(1).data(0, Qt.ItemDataRole.ForegroundRole) is None
    assert seen == [True, True]


def test_the_list_is_the_same_whether_filled_by_and_by_or_anew(window: MainWindow) -> None:
    seen = []
    for key in ("Tab", "Return", "X", "Ctrl+Z", "Return", "Ctrl+PgDown", "Ctrl+PgUp"):
        window.view.setFocus()
        press(window, key)
        seen.append(listed(window))
    assert seen[5] == []
    window.work.panels.here().list.clear()
    assert listed(window) == seen[-1] == seen[4]
    assert [row.startswith("↶") for row in seen[4]] == [False, True, False]


def test_undo_up_to_here_takes_back_the_edit_and_all_behind_it(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return", "Return", "Return")
    undo_up_to(window, 1)
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
    assert said(window) == "Undid 2 edits, up to: confirm “Navy”."
    press(window, "Esc", "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert len(stored(folder)) == 3


def test_edits_on_other_articles_in_between_are_counted_and_asked_about(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Return", "Ctrl+PgDown", "Ctrl+Home", "Return", "Ctrl+PgUp")
    undo_up_to(window, 0)
    (box,) = questions(window)
    assert box.text() == "1 of the 2 edits since then are on other articles. Undo those too?"
    assert stored(folder, "second") == [("Oslo", "GPE")]
    box.button(QMessageBox.StandardButton.Yes).click()
    assert (stored(folder), stored(folder, "second"), here(window)) == ([], [], "first")


def test_an_undo_that_is_refused_stops_there_with_a_sentence(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "Return", "Return")
    project = Project(folder)
    anna = project.annotation_set("first", "anna")
    edit(project, "reject", span_verbs.reject(anna, *anna.spans.values()), by="bert")
    project.close()
    undo_up_to(window, 2)
    assert "Somebody changed this" in said(window)
    assert len(stored(folder)) == 0
    assert state(folder) == "started"


def test_the_edits_of_others_are_shown_with_their_name_and_cannot_be_undone(
    window: MainWindow, folder: Path, launch: Callable[..., MainWindow]
) -> None:
    press(window, "Tab", "Return")
    window.close()
    window = launch("open", folder, "--annotator", "bert")
    assert listed(window) == ["anna: confirm “Maria Ruiz”"]
    undo_up_to(window, 0)
    assert stored(folder) == [("Maria Ruiz", "PERSON")]


def test_the_pace_stands_above(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Tab", "Return", "3")
    found = panel(window)
    qtbot.waitUntil(lambda: "so far" in found.pace.text())
    assert found.pace.text().split("\n") == [
        "This article: 0 min of work without idle time, 2 spans.",
        "Suggested spans right so far: 2 of 2 (100%).",
        "ORG: 100% of 1",
        "PERSON: 100% of 1",
    ]


def test_a_corrected_and_a_rejected_suggestion_count_as_wrong(qtbot: QtBot, window: MainWindow) -> None:
    press(window, "Tab", "3", "X", "Return")
    found = panel(window)
    qtbot.waitUntil(lambda: "so far: 1 of 3 (33%)" in found.pace.text())
    assert "PERSON: 0% of 1" in found.pace.text()


def test_undo_up_to_here_says_how_far_it_came_while_another_program_writes(
    qtbot: QtBot, window: MainWindow, folder: Path, hold: Hold
) -> None:
    press(window, "Tab", "Return", "Return", "Return")
    holder = hold()
    undo_up_to(window, 1)
    assert said(window).startswith("Another program is writing to the project; not all was undone yet")
    assert waits(window) == 1
    undo_up_to(window, 1)
    assert (waits(window), is_sentence(said(window))) == (1, True)
    holder.let_go()
    qtbot.waitUntil(lambda: is_saved(window))
    assert len(stored(folder)) == 2
