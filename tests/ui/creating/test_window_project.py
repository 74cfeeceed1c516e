"""The dialog of the open project: what suggests is changed later, and looked for again when that is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from annotations.schema import reader
from annotations.spans import Status
from models.settings import Settings
from tests.hostile import hostile_pipeline
from tests.ui.creating.asking import made, way, write
from tests.ui.windows import SCHEMA, active, press, run, said, shown, stored, tab_to
from ui.creating.project_dialog import ProjectDialog
from ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 30_000  # milliseconds


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> ProjectDialog:
    return opened(qtbot, window)


def opened(qtbot: QtBot, window: MainWindow) -> ProjectDialog:
    window.verbs["project"].trigger()
    return active(qtbot, ProjectDialog)


def idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=PATIENCE)


def choose_rules(dialog: ProjectDialog) -> None:
    tab_to(dialog, way(dialog.suggester, "none").radio)
    press(dialog, "Up")


def test_it_says_what_the_project_is(dialog: ProjectDialog, folder: Path) -> None:
    assert (dialog.name.text(), dialog.where.text()) == ("Window", str(folder))
    assert (dialog.counts.text(), dialog.labels.names) == (
        "4 labels and 0 fact types",
        ["PERSON", "ORG", "GPE", "NOTE"],
    )
    assert (dialog.language.currentText(), dialog.suggester.value) == ("English (en)", "none")
    assert "It suggests 3 of your 4 labels" in way(dialog.suggester, "rules").about.text()


def test_another_way_to_suggest_is_written_and_looked_for_again(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "Return")
    dialog = opened(qtbot, window)
    choose_rules(dialog)
    press(dialog, "Return")
    assert made(folder) == reader.parse(SCHEMA).using("rules")
    box = active(qtbot, QMessageBox)
    assert box.text() == "Suggest again in 2 articles?"
    assert "what was decided stays" in box.informativeText()
    press(box, "Return")
    qtbot.waitUntil(lambda: ("Oslo", "GPE", "suggested") in shown(window), timeout=PATIENCE)
    idle(qtbot, window)
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
    undecided = {span.origin for span in window.view.spans.values() if span.status is Status.SUGGESTED}
    assert undecided == {"rule", "repeat"}


def test_the_suggestions_stay_when_nothing_is_to_be_looked_for(
    qtbot: QtBot, window: MainWindow, dialog: ProjectDialog
) -> None:
    before = shown(window)
    QTest.mouseClick(way(dialog.suggester, "rules").radio, LEFT)
    QTest.mouseClick(dialog.ok, LEFT)
    press(active(qtbot, QMessageBox), "Esc")
    assert (shown(window), window.files.is_busy) == (before, False)


def test_looking_again_can_be_cancelled(qtbot: QtBot, window: MainWindow, dialog: ProjectDialog) -> None:
    choose_rules(dialog)
    press(dialog, "Return")
    press(active(qtbot, QMessageBox), "Return")
    assert (window.status.doing.text(), window.suggesting.is_busy) == ("suggesting", True)
    QTest.mouseClick(window.status.cancel, LEFT)
    idle(qtbot, window)
    assert ("Navy", "ORG", "suggested") in shown(window)


def test_names_are_hidden_in_reviews_by_a_tick(
    window: MainWindow, dialog: ProjectDialog, folder: Path
) -> None:
    tab_to(dialog, dialog.anonymous)
    press(dialog, "Space", "Return")
    assert (made(folder).anonymous, said(window)) == (True, "The project was changed.")


def test_the_language_alone_is_written_without_a_question(
    window: MainWindow, dialog: ProjectDialog, folder: Path
) -> None:
    tab_to(dialog, dialog.language)
    write("de")
    assert way(dialog.suggester, "rules").about.text().endswith("the rules are for English, not for German.")
    press(dialog, "Return")
    assert (made(folder).language, said(window)) == ("de", "The project was changed.")


def test_nothing_is_written_when_nothing_is_other(
    window: MainWindow, dialog: ProjectDialog, folder: Path
) -> None:
    before = (folder / "project.yaml").stat().st_mtime_ns
    press(dialog, "Return")
    assert (said(window), (folder / "project.yaml").stat().st_mtime_ns) == ("Nothing was changed.", before)


def test_a_list_is_added_behind_what_there_is(
    qtbot: QtBot, window: MainWindow, dialog: ProjectDialog, folder: Path, tmp_path: Path
) -> None:
    (folder / "patterns.jsonl").write_text('{"label": "GPE", "pattern": "Oslo"}', "utf-8")
    (tmp_path / "more.csv").write_text("wording,label\nOslo,GPE\nThe Navy,ORG\n", "utf-8")
    tab_to(dialog, dialog.list.source.line)
    write(str(tmp_path / "more.csv"))
    press(dialog, "Return")
    box = active(qtbot, QMessageBox)
    assert box.text() == "1 wording added. Suggest again in 2 articles?"
    assert (folder / "patterns.jsonl").read_text("utf-8") == (
        '{"label": "GPE", "pattern": "Oslo"}\n{"label": "ORG", "pattern": "The Navy"}\n'
    )
    press(box, "Return")
    qtbot.waitUntil(lambda: ("The Navy", "ORG", "suggested") in shown(window), timeout=PATIENCE)


def test_a_folder_is_loaded_only_when_it_is_trusted(
    qtbot: QtBot, window: MainWindow, dialog: ProjectDialog, tmp_path: Path
) -> None:
    hostile_pipeline(tmp_path / "theirs", tmp_path / "canary")
    tab_to(dialog, dialog.suggester.field.line)
    write(str(tmp_path / "theirs"))
    assert (
        dialog.suggester.ways[-1].about.text().endswith("It is loaded only once you said that you trust it.")
    )
    press(dialog, "Return")
    press(active(qtbot, QMessageBox), "Return")
    qtbot.waitUntil(lambda: "Load this pipeline?" in titles(window), timeout=PATIENCE)
    assert not (tmp_path / "canary").exists()


def titles(window: MainWindow) -> list[str]:
    return [box.windowTitle() for box in window.findChildren(QMessageBox) if box.isVisible()]


def test_a_pipeline_that_is_missing_here_stays_until_another_is_chosen(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    text = (folder / "project.yaml").read_text("utf-8")
    (folder / "project.yaml").write_text(text.replace("pipeline: none", "pipeline: theirs"), "utf-8")
    dialog = opened(qtbot, window)
    assert "There is no pipeline theirs" in dialog.suggester.ways[-1].about.text()
    press(dialog, "Return")
    assert (said(window), made(folder).pipeline) == ("Nothing was changed.", "theirs")


def test_a_suggester_that_is_set_up_here_can_be_chosen(
    qtbot: QtBot, window: MainWindow, folder: Path, own_settings: Path
) -> None:
    Settings().set(suggesters={"mine": {"command": ["python", "mine.py"]}})
    dialog = opened(qtbot, window)
    [way] = [way for way in dialog.suggester.ways if way.value == "mine"]
    assert "asked for your labels by their guidelines" in way.about.text()
    tab_to(dialog, next(other for other in dialog.suggester.ways if other.radio.isChecked()).radio)
    press(dialog, *["Down"] * (len(dialog.suggester.ways) - 4))
    assert way.radio.isChecked()
    press(dialog, "Return")
    assert made(folder).pipeline == "mine"


def test_a_change_that_cannot_be_written_is_told_and_the_dialog_stays(
    dialog: ProjectDialog, folder: Path
) -> None:
    choose_rules(dialog)
    (folder / "project.yaml").write_text("name: [", "utf-8")
    press(dialog, "Return")
    assert dialog.isVisible()
    assert "project.yaml" in dialog.wrong.text()


def test_without_a_project_there_is_nothing_to_change(shell: MainWindow) -> None:
    shell.verbs["project"].trigger()
    assert shell.findChildren(ProjectDialog) == []


def test_the_dialog_goes_with_its_project(window: MainWindow, dialog: ProjectDialog, tmp_path: Path) -> None:
    assert run("new", tmp_path / "other") == 0
    window.files.open(tmp_path / "other")
    assert not dialog.isVisible()
