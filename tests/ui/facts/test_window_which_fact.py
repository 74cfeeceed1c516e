"""The question whether the fact in focus or a new one is meant, answered by keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.facts.building import in_hand, news_project, strip
from tests.ui.windows import point, press, shown, suggested
from ui.main_window import MainWindow

TEXT = "On Tuesday the Orland Navy struck a depot near Selby."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return news_project(
        tmp_path, {"id": "first", "text": TEXT, "spans": [suggested(TEXT, "Orland Navy", "ORG")]}
    )


@pytest.fixture
def asked(window: MainWindow) -> MainWindow:
    """The window that asks, with a fact in focus."""
    point(window, "struck")
    press(window, "F", "A", "1", "Return", "Return", "F")
    assert window.work.fact_keys.asks
    return window


def test_the_key_of_a_type_makes_a_new_fact_of_it(asked: MainWindow) -> None:
    key = asked.work.session.project.schema.facts["STATEMENT"].key
    press(asked, key.upper())
    assert (asked.work.building.draft.fact.type, in_hand(asked)) == ("STATEMENT", "speaker")
    assert not asked.work.building.steps.draft.before


@pytest.mark.parametrize("key", ["X", "1", "9", "B", "E", "U", "Ctrl+Z", "Tab"])
def test_another_key_ends_the_question_and_does_nothing_else(asked: MainWindow, key: str) -> None:
    before = (asked.session.fact_id, shown(asked), len(asked.session.sheet.facts()))
    press(asked, key)
    assert (asked.work.fact_keys.asks, strip(asked).isHidden()) == (False, True)
    assert (asked.session.fact_id, shown(asked), len(asked.session.sheet.facts())) == before


@pytest.mark.parametrize("key", ["Return", "Enter", "F"])
def test_the_answers_are_keys_as_ever(asked: MainWindow, key: str) -> None:
    press(asked, key)
    assert not strip(asked).isHidden()
