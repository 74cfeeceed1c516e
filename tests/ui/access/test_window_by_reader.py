"""Work done through Qt's interfaces for access alone, as a screen reader or a switch does it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.access.reader import Reader, Role
from tests.ui.facts.building import facts, news_project
from tests.ui.windows import stored
from ui.main_window import MainWindow

PLACES = ("Oslo", "Paris", "Rome", "Bonn", "Kyiv", "Minsk", "Riga", "Turin", "Lyon", "Gaza")
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "May 1", "May 2", "May 3", "May 4", "May 5")
FORCES = "\U0001f6a2 Israeli forces struck Gaza City at noon. "  # the ship is two units of UTF-16
TEXT = FORCES + " ".join(f"He went to {place} on {day}." for place, day in zip(PLACES, DAYS, strict=True))
WORDS = [*((place, "GPE") for place in PLACES), *((day, "DATE") for day in DAYS)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    second = {"id": "second", "title": "Second", "text": "Oslo waits.", "spans": []}
    return news_project(tmp_path, {"id": "first", "title": "First", "text": TEXT, "spans": []}, second)


@pytest.fixture
def reader(qtbot: QtBot, launch: Callable[..., MainWindow], folder: Path) -> Reader:
    return Reader(qtbot, launch("open", folder, "--annotator", "anna"))


def select(reader: Reader, quote: str) -> None:
    """Selects the words in the article, the last of them, by the text that it tells."""
    text = reader.text("Article")
    units = text.text(0, text.characterCount()).encode("utf-16-le")
    start = units.rindex(quote.encode("utf-16-le")) // 2
    text.setSelection(0, start, start + len(quote))


def test_twenty_spans_are_labelled(reader: Reader, folder: Path) -> None:
    for quote, label in WORDS:
        select(reader, quote)
        reader.press(Role.ListItem, f"{label},")
    assert len(stored(folder)) == 20
    assert sorted(stored(folder)) == sorted(WORDS)


def test_a_fact_is_made(qtbot: QtBot, reader: Reader, folder: Path) -> None:
    for quote, label in (("Israeli", "NORP"), ("Gaza City", "FAC")):
        select(reader, quote)
        reader.press(Role.ListItem, f"{label},")
    text = reader.text("Article")
    text.removeSelection(0)
    text.setCursorPosition(FORCES.index("struck") + 1)
    for button in ("Fact", "ATTACK", "“Israeli”", "target", "“Gaza City”", "Note"):
        reader.press(Role.Button, button)
    reader.write("Note on the fact", "says the army")
    reader.press(Role.Button, "Done")
    qtbot.waitUntil(lambda: reader.find(Role.EditableText, "Note on the fact") is None)
    reader.press(Role.Button, "Done")
    qtbot.waitUntil(lambda: reader.find(Role.Button, "Done") is None)
    [fact] = facts(folder)
    assert (fact["type"], fact["note"]) == ("ATTACK", "says the army")
    found = [(role["role"], TEXT[f["start"] : f["end"]]) for role in fact["roles"] for f in role["fillers"]]
    assert found == [("actor", "Israeli"), ("target", "Gaza City")]


def test_an_article_is_opened_by_its_row(reader: Reader) -> None:
    reader.press(Role.ListItem, "Second")
    assert reader.text("Article").text(0, 4) == "Oslo"


def test_the_label_in_hand_is_given_again(reader: Reader, folder: Path) -> None:
    for quote in PLACES[:3]:
        select(reader, quote)
        reader.press(Role.ListItem, "PERSON,")
    assert stored(folder) == [(quote, "PERSON") for quote in PLACES[:3]]
