"""Lines that give way: where the words run from right to left, what cuts them stands at their left end."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from ui.look.lines import Elided

HEBREW, ENGLISH = (
    "ספינה נפגעה בים האדום ליד חופי תימן",
    "Hit in the Red Sea: a ship off the coast of Yemen",
)


def low(picture: QImage, columns: range) -> bool:
    """Whether the first column with ink has it in the lower half alone, as the dots of an ellipsis."""
    ground, high = picture.pixelColor(0, 0), picture.height()
    for x in columns:
        inked = [
            y for y in range(high) if abs(picture.pixelColor(x, y).lightness() - ground.lightness()) > 60
        ]
        if inked:
            return min(inked) > high / 2
    raise AssertionError("Nothing is drawn.")


@pytest.mark.parametrize(("text", "is_left"), [(HEBREW, True), (ENGLISH, False)])
def test_the_ellipsis_stands_where_the_words_go_on(qtbot: QtBot, text: str, is_left: bool) -> None:
    line = Elided(text, px=16)
    qtbot.addWidget(line)
    line.resize(120, 28)
    line.show()
    picture = line.grab().toImage()
    wide = range(picture.width())
    assert (low(picture, wide), low(picture, range(wide.stop - 1, -1, -1))) == (is_left, not is_left)
    assert line.shown().endswith("…")
    assert line.toolTip() != ""
