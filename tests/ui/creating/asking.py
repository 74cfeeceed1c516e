"""What tests of the two dialogs do: type, choose a way by keys, and read what was made."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotations.schema import reader
from annotations.schema.types import Schema
from tests.ui.windows import press, tab_to
from ui.creating.new_project import NewProject
from ui.creating.suggester_part import SuggesterPart, Way


def write(words: str) -> None:
    """Types over what is selected where the keyboard is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def start_with(dialog: NewProject, way: str, words: str) -> None:
    """Chooses the way to begin by keys, and types into its field."""
    ways = dialog.start.ways
    tab_to(dialog, next(one for one in ways.segments if one.isChecked()))
    while ways.value != way:
        press(dialog, "Right")
    tab_to(dialog, dialog.start.page.field)
    write(words)


def way(part: SuggesterPart, value: str) -> Way:
    return next(way for way in part.ways if way.value == value)


def made(folder: Path) -> Schema:
    return reader.read(folder / "project.yaml")
