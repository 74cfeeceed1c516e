"""The type of a new fact by the first letters of its name, where there are many types and few keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from models.settings import Settings
from tests.ui.facts.building import in_hand, strip
from tests.ui.windows import point, press, project_with
from ui.main_window import MainWindow

NAMES = [
    f"{first}_{second}" for first in ("PORT", "TRADE", "STRIKE", "TRAVEL", "VISIT") for second in "GHIKLMNO"
]
SCHEMA = "name: Many\npipeline: none\nlabels: {PLACE: {key: '1'}}\nfacts:\n"
ROLES = "roles: {place: {labels: [PLACE]}}"
ASKED = "New fact: which type? Its key, or its first letters, then Enter."
TEXT = "The Navy left Oslo on Tuesday."


def keyed(name: str) -> str:
    return "key: q, " if name == "VISIT_G" else ""


@pytest.fixture(params=[100])
def window(
    launch: Callable[..., MainWindow], tmp_path: Path, qtbot: QtBot, request: pytest.FixtureRequest
) -> MainWindow:
    """The window, low, at a scale, with the types of a new fact in the strip."""
    Settings().set(scale=request.param)
    schema = SCHEMA + "".join(f"  {name}: {{{keyed(name)}{ROLES}}}\n" for name in NAMES)
    made = launch("open", project_with(tmp_path, schema, [{"id": "a", "text": TEXT}]), "--annotator", "anna")
    made.resize(1024, 700)
    qtbot.waitUntil(lambda: made.size().toTuple() == (1024, 700))
    point(made, "left")
    press(made, "F")
    return made


def is_whole(window: MainWindow) -> bool:
    types = strip(window).types
    chip = types.buttons[types.hand]
    return types.rect().contains(chip.geometry()) and chip.visibleRegion().boundingRect() == chip.rect()


def asked(window: MainWindow) -> str:
    return strip(window).line.aside


def test_letters_bring_the_first_type_that_begins_so_into_view_and_enter_takes_it(window: MainWindow) -> None:
    press(window, "T", "R", "A", "V")
    assert (in_hand(window), asked(window), is_whole(window)) == (
        "TRAVEL_G",
        "New fact: which type? “trav”",
        True,
    )
    press(window, "Return")
    assert window.work.building.draft.type.name == "TRAVEL_G"


def test_letters_inside_a_name_find_it_where_none_begins_so(window: MainWindow) -> None:
    press(window, "I", "K", "E", "Shift+_", "M")
    assert (in_hand(window), is_whole(window)) == ("STRIKE_M", True)


def test_backspace_takes_a_letter_back(window: MainWindow) -> None:
    press(window, "T", "R", "A", "V", "Backspace", "Backspace", "Backspace")
    assert (in_hand(window), asked(window)) == ("TRADE_G", "New fact: which type? “t”")


def test_a_letter_that_leads_to_none_is_said_and_not_kept(window: MainWindow) -> None:
    press(window, "T", "R", "X")
    assert asked(window) == "New fact: which type? None has “trx” in its name."
    press(window, "Backspace")
    assert (in_hand(window), asked(window)) == ("TRADE_G", "New fact: which type? “tr”")


def test_letters_begin_anew_after_a_pause(window: MainWindow, qtbot: QtBot) -> None:
    press(window, "S", "T")
    qtbot.waitUntil(lambda: asked(window) == ASKED)
    press(window, "V")
    assert in_hand(window) == "VISIT_G"


@pytest.mark.parametrize(("keys", "type_"), [(["Q"], "VISIT_G"), (["T", "Q"], None), (["T", "Esc"], None)])
def test_a_key_takes_its_type_at_once_only_where_nothing_was_typed(
    window: MainWindow, keys: list[str], type_: str | None
) -> None:
    press(window, *keys)
    draft = window.work.building.draft
    assert (draft and draft.type.name) == type_


def test_letters_of_a_choice_that_was_left_are_forgotten(window: MainWindow) -> None:
    press(window, "T", "Esc", "F", "V")
    assert asked(window) == "New fact: which type? “v”"


@pytest.mark.parametrize("window", [100, 150, 200], indirect=True)
def test_the_type_in_hand_is_whole_in_view_all_the_way(window: MainWindow) -> None:
    seen = []
    for _ in NAMES:
        press(window, "Tab")
        seen.append((in_hand(window), is_whole(window)))
    assert seen == [(name, True) for name in [*NAMES[1:], NAMES[0]]]


def test_a_bar_says_that_there_are_more_and_the_wheel_goes_there(window: MainWindow) -> None:
    types = strip(window).types
    [bar] = types.findChildren(QScrollBar)
    assert (bar.isVisible(), bar.value()) == (True, 0)
    at = QPointF(types.rect().center())
    none, no_button = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.NoButton
    for _ in range(20):
        turned = QWheelEvent(
            at,
            types.mapToGlobal(at),
            QPoint(),
            QPoint(0, -120),
            no_button,
            none,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(types, turned)
    assert bar.value() == bar.maximum()
    assert types.rect().contains(types.buttons[len(NAMES) - 1].geometry())


def test_strip_and_foot_say_how_a_type_without_a_key_is_chosen(window: MainWindow) -> None:
    assert asked(window) == ASKED
    assert window.status.second.text() == "its key, or its first letters, then Enter"
