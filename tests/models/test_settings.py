"""A person's settings: sparse, atomic, and never in the way of starting."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from annotations.errors import UserError
from models.settings import RECENT, SETTINGS, Settings, annotator_name, config_folder


def file(folder: Path) -> Path:
    return folder / "settings.yaml"


def put(folder: Path, text: str) -> Settings:
    folder.mkdir(exist_ok=True)
    file(folder).write_text(text, "utf-8")
    return Settings(folder)


def test_settings_lie_where_the_environment_says(own_settings: Path) -> None:
    assert config_folder() == own_settings
    assert Settings().path == own_settings / "settings.yaml"


def test_without_a_file_every_setting_is_its_default(own_settings: Path) -> None:
    assert {name: Settings()[name] for name in SETTINGS} == {n: s.default for n, s in SETTINGS.items()}
    assert not own_settings.exists()


def test_only_what_differs_from_the_default_is_written(own_settings: Path) -> None:
    Settings().set(annotator="Änna", palette="dark", font_size=12.0)
    assert yaml.safe_load(file(own_settings).read_text("utf-8")) == {"annotator": "Änna", "palette": "dark"}
    Settings().set(palette="system")
    assert yaml.safe_load(file(own_settings).read_text("utf-8")) == {"annotator": "Änna"}


def test_settings_are_there_at_the_next_start(own_settings: Path) -> None:
    Settings().set(annotator="NO", font_size=15.5)
    assert (Settings()["annotator"], Settings()["font_size"]) == ("NO", 15.5)
    assert not list(own_settings.glob("*.part"))


def test_settings_that_cannot_be_kept_are_a_sentence_and_stay_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "in the way").write_text("x")
    settings = Settings(tmp_path / "in the way")
    with pytest.raises(UserError, match="settings cannot be kept"):
        settings.set(annotator="anna")
    assert settings["annotator"] == ""


@pytest.mark.parametrize(
    "text", ["a: [", "\t", "- a\n- b", "just words", "annotator: 2024-99-99", "[" * 5000, "a: \x07"]
)
def test_an_unreadable_file_counts_as_empty_and_is_kept_aside(own_settings: Path, text: str) -> None:
    settings = put(own_settings, text)
    assert settings["annotator"] == ""
    settings.set(annotator="anna")
    assert (own_settings / "settings.unreadable").read_text("utf-8") == text
    assert Settings()["annotator"] == "anna"


def test_a_file_that_was_kept_aside_before_stays(own_settings: Path) -> None:
    put(own_settings, "a: [")
    assert put(own_settings, "b: [").problems == [
        "The settings could not be read; the file is kept as settings.unreadable-2."
    ]
    assert (own_settings / "settings.unreadable").read_text() == "a: ["


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_settings_behind_a_link_stay_there(own_settings: Path, tmp_path: Path) -> None:
    own_settings.mkdir()
    file(own_settings).symlink_to(tmp_path / "dotfiles.yaml")
    (own_settings / "settings.part").write_text("mine")
    Settings().set(annotator="anna")
    assert (file(own_settings).is_symlink(), "anna" in (tmp_path / "dotfiles.yaml").read_text()) == (
        True,
        True,
    )
    assert (own_settings / "settings.part").read_text() == "mine"


def test_a_file_in_another_encoding_is_kept_aside(own_settings: Path) -> None:
    own_settings.mkdir()
    file(own_settings).write_bytes(b"annotator: caf\xe9")
    assert Settings()["annotator"] == ""
    assert (own_settings / "settings.unreadable").exists()


WRONG = ["palette: pink", "font_size: big", "font_size: .nan", "font_size: true", "label_on_selection: 1"]
WRONG += ["font_size: 5", "font_size: 1e9", "font_size: -.inf", "line_spacing: 0.9", "badges: below"]
WRONG += ["backups_kept: 0", "backups_kept: 2.5", "backups_kept: true", "enter_moves_on: yes please"]
WRONG += [f"font_size: {'9' * 4000}", f"backups_kept: {'9' * 400}", "annotator: gold", "annotator: a/b"]
WRONG += ["keys: [N]", "keys: {undo: Q}", "keys: {undo: [1]}", "keys: {1: [Q]}", "font: [a]"]
WRONG += ["annotator: 42", "recent_projects: [1, {}]", "recent_projects: x", "unknown: 1", "1: 1"]


@pytest.mark.parametrize("text", WRONG)
def test_a_value_that_does_not_fit_counts_as_the_default(own_settings: Path, text: str) -> None:
    settings = put(own_settings, text + "\nwindow: kept\n")
    assert settings["window"] == "kept"
    assert all(settings[name] == row.default for name, row in SETTINGS.items() if name != "window")


@pytest.mark.parametrize("text", [text for text in WRONG if "nknown" not in text and text != "1: 1"])
def test_a_value_that_does_not_fit_is_said(own_settings: Path, text: str) -> None:
    [sentence] = put(own_settings, text + "\nwindow: kept\n").problems
    assert text.split(":")[0] in sentence
    assert sentence.endswith("is at its default.")


def test_a_file_that_cannot_be_read_is_said(own_settings: Path) -> None:
    assert put(own_settings, "a: [").problems == [
        "The settings could not be read; the file is kept as settings.unreadable."
    ]


@pytest.mark.parametrize("text", ["font_size: 14", "line_spacing: 2", "keys: {undo: []}", "annotator: NO.1"])
def test_a_value_that_fits_is_taken_without_a_word(own_settings: Path, text: str) -> None:
    settings = put(own_settings, text)
    name = text.split(":")[0]
    assert (settings[name] != SETTINGS[name].default, settings.problems) == (True, [])


def test_keys_of_ones_own_are_kept(own_settings: Path) -> None:
    Settings().set(keys={"next_span": ["Q", "Ctrl+,"]})
    assert Settings()["keys"] == {"next_span": ["Q", "Ctrl+,"]}
    Settings().set(keys={})
    assert file(own_settings).read_text("utf-8") == "{}\n"


def test_a_setting_with_an_older_name_is_carried_over(own_settings: Path) -> None:
    settings = put(own_settings, "backups_kept: 3\n")
    assert (settings["backups_latest"], settings.problems) == (3, [])
    settings.set(annotator="anna")
    assert file(own_settings).read_text("utf-8") == "annotator: anna\nbackups_latest: 3\n"
    assert put(own_settings, "backups_kept: 3\nbackups_latest: 4\n")["backups_latest"] == 4


def test_an_opened_project_becomes_the_last_and_first_of_the_recent(tmp_path: Path) -> None:
    settings = Settings()
    for n in [*range(RECENT + 2), 3]:
        settings.opened(tmp_path / str(n))
    recent = Settings()["recent_projects"]
    assert settings["last_project"] == recent[0] == str(tmp_path / "3")
    assert len(recent) == len(set(recent)) == RECENT


def test_the_annotator_is_the_name_given_else_the_setting_else_the_login(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LOGNAME", "login")
    settings = Settings()
    assert annotator_name(None, settings) == "login"
    settings.set(annotator="anna")
    assert (annotator_name(None, settings), annotator_name(" bob ", settings)) == ("anna", "bob")


@pytest.mark.parametrize("name", ["", " ", "all", "gold", "a/b", "gold "])
def test_reserved_and_empty_names_are_refused(name: str) -> None:
    with pytest.raises(UserError, match="cannot be an annotator's name"):
        annotator_name(name, Settings())


def test_a_suggester_is_a_command_in_the_settings_folder(own_settings: Path) -> None:
    settings = put(own_settings, "suggesters: {mine: {command: [python, 'a b.py'], timeout: 5, each: once}}")
    found = settings.suggester("mine")
    assert found is not None
    assert (found.command, found.folder, found.timeout) == (("python", "a b.py"), str(own_settings), 5.0)
    assert (found.each, found.words) == ("once", "python 'a b.py'")
    assert (settings.suggester("other"), settings.suggester("rules")) == (None, None)


def test_a_suggester_that_cannot_be_costs_no_other(own_settings: Path) -> None:
    settings = put(
        own_settings, "suggesters: {one: 5, 'a b': {command: [x]}, mine: {command: [x]}, rules: {}}"
    )
    assert (settings.problems, settings.suggesters()) == ([], ["mine", "one"])
    for wrong in ("one", "a b"):
        with pytest.raises(UserError, match=r"needs `command`|cannot be called"):
            settings.suggester(wrong)
    assert settings.suggester("mine")


def test_consent_to_a_command_is_not_brought_back_by_another_process(own_settings: Path) -> None:
    Settings().agree("python mine.py")
    window = Settings()
    Settings().disagree()
    window.set(font_size=14.0)
    assert (window.agreed(), Settings().agreed(), Settings()["font_size"]) == ({}, {}, 14.0)


def test_what_is_set_up_meanwhile_is_kept_and_a_file_that_cannot_be_read_empties_nothing(
    own_settings: Path,
) -> None:
    settings = put(own_settings, "suggesters: {mine: {command: [x]}}")
    file(own_settings).write_text(
        "suggesters: {mine: {command: [", "utf-8"
    )  # somebody is in the middle of it
    settings.set(font_size=14.0)
    assert Settings().suggesters() == ["mine"]
