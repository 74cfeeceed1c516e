"""A guideline written where one annotates: nothing that was typed is lost but by Discard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from annotations.schema import reader
from tests.ui.facts.building import news_project
from tests.ui.windows import FIRST, focused, point, press, said, suggested
from tests.unprivileged import read_only_disk
from ui.main_window import MainWindow


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def written(folder: Path, name: str = "PERSON") -> str:
    """The label's guideline, as the file has it."""
    return reader.read(folder / "project.yaml").labels[name].guideline


def typing(window: MainWindow, *keys: str, text: str = "") -> MainWindow:
    """The window in which those keys have opened the editor, and the text was typed at its end."""
    press(window, *keys)
    box = window.work.reading._editor().box
    assert box.hasFocus()
    press(window, "Ctrl+End")
    QTest.keyClicks(box, text)
    return window


def body(window: MainWindow) -> str:
    return window.work.labels.guideline.body.toPlainText()


def test_what_is_typed_is_written_by_key_and_read_at_once(window: MainWindow, folder: Path) -> None:
    typing(window, "Tab", "G", "E", text=" *All* of them.")
    press(window, "Ctrl+Return")
    assert written(folder) == "People. *All* of them."
    assert body(window) == "People. All of them."
    assert window.work.labels.guideline.body.hasFocus()
    assert said(window) == "The guideline of PERSON is written; Ctrl+Z takes it back."
    press(window, "Esc")
    assert (window.view.hasFocus(), focused(window)) == (True, "Maria Ruiz")


def test_by_mouse_it_is_begun_previewed_and_written(window: MainWindow, folder: Path) -> None:
    press(window, "G")
    click(window.work.labels.guideline.edit)
    editor = window.work.reading._editor()
    QTest.keyClicks(editor.box, "# Who")
    press(window, "Return", "Return")
    click(editor.look)
    assert editor.preview.isVisible()
    assert editor.preview.toPlainText() == "Who\nPeople."
    assert editor.preview.hasFocus()
    click(editor.look)
    assert editor.box.hasFocus()
    click(editor.write)
    assert written(folder) == "# Who\n\nPeople."


@pytest.mark.parametrize("way", ["Esc", "F6", "click", "close", "next project"])
def test_leaving_in_any_way_writes_what_was_typed(
    window: MainWindow, folder: Path, tmp_path: Path, way: str
) -> None:
    typing(window, "G", "E", text=" All.")
    if way == "click":
        click(window.view.viewport())
    elif way == "close":
        window.close()
    elif way == "next project":
        window.files.open(news_project(tmp_path / "next", {"id": "a", "title": "", "text": "A."}))
        assert window.session.project.schema.name == "News"
    else:
        press(window, way)
    assert written(folder) == "People. All."


def test_discard_gives_up_what_was_typed(window: MainWindow, folder: Path) -> None:
    typing(window, "G", "E", text=" All.")
    click(window.work.reading._editor().drop)
    assert (written(folder), body(window)) == ("People.", "People.")
    assert window.work.labels.guideline.body.hasFocus()


def test_undo_and_redo_are_about_the_guideline_until_something_else_is_done(
    window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "X")
    typing(window, "G", "E", text="All.")
    press(window, "Esc")
    window.menus.name_undo()
    assert window.verbs["undo"].text() == "Undo: guideline of ORG"
    press(window, "Ctrl+Z")
    assert (written(folder, "ORG"), said(window)) == ("", "Undid: guideline of ORG.")
    press(window, "Ctrl+Y")
    assert written(folder, "ORG") == "All."
    press(window, "X", "Ctrl+Z", "Ctrl+Z")
    assert written(folder, "ORG") == "All."
    assert len(window.session.sheet.undecided) == 3


def test_keys_of_labels_and_verbs_are_typed(window: MainWindow, folder: Path) -> None:
    typing(window, "Tab", "G", "E", text=" X1/?,g")
    press(window, "Esc")
    assert written(folder) == "People. X1/?,g"
    assert len(window.session.sheet.undecided) == 3


