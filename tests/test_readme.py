"""What the README says is what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from annotations.formats import FORMATS
from models.settings import SETTINGS
from ui.commands.exports import format_row
from ui.commands.run import program
from ui.fixed_keys import ACROSS, ENTITIES, FACT, FACT_CASE, FIND, FINISH, FIXED, REASONS, SHEET, SIDES
from ui.key_words import filled
from ui.views import page_actions, window_actions

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
KEYED = [row for row in (*window_actions(), *page_actions()) if row.keys]


@pytest.mark.parametrize("row", KEYED, ids=lambda row: row.name)
def test_every_action_with_a_key_is_in_the_key_table(row):
    keys = ", ".join(f"`{key}`" for key in row.keys)
    assert f"| {keys} | {row.text} |" in README


@pytest.mark.parametrize("place", [ACROSS, FACT_CASE, FIND, FINISH, REASONS, SHEET, SIDES])
def test_the_fixed_keys_beside_the_actions_are_in_the_key_tables(place):
    rows = [row for row in FIXED.values() if row.place == place]
    keys = ", ".join(f"`{{key:{row.name}}}`" for row in rows)
    assert f"| {place}: {filled(keys)} | {'; '.join(row.text for row in rows)} |" in README


@pytest.mark.parametrize(
    "row", [row for row in FIXED.values() if row.place in (FACT, ENTITIES)], ids=lambda row: row.name
)
def test_every_key_of_building_a_fact_and_of_the_entities_is_in_its_table(row):
    assert f"| `{filled(f'{{key:{row.name}}}')}` | {row.text} |" in README


@pytest.mark.parametrize("name", [name for name, row in SETTINGS.items() if row.in_form])
def test_every_setting_is_in_the_table_of_settings(name):
    default = {True: "on", False: "off", "": ""}.get(SETTINGS[name].default, f"`{SETTINGS[name].default}`")
    assert f"| `{name}` | {default} | {filled(SETTINGS[name].about)} |" in README


@pytest.mark.parametrize("form", FORMATS.values(), ids=lambda form: form.name)
def test_every_format_is_in_the_format_table(form):
    row = format_row(form)
    shown = [("yes" if value else "") if isinstance(value, bool) else value for value in row.values()]
    assert f"| `{form.name}` | {' | '.join(shown[1:])} |" in README


def test_the_commands_of_the_readme_are_those_of_the_help():
    said = set(re.findall(r"^    python main\.py ([\w-]+)", README, re.MULTILINE))
    assert said == {command.name or command.callback.__name__ for command in program().registered_commands}


def test_every_make_target_of_the_readme_is_in_the_makefile():
    makefile = "".join((ROOT / name).read_text("utf-8") for name in ("Makefile", "installers/targets.mk"))
    targets = set(re.findall(r"\bmake ([\w-]+)  ", README)) | {"run", "test"}
    assert all(re.search(rf"^{target}:", makefile, re.MULTILINE) for target in targets)


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-readers.lock"])
def test_the_lock_pins_every_package_with_a_hash_and_names_no_index(name):
    lock = (ROOT / name).read_text("utf-8")
    pins = re.findall(r"^[\w.-]+==\S+.*\\\n    --hash=sha256:", lock, re.MULTILINE)
    assert len(pins) == len(re.findall(r"^[\w.-]+==", lock, re.MULTILINE)) > 20
    assert not re.search(r"https?://|--(extra-)?index|--find-links|file:", lock)
