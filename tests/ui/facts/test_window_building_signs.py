"""Signs in the builder where candidates lie in one another: a box round the name, a bracket below the phrase."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from annotations.fact_signs import SignedWords
from annotations.spans import Span
from tests.ui.article.article_views import LEFT, NONE
from tests.ui.facts.building import news_project, place, sign, slots, strip
from tests.ui.windows import point, press, suggested
from ui.building.levels import levels
from ui.building.stretches import BOX, BRACKETS, ROW
from ui.look.roles import roles
from ui.main_window import MainWindow

TEXT = "The Orland Navy struck two depots near Selby."
SPANS = (("Orland Navy", "ORG"), ("two", "CARDINAL"), ("Selby", "GPE"))
NAME = (Span("a", 0, 7, "ORG"),)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    spans = [suggested(TEXT, *span) for span in SPANS]
    return news_project(tmp_path, {"id": "first", "text": TEXT, "spans": spans})


@pytest.fixture
def begun(window: MainWindow) -> MainWindow:
    """The window with an attack just begun, at its target."""
    point(window, "struck")
    press(window, "F", "A", "Tab")
    return window


def seen(window: MainWindow) -> QImage:
    """The sentence as it is painted."""
    return strip(window).words.grab().toImage()


def lines(image: QImage, x: int) -> list[int]:
    """Where the accent crosses a column of the first row."""
    wanted = QColor(roles().accent).rgb()
    return [y for y in range(ROW) if image.pixel(x, y) == wanted]


def middle(window: MainWindow, quote: str) -> QPoint:
    return strip(window).words.middle_of(place(window, quote))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([(0, 16), (0, 7), (20, 30)], [1, 0, 0]),
        ([(0, 40), (0, 16), (0, 7)], [2, 1, 0]),
        ([(0, 50), (0, 40), (0, 16), (0, 7)], [2, 2, 1, 0]),
        ([(0, 10), (5, 14)], [1, 0]),
    ],
)
def test_of_candidates_that_meet_the_shortest_has_the_box(
    given: list[tuple[int, int]], expected: list[int]
) -> None:
    assert levels([SignedWords(*bounds) for bounds in given]) == expected


def test_a_name_has_the_box_whatever_lies_in_it() -> None:
    assert levels([SignedWords(0, 7, NAME), SignedWords(2, 4)]) == [0, 1]


def test_the_sign_of_a_phrase_gives_it_a_bracket_below_its_words(begun: MainWindow) -> None:
    assert lines(seen(begun), middle(begun, "depots").x()) == []
    press(begun, sign(begun, "two depots"))
    below = BRACKETS[0]
    assert lines(seen(begun), middle(begun, "depots").x()) in ([below], [below, below + 1])


def test_a_name_in_a_phrase_that_is_taken_keeps_its_own_box(begun: MainWindow) -> None:
    press(begun, sign(begun, "two depots"))
    image, at = seen(begun), middle(begun, "two")
    assert QColor(image.pixel(at.x(), BOX[0] + 4)) == QColor(roles().page)
    assert QColor(image.pixel(middle(begun, "depots").x(), BOX[0] + 4)) == QColor(roles().accent_tint)


def test_a_click_on_its_own_words_takes_either(begun: MainWindow) -> None:
    press(begun, "Alt+3")
    for quote in ("depots", "two"):
        QTest.mouseClick(strip(begun).words, LEFT, NONE, middle(begun, quote))
    assert slots(begun)["count"] == "“two depots” = 2 depots, “two” = 2"
