"""Shift+Enter confirms spans and facts from the article's start to here, in one edit."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.spans import Status
from models.settings import Settings
from tests.ui.facts.facts_project import SUGGESTED, decided, project_of
from tests.ui.windows import focused, press, said, stored
from ui.main_window import MainWindow

FIRST = {"first": Status.CONFIRMED}
LEFT = "1 fact with a needed role open is left."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def test_to_a_fact_come_the_spans_of_its_sentence_and_the_fact(window: MainWindow, folder: Path) -> None:
    press(window, *["Tab"] * 6, "Shift+Return")
    assert (len(stored(folder)), decided(folder), focused(window)) == (5, FIRST, "Oslo")
    assert said(window) == "Confirmed 5 spans and 1 fact; Ctrl+Z takes all of it back."
    press(window, "Ctrl+Z")
    assert (stored(folder), decided(folder)) == ([], {})
    assert said(window) == "Undid: confirm 5 spans and 1 fact."


def test_to_a_span_no_fact_comes_that_has_words_behind_it(window: MainWindow, folder: Path) -> None:
    press(window, *["Tab"] * 4, "Shift+Return")
    assert (len(stored(folder)), decided(folder), focused(window)) == (4, {}, "Ruiz")
    assert said(window) == "Confirmed 4 spans; Ctrl+Z takes all of it back."


def test_to_the_end_facts_with_a_needed_role_open_are_left(window: MainWindow, folder: Path) -> None:
    press(window, "Ctrl+End", "Shift+Return")
    assert (len(stored(folder)), decided(folder)) == (6, {**FIRST, "third": Status.CONFIRMED})
    assert said(window) == f"Confirmed 6 spans and 2 facts; Ctrl+Z takes all of it back. {LEFT}"
    press(window, "Ctrl+End", "Shift+Return")
    assert said(window) == LEFT


def test_with_facts_out_of_the_path_they_are_left(launch, folder: Path) -> None:
    Settings().set(facts_in_path="not")
    press(launch("open", folder, "--annotator", "anna"), "Ctrl+End", "Shift+Return")
    assert (len(stored(folder)), decided(folder)) == (6, {})


def first_verbs(window: MainWindow) -> list[str]:
    return [verb.word for verb in window.work.attending.now().can][:2]


def test_finish_is_the_first_verb_only_once_facts_are_decided_too(window: MainWindow) -> None:
    press(window, "Ctrl+End", "Shift+Return", "Ctrl+Home", "N")
    assert first_verbs(window)[0] == "Next"
    press(window, "Tab", "Return", "Return", "N")
    assert first_verbs(window) == ["Finish", "Next"]