def test_what_somebody_else_wrote_meanwhile_is_not_written_over_in_silence(
    window: MainWindow, folder: Path
) -> None:
    typing(window, "G", "E", text=" All.")
    file = folder / "project.yaml"
    file.write_text(file.read_text("utf-8").replace("People.", "Persons."), "utf-8")
    press(window, "Ctrl+Return")
    editor = window.work.reading._editor()
    assert "Somebody else has changed this guideline meanwhile" in editor.wrong.text()
    assert (written(folder), editor.text) == ("Persons.", "People. All.")
    press(window, "Ctrl+Return")
    assert written(folder) == "People. All."


def test_what_cannot_be_written_stays_and_keeps_the_window_open(window: MainWindow, folder: Path) -> None:
    typing(window, "G", "E", text=" All.")
    file = folder / "project.yaml"
    whole = file.read_text("utf-8")
    file.write_text(whole.replace("PERSON:", "HUMAN:"), "utf-8")
    window.close()
    editor = window.work.reading._editor()
    assert (window.isVisible(), editor.isVisible(), editor.text) == (True, True, "People. All.")
    assert editor.wrong.text() == "There is no label PERSON any more; look at the schema again."
    file.write_text(whole, "utf-8")
    window.close()
    assert written(folder) == "People. All."


def test_with_a_fact_in_focus_it_is_the_guideline_of_its_type(
    launch: Callable[..., MainWindow], tmp_path: Path
) -> None:
    record = {"id": "first", "title": "", "text": FIRST, "spans": [suggested(FIRST, "Navy", "ORG")]}
    folder = news_project(tmp_path, record)
    window = launch("open", folder, "--annotator", "anna")
    point(window, "left")
    press(window, "F", "Return", "Return", "Return")
    [fact] = window.session.sheet.set.facts.values()
    window.session.focus_fact(fact.id)
    typing(window, "G", "E", text=" Seen.")
    press(window, "Ctrl+Return")
    guideline = reader.read(folder / "project.yaml").facts[fact.type].guideline
    assert guideline.endswith(" Seen.")
    assert window.work.labels.guideline.title.text() == fact.type


def test_nothing_is_written_into_a_project_open_for_reading_alone(
    folder: Path, launch: Callable[..., MainWindow]
) -> None:
    with read_only_disk(folder):
        window = launch("open", folder, "--annotator", "anna")
        press(window, "G", "E")
        assert "open for reading alone" in said(window)
        assert window.work.labels.guideline.body.hasFocus()
        window.close()


def verbs(window: MainWindow) -> tuple[str, list[str]]:
    """What the foot says is in focus, and its verbs."""
    return window.status.first.text(), [one.text() for one in window.status.verbs.buttons if one.isVisible()]


def test_the_foot_has_the_verbs_of_the_guideline(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    press(window, "Tab", "G")
    qtbot.waitUntil(lambda: verbs(window) == ("Guideline of PERSON", ["Edit", "Back"]))
    click(window.status.verbs.button_of("guideline_edit"))
    qtbot.waitUntil(lambda: verbs(window) == ("Guideline of PERSON", ["Write", "Back"]))
    press(window, "End")
    QTest.keyClicks(window.work.reading._editor().box, "!")
    click(window.status.verbs.button_of("guideline_write"))
    assert written(folder) == "People.!"
    press(window, "Esc")
    qtbot.waitUntil(lambda: verbs(window)[1][0] == "Confirm")


def test_the_key_that_writes_does_so_from_the_preview_and_the_buttons_too(
    window: MainWindow, folder: Path
) -> None:
    typing(window, "G", "E", text=" All.")
    click(window.work.reading._editor().look)
    press(window, "Ctrl+Return")
    assert written(folder) == "People. All."
    typing(window, "E", text=" Each.")
    press(window, "Tab", "Tab", "Ctrl+Return")
    assert written(folder) == "People. All. Each."
    assert window.session.state.value != "done"
