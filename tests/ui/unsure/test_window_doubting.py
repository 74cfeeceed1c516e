"""Doubtful first: the key, across articles and kinds, each with its plain reason."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from annotations.spans import Hint, Rival, Span, Status
from models.project import Project
from tests.ui.windows import FIRST, by_key, focused, here, press, said, selected, stored
from ui.main_window import MainWindow

THIRD = "The Navy (of Oslo waits for Ruiz, and Bergen for Navy men."


def suggestion(quote: str, label: str, score: float, start: int = 0) -> Span:
    at = THIRD.index(quote, start)
    return Span(f"{quote}{at}", at, at + len(quote), label, Status.SUGGESTED, "en_news 1.0", score)


@pytest.fixture
def records(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [*records, {"id": "third", "title": "Third", "text": THIRD, "spans": []}]


@pytest.fixture
def folder(folder: Path) -> Path:
    """A third article, in which each thing stands that makes doubtful."""
    at, ruiz = THIRD.index("Bergen"), THIRD.index("Ruiz")
    pool = [
        suggestion("Navy", "ORG", 1.0),
        suggestion("Navy", "GPE", 1.0, 9),
        suggestion("(of Oslo", "GPE", 1.0),
        suggestion("Ruiz", "PERSON", 1.0),
        Rival(ruiz, ruiz + 4, "GPE", "rule", 0.7),
        Hint(at, at + 6, 0.55),
    ]
    project = Project(folder)
    project.set_pools([("third", pool)], by="rules")
    project.close()
    return folder


def doubtful(window: MainWindow, count: int) -> list[tuple[str, str]]:
    """Article and words where U goes, so many times."""
    places = []
    for _ in range(count):
        press(window, "U")
        places.append((here(window), focused(window) or selected(window)))
    return places


@by_key(["U"])
def test_a_key_goes_to_the_most_doubtful_wherever_it_is(window: MainWindow, key: str) -> None:
    press(window, key)
    assert (here(window), focused(window)) == ("first", "Oslo")
    assert said(window) == "The pipeline is unsure: 40%."
    press(window, key)
    assert (here(window), selected(window)) == ("third", "Bergen")


def test_the_key_goes_through_all_articles_and_then_begins_again(window: MainWindow) -> None:
    places = doubtful(window, 11)
    assert places[2:4] == [("second", "Oslo"), ("third", "Ruiz")]
    assert set(places[4:7]) == {("third", "Navy"), ("third", "(of Oslo")}
    assert places[7:9] == [("first", "Navy"), ("first", "Maria Ruiz")]
    assert places[9:] == places[:2]


@pytest.mark.parametrize(
    ("place", "reason"),
    [
        (("first", "Oslo"), "The pipeline is unsure: 40%."),
        (("third", "Bergen"), "A name may be missing here: 55% sure."),
        (("third", "Ruiz"), "100% sure; rule says GPE."),
        (("third", "(of Oslo"), "Unsure where it begins or ends: it begins with “(”."),
        (("third", "Navy"), "100% sure; in the same article it is suggested as GPE too."),
    ],
)
def test_each_reason_is_said(window: MainWindow, place: tuple[str, str], reason: str) -> None:
    for _ in range(9):
        if doubtful(window, 1) == [place]:
            break
    assert reason in said(window)


def test_what_was_decided_with_another_label_elsewhere_comes_first(window: MainWindow, folder: Path) -> None:
    window.view.set_selection(FIRST.index("Oslo"), FIRST.index("Oslo") + 4)
    press(window, "3", "U")
    assert stored(folder) == [("Oslo", "ORG")]
    assert (here(window), focused(window)) == ("second", "Oslo")
    assert said(window) == "50% sure; elsewhere you called it ORG."


def test_what_is_decided_does_not_come_again(window: MainWindow) -> None:
    press(window, "U", "Return")
    places = doubtful(window, 16)
    assert ("first", "Oslo") not in places
    assert places.count(("second", "Oslo")) == 2


def test_a_hint_can_be_labelled_where_the_key_goes(window: MainWindow, folder: Path) -> None:
    press(window, "U", "U", "O")
    assert stored(folder, "third") == [("Bergen", "GPE")]
    assert ("third", "Bergen") not in doubtful(window, 9)


def test_when_everything_is_decided_a_sentence_says_so(window: MainWindow, folder: Path) -> None:
    window.session.opened.take_pools([("third", []), ("second", [])], "rules")
    press(window, "Tab", "Return", "Return", "Return", "U")
    assert said(window) == "Nothing unsure is left to decide."


def test_what_the_worker_found_twice_says_who_disagrees(qtbot: QtBot, window: MainWindow) -> None:
    window.session.project.set_schema(window.session.project.schema.using("rules"))
    window.view.set_selection(FIRST.index("Oslo"), FIRST.index("Oslo") + 4)
    press(window, "3", "Ctrl+PgDown", "R")
    qtbot.waitUntil(lambda: not window.files.is_busy, timeout=30_000)
    assert doubtful(window, 1) == [("second", "Oslo")]
    assert said(window).endswith("; rule says GPE.")


def test_alt_home_leads_back_to_where_one_was_before_the_key(window: MainWindow) -> None:
    press(window, "Ctrl+PgDown", "Tab")
    began = (here(window), focused(window), window.view.caret)
    assert doubtful(window, 2) == [("first", "Oslo"), ("third", "Bergen")]
    press(window, "Alt+Home")
    assert (here(window), focused(window)) == ("first", "Oslo")
    press(window, "Alt+Home")
    assert (here(window), focused(window), window.view.caret) == began
