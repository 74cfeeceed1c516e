"""The schema editor after it was closed: what changes the schema later finds nothing of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotations.schema import reader as schema_reader
from tests.ui.windows import active, press
from ui.main_window import MainWindow
from ui.schema.schema_editor import SchemaEditor


def test_a_closed_editor_hears_of_no_later_change(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    window.verbs["schema"].trigger()
    press(active(qtbot, SchemaEditor), "Esc")
    qtbot.waitUntil(lambda: window.findChild(SchemaEditor) is None)
    path = folder / "project.yaml"
    path.write_text(path.read_text("utf-8").replace("hue: 210", "hue: 211"), "utf-8")
    window.session.look_for_others()  # an error in a slot fails the test
    assert window.session.project.schema.labels["PERSON"].hue == 211


def test_an_editor_opened_again_at_once_adds_a_label(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    window.verbs["schema"].trigger()
    first = active(qtbot, SchemaEditor)
    press(first, "Esc")
    window.verbs["schema"].trigger()  # before Qt has deleted the one that was closed
    qtbot.waitUntil(lambda: len(window.findChildren(SchemaEditor)) == 1)
    second = active(qtbot, SchemaEditor)
    second.form.name.setFocus()
    second.form.name.selectAll()
    QTest.keyClicks(second.form.name, "GROUP")
    qtbot.mouseClick(second.form.add, Qt.MouseButton.LeftButton)
    assert second is not first
    assert (second.in_hand(), second.form.wrong.text()) == ("GROUP", "")
    press(second, "7", "Return")  # the keyboard is at the key of the new label
    assert schema_reader.read(folder / "project.yaml").labels["GROUP"].key == "7"
