"""A data set of recipes from nothing, in the window alone: two labels, one fact type, three articles, an export."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.creating.recipes import DISH, PLACE, RECIPES, ByKeys, ByMouse, settled
from tests.ui.export.exporting import PATIENCE
from tests.ui.windows import shown
from ui.main_window import MainWindow


def found(window: MainWindow) -> list[tuple[str, str]]:
    """Words and label of what waits for a decision."""
    return [(words, label) for words, label, status in shown(window) if status == "suggested"]


def records(folder: Path) -> list[dict[str, Any]]:
    [out] = folder.glob("*.jsonl")
    return [json.loads(line) for line in out.read_text("utf-8").splitlines()]


def quoted(record: dict[str, Any]) -> list[tuple[str, str]]:
    """Words and label of a record's spans."""
    return [(record["text"][span["start"] : span["end"]], span["label"]) for span in record["spans"]]


@pytest.mark.parametrize("way", [ByKeys, ByMouse])
def test_a_data_set_of_recipes_is_made_from_nothing(
    qtbot: QtBot, shell: MainWindow, tmp_path: Path, way: type[ByKeys]
) -> None:
    who = way(qtbot, shell)
    who.make_project()
    for title, text in RECIPES:
        who.paste(title, text)
    settled(qtbot, shell)
    who.first()
    work(qtbot, who, shell)
    who.export()
    check(tmp_path / "Recipes")


def work(qtbot: QtBot, who: ByKeys, window: MainWindow) -> None:
    """Labels the first article and makes its fact; confirms what is suggested in the others."""
    who.make_type()
    for words, key in ((DISH, "1"), (PLACE, "2")):
        who.label(words, key)
    who.build()
    who.finish()
    for _ in RECIPES[1:]:
        qtbot.waitUntil(lambda: found(window) == [(PLACE, "PLACE"), (DISH, "DISH")], timeout=PATIENCE)
        who.confirm()
        who.finish()


def check(folder: Path) -> None:
    made = records(folder)
    assert [record["title"] for record in made] == [title for title, _ in RECIPES]
    assert quoted(made[0]) == [(DISH, "DISH"), (PLACE, "PLACE")]
    assert [quoted(record) for record in made[1:]] == [[(PLACE, "PLACE"), (DISH, "DISH")]] * 2
    [fact] = made[0]["facts"]
    assert (fact["type"], made[0]["text"][slice(*fact["trigger"])]) == ("COOK", "baked")
    assert [role["role"] for role in fact["roles"]] == ["dish", "place"]
