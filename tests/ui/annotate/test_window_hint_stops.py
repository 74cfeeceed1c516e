"""Tab also stops where a name may be missing, when the setting says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from annotations.spans import Hint, Span, Status
from models.project import Project
from models.settings import Settings
from tests.ui.windows import FIRST, focused, here, press, selected, stored
from ui.main_window import MainWindow


def place(quote: str) -> tuple[int, int]:
    start = FIRST.index(quote)
    return start, start + len(quote)


@pytest.fixture
def hinted(folder: Path) -> Path:
    spans = [
        Span(quote, *place(quote), label, Status.SUGGESTED, "en_news 1.0", 0.9)
        for quote, label in (("Maria Ruiz", "PERSON"), ("Oslo", "GPE"))
    ]
    project = Project(folder)
    project.set_pools(
        [("first", [*spans, Hint(*place("Navy"), 0.5), Hint(*place("Tuesday"), 0.4)])], by="rules"
    )
    project.close()
    return folder


@pytest.fixture
def stopping(launch: Callable[..., MainWindow], hinted: Path) -> MainWindow:
    Settings().set(hints_in_path=True)
    return launch("open", hinted, "--annotator", "anna")


def stops(window: MainWindow, key: str, count: int) -> list[str]:
    seen = []
    for _ in range(count):
        press(window, key)
        seen.append(focused(window) or selected(window))
    return seen


def test_tab_stops_there_between_the_suggestions(stopping: MainWindow) -> None:
    press(stopping, "Ctrl+Home", "Esc")
    assert stops(stopping, "Tab", 5) == ["Maria Ruiz", "Navy", "Oslo", "Tuesday", "Oslo"]
    assert here(stopping) == "second"


def test_shift_tab_stops_there_on_the_way_back(stopping: MainWindow) -> None:
    press(stopping, "Ctrl+End")
    assert stops(stopping, "Shift+Tab", 4) == ["Tuesday", "Oslo", "Navy", "Maria Ruiz"]


def test_a_label_s_key_labels_it_and_it_is_a_stop_no_more(stopping: MainWindow, hinted: Path) -> None:
    press(stopping, "Ctrl+Home", "Return", "3", "Ctrl+Home")
    assert stored(hinted) == [("Maria Ruiz", "PERSON"), ("Navy", "ORG")]
    assert stops(stopping, "Tab", 2) == ["Oslo", "Tuesday"]


def test_without_the_setting_they_are_passed_by(launch: Callable[..., MainWindow], hinted: Path) -> None:
    window = launch("open", hinted, "--annotator", "anna")
    press(window, "Ctrl+Home")
    assert stops(window, "Tab", 3) == ["Maria Ruiz", "Oslo", "Oslo"]
