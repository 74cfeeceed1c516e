"""The list of wordings that goes along with a new project, or is added to one that is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.ui.creating.asking import start_with, write
from tests.ui.windows import press, tab_to
from ui.creating.new_project import NewProject

TABLE = "wording,label\nRagout,DISH\nGolden Hare,PLACE\nIron pan,TOOL\n"
LEFT = Qt.MouseButton.LeftButton


def patterns(folder: Path) -> str:
    return (folder / "patterns.jsonl").read_text("utf-8")


@pytest.fixture
def kitchen(dialog: NewProject) -> NewProject:
    """The dialog with two labels of one's own."""
    write("Kitchen")
    start_with(dialog, "own", "DISH, PLACE")
    return dialog


def test_a_table_of_wordings_goes_along_and_what_is_left_out_is_named(
    kitchen: NewProject, tmp_path: Path
) -> None:
    (tmp_path / "words.csv").write_text(TABLE, "utf-8")
    tab_to(kitchen, kitchen.list.source.line)
    write(str(tmp_path / "words.csv"))
    assert kitchen.list.told.text() == (
        "2 wordings, 1 line left out; suggested wherever they stand.\n"
        "words.csv:4: There is no label TOOL in the project, so this wording was left out."
    )
    press(kitchen, "Return")
    assert patterns(tmp_path / "Kitchen") == (
        '{"label": "DISH", "pattern": "Ragout"}\n{"label": "PLACE", "pattern": "Golden Hare"}\n'
    )


def test_a_text_takes_the_label_that_is_chosen(kitchen: NewProject, tmp_path: Path) -> None:
    (tmp_path / "dishes.txt").write_text("Ragout\nStew\n", "utf-8")
    tab_to(kitchen, kitchen.list.source.line)
    write(str(tmp_path / "dishes.txt"))
    assert kitchen.list.told.text() == "The list names no labels; say which label its wordings have."
    press(kitchen, "Return")
    assert (kitchen.wrong.text(), kitchen.isVisible()) == (kitchen.list.told.text(), True)
    tab_to(kitchen, kitchen.list.label)
    press(kitchen, "Down", "Return")
    assert patterns(tmp_path / "Kitchen").splitlines() == [
        '{"label": "DISH", "pattern": "Ragout"}',
        '{"label": "DISH", "pattern": "Stew"}',
    ]


def test_a_list_is_chosen_by_the_mouse_and_counted_anew_for_other_labels(
    kitchen: NewProject, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "words.csv").write_text(TABLE, "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "words.csv"), ""))
    QTest.mouseClick(kitchen.list.source.browse, LEFT)
    assert kitchen.list.told.text().startswith("2 wordings, 1 line left out")
    kitchen.start.own.line.setText("TOOL, DISH, PLACE")
    assert kitchen.list.told.text() == "3 wordings; suggested wherever they stand."


def test_a_list_that_was_written_since_is_read_again(kitchen: NewProject, tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text(TABLE, "utf-8")
    kitchen.list.source.line.setText(str(tmp_path / "words.csv"))
    (tmp_path / "words.csv").write_text("wording,label\nStew,DISH\n", "utf-8")
    press(kitchen, "Return")
    assert patterns(tmp_path / "Kitchen") == '{"label": "DISH", "pattern": "Stew"}\n'


@pytest.mark.parametrize("name", ["nowhere.txt", "~nobody/x", "empty.txt", "."])
def test_what_is_no_list_is_told_and_nothing_is_made(kitchen: NewProject, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.txt").write_text("", "utf-8")
    tab_to(kitchen, kitchen.list.source.line)
    write(str(tmp_path / name) if name[0] != "~" else name)
    press(kitchen, "Return")
    assert (kitchen.wrong.text(), kitchen.list.source.line.hasFocus()) == (kitchen.list.told.text(), True)
    assert kitchen.wrong.text().endswith(".")
    assert not (tmp_path / "Kitchen").exists()


def test_the_persons_own_folder_can_be_written_as_a_tilde(kitchen: NewProject, tmp_path: Path) -> None:
    (tmp_path / "words.csv").write_text(TABLE, "utf-8")
    tab_to(kitchen, kitchen.list.source.line)
    write("~/words.csv")
    assert kitchen.list.told.text().startswith("2 wordings")


def test_a_path_that_no_file_can_have_is_told(kitchen: NewProject) -> None:
    kitchen.list.source.line.setText("a\0b")
    assert kitchen.list.told.text().startswith("ab: The list cannot be read: ")
