"""Keys of the caret: it moves, and selects."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.windows import by_key, focused, point, press, selected, stored
from ui.main_window import MainWindow

LINES = "\n".join(f"a{n} b{n} c{n}" for n in range(100, 300))


@pytest.fixture
def records() -> list[dict[str, str]]:
    return [{"id": "first", "text": LINES}]


@by_key(
    {
        "Left": "a200 b200",
        "Right": "c200\n",
        "Up": " ?b199",
        "Down": " ?b201",
        "PgUp": r" ?b1[0-8]\d",
        "PgDown": r" ?b2[1-9]\d",
        "Home": "a200",
        "End": "\na201",
        "Ctrl+Home": "a100",
        "Ctrl+End": "$",
    }
)
def test_a_key_moves_the_caret(window: MainWindow, key: str, expected: str) -> None:
    point(window, "b200")
    press(window, key)
    assert re.match(expected, window.view.text[window.view.caret :])
    assert 0 <= window.view.caret_rect(window.view.caret).top() < window.view.viewport().height()
    assert selected(window) == ""


@by_key(
    {
        "Shift+Left": "b200",
        "Shift+Right": "b200",
        "Shift+Up": "b199 c199\na200 b200",
        "Shift+Down": "b200 c200\na201( b201)?",
        "Shift+PgUp": r"b1[0-8]\d .* b200",
        "Shift+PgDown": r"b200 .*2[1-9]\d",
        "Shift+Home": "a200 b200",
        "Shift+End": "b200 c200",
        "Ctrl+Shift+Home": "a100 .* b200",
        "Ctrl+Shift+End": "b200 .* c299",
        "Ctrl+Shift+Left": " ",
        "Ctrl+Shift+Right": "b",
    }
)
def test_a_key_selects(window: MainWindow, key: str, expected: str) -> None:
    point(window, "b200")
    press(window, key)
    assert re.fullmatch(expected, selected(window), re.DOTALL)


@pytest.mark.parametrize("keys", [["Up"], ["Down"], ["Down", "Up"], ["PgDown", "PgUp"]])
def test_lines_and_pages_keep_to_the_column(window: MainWindow, keys: list[str]) -> None:
    point(window, "b200")
    press(window, *keys)
    assert window.view.text[window.view.caret] == "b"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (["Shift+Right"] * 2, "b200 c200"),
        (["Shift+Left"] * 2, "a200 b200"),
        (["Shift+Right", "Shift+Right", "Shift+Left"], "b200"),
        (["Ctrl+Shift+Right"] * 3, "b20"),
        (["Shift+Right", "Ctrl+Shift+Right", "Ctrl+Shift+Right"], "b200 c"),
        (["Shift+Down", "Shift+Up"], "b200"),
    ],
)
def test_a_selection_grows_and_shrinks(window: MainWindow, keys: list[str], expected: str) -> None:
    point(window, "b200")
    press(window, *keys)
    assert selected(window) == expected


def test_moving_into_a_span_focuses_it_and_out_again_drops_the_focus(
    window: MainWindow, folder: Path
) -> None:
    point(window, "b200")
    press(window, "1", "Right")
    assert focused(window) == ""
    press(window, "Left")
    assert focused(window) == "b200"
    assert stored(folder) == [("b200", "PERSON")]
