"""Settings, changed by keys in their window: in effect at once, written at once, there at the next start."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.settings import SETTINGS, Settings
from tests.ui.windows import active, become_active, by_key, focused, press, row, said, state, stored, tab_to
from ui.key_words import filled
from ui.look import theme
from ui.main_window import MainWindow
from ui.settings.settings_dialog import SettingsDialog

Launch = Callable[..., MainWindow]


def kept(own_settings: Path) -> dict[str, object]:
    """What the file says, less what the program keeps by itself."""
    path = own_settings / "settings.yaml"
    found = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    assert not list(own_settings.glob("*.part"))
    return {name: value for name, value in found.items() if SETTINGS[name].in_form or name == "keys"}


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> SettingsDialog:
    press(window, "Ctrl+,")
    return active(qtbot, SettingsDialog)


def page(of: MainWindow | QPalette) -> QColor:
    return (of if isinstance(of, QPalette) else of.view.palette()).color(QPalette.ColorRole.Base)


EFFECTS: dict[str, tuple[list[str], object, Callable[[MainWindow], object]]] = {
    # setting: keys pressed in its field, what is kept, and what shows it
    "palette": (["Down", "Down"], "dark", lambda w: page(w) == page(theme.palette("dark"))),
    "scale": (["PgUp"], 110, lambda w: w.status.height() == 53),
    "verbs": (["Space"], False, lambda w: not w.status.verbs.isVisible()),
    "font_size": (["Up", "Up"], 14.0, lambda w: w.view.article.measures.font.pointSizeF() == 14.0),
    "line_spacing": (
        ["Up"],
        1.6,
        lambda w: w.view.article.measures.leading > 0.59 * w.view.article.measures.line_height,
    ),
    "badges": (["A"], "above", lambda w: w.view.article.measures.badges == "above"),
    "enter_moves_on": (["Space"], False, lambda w: not w.work.annotating.enter_moves_on),
    "facts_in_path": (["End"], "not", lambda w: w.work.annotating.going.facts_in_path == "not"),
    "straight_to_next": (["Space"], True, lambda w: w.work.finishing.goes_on),
    "hints_in_path": (["Space"], True, lambda w: w.work.annotating.going.stops_at_hints),
    "hover_card": (["Space"], False, lambda w: not w.settings["hover_card"]),
    "label_on_selection": (["Space"], True, lambda w: w.work.annotating.label_on_selection),
    "backups_latest": (["PgUp"], 20, lambda w: Settings()["backups_latest"] == 20),
    "backups_megabytes": (["PgUp"], 5010, lambda w: Settings()["backups_megabytes"] == 5010),
}


@pytest.mark.parametrize("name", EFFECTS)
def test_a_setting_is_in_effect_at_once_and_kept(
    name: str,
    dialog: SettingsDialog,
    window: MainWindow,
    own_settings: Path,
    launch: Launch,
    folder: Path,
    qtbot: QtBot,
) -> None:
    pressed, value, shows = EFFECTS[name]
    assert not shows(window)
    tab_to(dialog, dialog.form.editors[name])
    press(dialog, *pressed)
    qtbot.waitUntil(lambda: shows(window))
    assert kept(own_settings) == {name: value}
    press(dialog, "Esc")
    window.close()
    assert shows(launch("open", folder, "--annotator", "anna"))


@pytest.mark.parametrize("name", EFFECTS)
def test_the_default_is_a_button_away(
    name: str, dialog: SettingsDialog, window: MainWindow, own_settings: Path
) -> None:
    pressed, _, shows = EFFECTS[name]
    assert not dialog.form.defaults[name].isEnabled()
    tab_to(dialog, dialog.form.editors[name])
    press(dialog, *pressed, "Tab")
    assert dialog.form.defaults[name].hasFocus()
    press(dialog, "Space")
    assert kept(own_settings) == {}
    assert not shows(window)
    assert dialog.form.editors[name].hasFocus()


def test_every_setting_of_the_table_has_its_row(dialog: SettingsDialog) -> None:
    shown = {name for name, setting in SETTINGS.items() if setting.in_form}
    assert dialog.form.editors.keys() == shown == {*EFFECTS, "annotator", "font"}
    for name, editor in dialog.form.editors.items():
        assert editor.accessibleName()
        assert editor.accessibleDescription() == filled(SETTINGS[name].about)


def test_the_font_of_the_text_can_be_chosen(
    dialog: SettingsDialog, window: MainWindow, own_settings: Path
) -> None:
    box = dialog.form.editors["font"]
    tab_to(dialog, box)
    press(dialog, "End")
    assert window.view.article.measures.font.family() == QFontDatabase.families()[-1]
    assert kept(own_settings) == {"font": QFontDatabase.families()[-1]}
    press(dialog, "Home")
    assert (kept(own_settings), window.view.appearance.looks.family) == ({}, "")


def test_a_font_that_this_machine_lacks_is_shown_and_kept(
    launch: Launch, folder: Path, own_settings: Path, qtbot: QtBot
) -> None:
    Settings().set(font="Nowhere Serif")
    window = launch("open", folder)
    press(window, "Ctrl+,")
    assert active(qtbot, SettingsDialog).form.editors["font"].currentText() == "Nowhere Serif"
    assert kept(own_settings) == {"font": "Nowhere Serif"}


def test_another_name_takes_over_project_and_article(
    dialog: SettingsDialog, window: MainWindow, folder: Path, own_settings: Path, qtbot: QtBot
) -> None:
    press(become_active(qtbot, window), "Ctrl+PgDown", "Tab", "Return", "Ctrl+,")
    line = active(qtbot, SettingsDialog).form.editors["annotator"]
    tab_to(dialog, line)
    press(dialog, "B", "E", "N", "Return")
    assert kept(own_settings) == {"annotator": "ben"}
    assert (window.session.annotator, window.top.annotator.text()) == ("ben", "ben")
    assert window.session.article.id == "second"
    assert row(window, 1)[1:3] == ["", "1"]
    press(become_active(qtbot, window), "Tab", "X")
    assert stored(folder, "second", annotator="anna") == [("Oslo", "GPE")]
    assert (stored(folder, "second", annotator="ben"), state(folder, "second", "ben")) == ([], "started")


def test_a_reserved_name_is_refused_with_a_sentence(
    dialog: SettingsDialog, window: MainWindow, own_settings: Path
) -> None:
    line = dialog.form.editors["annotator"]
    tab_to(dialog, line)
    press(dialog, *"GOLD", "Return")
    assert dialog.said.text() == "gold cannot be an annotator's name; choose another."
    assert (line.text(), window.session.annotator, kept(own_settings)) == ("", "anna", {})


def test_without_moving_on_enter_confirms_and_stays(
    dialog: SettingsDialog, window: MainWindow, folder: Path, qtbot: QtBot
) -> None:
    tab_to(dialog, dialog.form.editors["enter_moves_on"])
    press(dialog, "Space", "Esc")
    press(become_active(qtbot, window), "Tab", "Return", "Return")
    assert stored(folder) == [("Maria Ruiz", "PERSON")]
    assert focused(window) == "Maria Ruiz"
    press(window, "Tab", "X")
    assert focused(window) == "Oslo"  # the others move on still


def test_what_is_chosen_elsewhere_is_shown_in_the_settings_and_back(
    dialog: SettingsDialog, window: MainWindow, qtbot: QtBot
) -> None:
    press(become_active(qtbot, window), "Ctrl++")
    assert dialog.form.editors["font_size"].value() == 13.0
    toggle = next(
        a for a in window.menuBar().actions()[1].menu().actions() if a.text().startswith("Label what")
    )
    become_active(qtbot, dialog)
    tab_to(dialog, dialog.form.editors["label_on_selection"])
    press(dialog, "Space")
    assert toggle.isChecked()


def test_settings_that_cannot_be_written_are_refused_and_stay(
    dialog: SettingsDialog, window: MainWindow, own_settings: Path
) -> None:
    own_settings.rename(own_settings.with_name("away"))
    own_settings.write_text("in the way")
    tab_to(dialog, dialog.form.editors["label_on_selection"])
    press(dialog, "Space")
    assert "The settings cannot be kept" in dialog.said.text()
    assert not dialog.form.editors["label_on_selection"].isChecked()
    assert not window.work.annotating.label_on_selection
    own_settings.unlink()


@by_key(["Ctrl+,"])
def test_the_settings_open_once(window: MainWindow, qtbot: QtBot, key: str) -> None:
    press(window, key)
    first = active(qtbot, SettingsDialog)
    press(become_active(qtbot, window), key)
    assert active(qtbot, SettingsDialog) is first
    press(first, "Esc")
    qtbot.waitUntil(lambda: not window.findChildren(SettingsDialog))
    assert QApplication.activeWindow() is not first


def test_bad_values_in_the_file_are_said_once_and_the_window_starts(
    launch: Launch, folder: Path, own_settings: Path, qtbot: QtBot
) -> None:
    own_settings.mkdir()
    text = "palette: pink\nannotator: gold\nkeys: {next_span: [Qqq], undo: [Q]}\n"
    (own_settings / "settings.yaml").write_text(text, "utf-8")
    window = launch("open", folder)
    qtbot.waitUntil(lambda: "Qqq is no key" in said(window))
    assert "says of palette cannot be" in said(window)
    assert "says of annotator cannot be" in said(window)
    assert window.verbs["undo"].shortcut().toString() == "Q"


def test_settings_that_cannot_be_kept_stop_no_work(
    window: MainWindow, folder: Path, own_settings: Path, tmp_path: Path
) -> None:
    own_settings.rename(own_settings.with_name("away"))
    own_settings.write_text("in the way")
    assert window.files.open(shutil.copytree(folder, tmp_path / "other"))
    assert "The settings cannot be kept" in said(window)
    press(window, "Tab", "Return")
    window.close()
    assert (window.isVisible(), stored(tmp_path / "other")) == (False, [("Maria Ruiz", "PERSON")])
    own_settings.unlink()
