"""The trigger of a fact that is built: pointed out while it lacks, given by a key, asked for once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.facts.building import hint, in_hand, select, slots
from tests.ui.facts.facts_project import SUGGESTED, TEXT, project_of
from tests.ui.windows import point, press
from ui.building.saying import NO_TRIGGER, NO_TRIGGER_AGAIN
from ui.key_words import filled
from ui.main_window import MainWindow

WITHOUT = {**SUGGESTED[0], "facts": []}
AGAIN = filled(NO_TRIGGER_AGAIN)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, [WITHOUT], "--as", "suggestions")


@pytest.fixture
def begun(window: MainWindow) -> MainWindow:
    """A statement, whose type knows no triggers, by Ana, in the second line."""
    point(window, "warned")
    press(window, "F", "Right", "Return")
    return window


def made(window: MainWindow) -> list[str]:
    """The triggers of the facts that were made."""
    facts = window.session.sheet.facts()
    return [TEXT[slice(*fact.trigger)] if fact.trigger else "" for fact in facts]


def test_a_trigger_that_lacks_is_said_from_the_start(begun: MainWindow) -> None:
    tab = begun.work.strip.tabs.shown[-1]
    assert (hint(begun), tab.is_needed, tab.said) == (filled(NO_TRIGGER), True, "trigger: none")
    focus = begun.work.attending.now()
    assert (focus.second, [verb.word for verb in focus.can][:2]) == ("no trigger yet", ["Done", "Trigger"])


def test_a_key_gives_the_trigger_and_the_next_role_follows(begun: MainWindow) -> None:
    press(begun, "Alt+T")
    assert (in_hand(begun), "Select them" in hint(begun)) == ("trigger", True)
    select(begun, "warned")
    press(begun, "Return")
    assert (slots(begun)["trigger"], in_hand(begun)) == ("“warned”", "speaker")
    press(begun, "1", "Return")
    assert made(begun) == ["warned"]


def test_enter_asks_once_for_the_trigger(begun: MainWindow) -> None:
    press(begun, "1", "Return")
    assert (in_hand(begun), hint(begun), made(begun)) == ("trigger", AGAIN, [])
    press(begun, "Return")
    assert made(begun) == [""]
    press(begun, "E", "Alt+M", "Return")
    assert begun.work.strip.isHidden(), "a fact that never had one is not asked about again"


def test_with_a_role_open_both_are_asked_for_at_once(begun: MainWindow) -> None:
    press(begun, "Alt+2", "1", "Return")
    assert hint(begun) == "no speaker and no trigger yet: fill them, or Enter again"
    press(begun, "Return")
    assert made(begun) == [""]


def test_a_trigger_taken_away_is_asked_about(launch, tmp_path: Path) -> None:
    window = launch("open", project_of(tmp_path / "own", SUGGESTED, "--as", "suggestions"))
    press(window, *["Tab"] * 6, "E", "Alt+T", "Backspace", "Return")
    assert (hint(window), made(window)[0]) == (AGAIN, "struck")
    press(window, "Return")
    assert made(window)[0] == ""
