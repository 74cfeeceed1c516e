"""The schema editor after it was closed: what changes the schema later finds nothing of it."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

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
