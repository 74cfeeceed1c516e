"""A kitchen's own labels and fact types, without a pipeline: what is marked by keys gives a fact with R."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.windows import press, project_with, said
from ui.main_window import MainWindow

SCHEMA = """
name: Kitchen
pipeline: none
labels: {CHEF: {key: "1"}, DISH: {key: "2"}, PLACE: {key: "3"}}
facts:
  COOK:
    triggers: [fry, bake, serve]
    roles: {dish: {labels: [DISH]}, cook: {labels: [CHEF]}, place: {labels: [PLACE]}}
  EAT: {roles: {dish: {labels: [DISH]}}}
"""
TEXTS = {
    "first": "Maria fried pad thai at Siam Corner.",
    "second": "At Siam Corner, pad thai was served by Maria.",
}
KEYS = {"Maria": "1", "pad thai": "2", "Siam Corner": "3"}


@pytest.fixture
def window(qtbot: QtBot, launch: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    records = [{"id": id_, "title": id_, "text": text} for id_, text in TEXTS.items()]
    made = launch("open", project_with(tmp_path, SCHEMA, records), "--annotator", "anna")
    qtbot.waitUntil(lambda: not made.suggesting.is_busy, timeout=30_000)
    return made


def answered(qtbot: QtBot, window: MainWindow) -> str:
    """Presses R, once nothing else is said any more, and gives the answer."""
    qtbot.waitUntil(lambda: not window.work.finishing.offers.is_busy, timeout=30_000)
    press(window, "R")
    qtbot.waitUntil(lambda: not window.suggesting.is_busy, timeout=30_000)
    return said(window)


def facts(window: MainWindow) -> list[dict[str, str]]:
    """The words of each suggested fact's roles, by role."""
    text = window.view.text
    return [
        {role.role: text[role.fillers[0].start : role.fillers[0].end] for role in fact.roles}
        for fact in window.session.sheet.undecided_facts()
    ]


def test_what_was_marked_in_the_first_article_gives_facts_in_both(qtbot: QtBot, window: MainWindow) -> None:
    for words, key in KEYS.items():
        start = window.view.text.index(words)
        window.view.set_selection(start, start + len(words))
        press(window, key)
    assert answered(qtbot, window) == "1 fact found."
    cooked = {"dish": "pad thai", "cook": "Maria", "place": "Siam Corner"}
    assert facts(window) == [cooked]
    press(window, "Tab", "Return", "Ctrl+Return", "Return")
    assert [span.label for span in window.session.sheet.undecided] == ["PLACE", "DISH", "CHEF"]
    assert answered(qtbot, window) == "1 fact found."
    assert facts(window) == [cooked]
    assert answered(qtbot, window) == "Nothing new."
