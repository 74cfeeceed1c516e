"""The builder and the foot in small windows at large scales: the window keeps its size, the article its half."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.facts.building import news_project, strip
from tests.ui.windows import press, suggested
from ui.look.scale import px
from ui.main_window import MainWindow

TEXT = "On Friday Maria Ruiz attacked the harbour of Oslo and the Navy left at once for Bergen. " * 3
At = Callable[[int, int, int], MainWindow]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    record: dict[str, Any] = {"id": "a", "title": "A", "text": TEXT}
    return news_project(tmp_path, {**record, "spans": [suggested(TEXT, "Oslo", "GPE", 0.4)]})


@pytest.fixture
def at(launch: Callable[..., MainWindow], folder: Path, qtbot: QtBot) -> At:
    """Opens the window at a scale, in a size."""

    def at(scale: int, width: int, height: int) -> MainWindow:
        Settings().set(scale=scale)
        window = launch("open", folder, "--annotator", "anna")
        window.resize(width, height)
        qtbot.waitUntil(lambda: window.size().toTuple() == (width, height))
        return window

    return at


@pytest.mark.parametrize("size", [(150, 1024, 700), (200, 1024, 700), (150, 1366, 768), (100, 1440, 900)])
def test_the_builder_leaves_window_and_article_their_room(at: At, size: tuple[int, int, int]) -> None:
    window = at(*size)
    press(window, "Tab", "F")
    heights = [strip(window).height()]
    press(window, "Return")
    heights.append(strip(window).height())
    assert window.size().toTuple() == size[1:]
    assert len({*heights}) == 1
    assert strip(window).words.height() in [px(32) * rows for rows in (1, 2, 3)]
    assert window.view.height() >= heights[0]


def test_a_note_takes_the_place_of_the_sentence_in_a_low_window(at: At) -> None:
    window = at(150, 1024, 700)
    press(window, "Tab", "F", "Return", "Alt+C")
    assert strip(window).hint.note.hasFocus()
    height = strip(window).height()
    press(window, "W", "Return")
    assert (strip(window).hint.isVisible(), strip(window).height()) == (False, height)
    assert window.work.building.draft.fact.note == "w"


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_foot_has_the_first_verb_at_every_scale(at: At, scale: int, qtbot: QtBot) -> None:
    window = at(scale, 1024, 700)
    press(window, "Tab")
    first = window.status.verbs.buttons[0]
    qtbot.waitUntil(lambda: first.isVisible() and first.text() == "Confirm")
    assert first.geometry().right() <= window.status.verbs.width()
