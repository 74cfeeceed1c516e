"""E and F on the fact in focus: from the article and from the list, and beside a label with the key E."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.facts import building
from tests.ui.facts.facts_project import SUGGESTED, TYPES, decided, in_hand, opened, project_of
from tests.ui.windows import SCHEMA, by_key, focused, press, project_with, said, stored
from ui.facts import fact_keys
from ui.key_words import filled
from ui.main_window import MainWindow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def to_fact(window: MainWindow) -> None:
    press(window, *["Tab"] * 6)
    assert window.session.fact_id == "first"


@by_key({"E": "first needed role that is open"})
def test_a_key_changes_the_fact_in_focus_where_it_stands(window: MainWindow, key: str, expected: str) -> None:
    to_fact(window)
    press(window, "Tab", "Tab", key)
    assert (expected, building.in_hand(window)) == ("first needed role that is open", "target")
    press(window, "Esc")
    assert (window.session.fact_id, window.view.hasFocus()) == ("second", True)


def test_e_in_the_list_changes_the_fact_in_hand(window: MainWindow, folder: Path) -> None:
    panel = opened(window)
    press(window, "Down", "E")
    assert (in_hand(panel), window.work.strip.isHidden()) == ("second", False)
    press(window, "1", "Return")
    assert list(decided(folder)) == ["second"]


@pytest.mark.parametrize(("answer", "head"), [("Return", "ATTACK"), ("F", "which type")])
def test_f_in_the_list_asks_as_well(window: MainWindow, answer: str, head: str) -> None:
    opened(window)
    press(window, "F")
    assert said(window) == filled(fact_keys.WHICH)
    press(window, answer)
    assert head in window.work.strip.line.accessibleName()


def test_a_needed_role_is_pointed_out_in_the_list_too(window: MainWindow, folder: Path) -> None:
    opened(window)
    press(window, "Down", "Return")
    assert (said(window), decided(folder)) == ("No target yet: fill it, or Enter again.", {})
    press(window, "Up", "Down", "Return")
    assert decided(folder) == {}
    press(window, "Return")
    assert list(decided(folder)) == ["second"]


@pytest.fixture
def with_own_e(tmp_path: Path) -> Path:
    (tmp_path / "own").mkdir()
    schema = SCHEMA.replace("NOTE: {", "NOTE: {key: e, ") + TYPES
    return project_with(tmp_path / "own", schema, SUGGESTED, "--as", "suggestions")


def test_a_label_with_the_key_e_keeps_it(launch, with_own_e: Path) -> None:
    window = launch("open", with_own_e, "--annotator", "anna")
    press(window, "Tab")
    assert focused(window) == "Navy"
    press(window, "E")
    assert stored(with_own_e) == [("Navy", "NOTE")]


def test_where_a_label_has_e_the_fact_is_changed_by_f_and_enter(launch, with_own_e: Path) -> None:
    window = launch("open", with_own_e, "--annotator", "anna")
    to_fact(window)
    press(window, "E")
    assert (said(window), window.work.strip.isHidden()) == (filled(fact_keys.LABELS_OFF), True)
    press(window, "F", "Return")
    assert window.work.strip.line.type == "ATTACK"


def test_that_a_label_has_e_is_said(launch, with_own_e: Path, qtbot: QtBot) -> None:
    window = launch("open", with_own_e, "--annotator", "anna")
    sentence = "E is the key of the label NOTE here, and not that of “Change the fact in focus”."
    assert said(window) == sentence
