"""`about`: versions, places and licences where there is no display."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.ui.commands.commands import run, said
from ui.help.version import version


def test_it_says_versions_places_and_parts(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("about") == 0
    out = capsys.readouterr().out
    assert out.startswith(f"Factmark {version()}\nPython ")
    assert "settings.yaml\nLog of errors: " in out
    assert f"\nNew projects: {Path.home()}\n" in out
    assert "\nInter, the font of the window: OFL-1.1\n" in out


def test_the_same_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    found = said(capsys, "about")
    assert found["versions"]["Factmark"] == version()
    assert list(found["places"]) == ["Settings", "Log of errors", "New projects"]
    assert {"name": "peewee", "licence": "see its text"}.items() <= next(
        one for one in found["parts"] if one["name"] == "peewee"
    ).items()


def test_a_part_is_told_with_the_text_of_its_licence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("about", "EN_NEWS", "--json") == 0
    assert "Groningen Meaning Bank" in json.loads(capsys.readouterr().out)["text"]
    assert run("about", "nothing-of-that-name") == 1
    assert "lists the parts" in capsys.readouterr().err
