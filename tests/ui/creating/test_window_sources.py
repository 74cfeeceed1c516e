"""A new project that begins with another project's labels, or with those of a file that is imported."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.creating.asking import made, start_with, write
from tests.ui.windows import press, row, run, suggested, tab_to
from ui.creating.new_project import NewProject
from ui.main_window import MainWindow

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 30_000  # milliseconds
TEXT = "Ragout at the Golden Hare."
SPANS = [suggested(TEXT, "Ragout", "DISH"), suggested(TEXT, "Golden Hare", "PLACE")]


@pytest.fixture
def recipes(tmp_path: Path) -> Path:
    """A file with two articles of two labels."""
    records = [{"id": "a", "text": TEXT, "spans": SPANS}, {"id": "b", "text": TEXT, "spans": SPANS[:1]}]
    path = tmp_path / "recipes.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


@pytest.fixture
def kitchen(tmp_path: Path) -> Path:
    """Another project, in German, with a list of wordings."""
    words = ("--labels", "DISH,CHEF", "--language", "de", "--pipeline", "rules")
    assert run("new", tmp_path / "kitchen", *words) == 0
    (tmp_path / "kitchen" / "patterns.jsonl").write_text('{"label": "DISH", "pattern": "Ragout"}\n', "utf-8")
    return tmp_path / "kitchen"


def read(qtbot: QtBot, dialog: NewProject) -> None:
    """Waits until the labels of the file are shown."""
    qtbot.waitUntil(lambda: dialog.start.file.labels() != [], timeout=PATIENCE)


@pytest.mark.parametrize("inside", ["", "/project.yaml"])
def test_another_project_gives_labels_language_wordings_and_what_suggests(
    dialog: NewProject, kitchen: Path, tmp_path: Path, inside: str
) -> None:
    write("More")
    start_with(dialog, "project", f"{kitchen}{inside}")
    page = dialog.start.project
    assert page.told.text() == "2 labels, 0 fact types, 1 pattern; for articles in German."
    assert (page.row.names, dialog.language.code, dialog.suggester.value) == (["DISH", "CHEF"], "de", "rules")
    press(dialog, "Return")
    assert made(tmp_path / "More") == made(kitchen).called("More")
    assert (tmp_path / "More" / "patterns.jsonl").read_text() == (kitchen / "patterns.jsonl").read_text()


def test_a_project_is_chosen_by_the_mouse(
    dialog: NewProject, kitchen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(kitchen / "project.yaml"), ""))
    QTest.mouseClick(dialog.start.ways.segments[2], LEFT)
    QTest.mouseClick(dialog.start.project.source.browse, LEFT)
    assert dialog.start.project.labels() == ["DISH", "CHEF"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("name: x\nlabels: {A: {hue: 400}}\n", "broken.yaml:2: The hue is a whole number"),
        ("", "broken.yaml"),
        (None, "There is no project and no project.yaml"),
    ],
)
def test_a_project_that_cannot_be_read_is_told_and_nothing_is_made(
    dialog: NewProject, tmp_path: Path, words: str | None, sentence: str
) -> None:
    if words is not None:
        (tmp_path / "broken.yaml").write_text(words, "utf-8")
    start_with(dialog, "project", str(tmp_path / "broken.yaml"))
    assert sentence in dialog.start.project.told.text()
    press(dialog, "Return")
    assert dialog.wrong.text() == dialog.start.project.told.text()
    assert [*tmp_path.glob("*/project.yaml")] == []


def test_a_file_gives_its_labels_and_is_imported(
    qtbot: QtBot, shell: MainWindow, dialog: NewProject, recipes: Path, tmp_path: Path
) -> None:
    write("Recipes")
    start_with(dialog, "file", str(recipes))
    read(qtbot, dialog)
    assert dialog.start.file.told.text() == "2 labels in 2 articles."
    press(dialog, "Return")
    schema = made(tmp_path / "Recipes")
    assert [(label.name, label.key) for label in schema.labels.values()] == [("DISH", "1"), ("PLACE", "2")]
    qtbot.waitUntil(lambda: shell.work.list.model().rowCount() == 2, timeout=PATIENCE)
    assert (schema.pipeline, [row(shell, number)[0] for number in range(2)]) == ("none", [TEXT, TEXT])


def test_a_file_is_not_imported_when_that_is_not_wanted(
    qtbot: QtBot, shell: MainWindow, dialog: NewProject, recipes: Path
) -> None:
    start_with(dialog, "file", str(recipes))
    read(qtbot, dialog)
    tab_to(dialog, dialog.start.file.also)
    press(dialog, "Space", "Return")
    assert (shell.session.project is not None, shell.files.is_busy) == (True, False)
    assert shell.work.middle.is_empty


def test_a_file_that_is_still_read_makes_no_project(
    dialog: NewProject, recipes: Path, tmp_path: Path
) -> None:
    start_with(dialog, "file", str(recipes))
    press(dialog, "Return")
    assert dialog.wrong.text() == "The labels of recipes.jsonl are being read."
    assert [*tmp_path.glob("*/project.yaml")] == []
    press(dialog, "Esc")


def test_a_file_without_labels_says_so(qtbot: QtBot, dialog: NewProject, tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Ragout.", "utf-8")
    start_with(dialog, "file", str(tmp_path / "plain.txt"))
    page = dialog.start.file
    qtbot.waitUntil(lambda: page.told.text().startswith("There are no labels in it"), timeout=PATIENCE)
    press(dialog, "Return")
    assert dialog.wrong.text().startswith("There are no labels in it; choose My own labels")


def test_lines_that_are_none_are_told(qtbot: QtBot, dialog: NewProject, recipes: Path) -> None:
    recipes.write_text(recipes.read_text("utf-8") + "no json\n", "utf-8")
    start_with(dialog, "file", str(recipes))
    read(qtbot, dialog)
    assert dialog.start.file.told.text() == (
        f"2 labels in 2 articles. 1 problem: {recipes}:3: This line is not JSON."
    )


def test_the_language_that_somebody_chose_stays(dialog: NewProject, kitchen: Path) -> None:
    tab_to(dialog, dialog.language)
    write("fr")
    start_with(dialog, "project", str(kitchen))
    assert dialog.language.code == "fr"
