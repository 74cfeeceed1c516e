"""The program's icon: a small drawing that every window has."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QApplication

from ui.look.program_icon import FILE, SIZES, program_icon
from ui.main_window import MainWindow

ELEMENTS = {"svg", "title", "g", "rect", "path"}  # of SVG Tiny 1.2, which QtSvg draws


def test_the_drawing_is_small_square_and_plain() -> None:
    root = ElementTree.parse(FILE).getroot()
    left, top, wide, high = map(float, root.attrib["viewBox"].split())
    assert (left, top, wide) == (0, 0, high)
    assert {one.tag.rpartition("}")[2] for one in root.iter()} <= ELEMENTS
    assert FILE.stat().st_size < 3000


@pytest.mark.parametrize("side", SIZES)
def test_it_is_drawn_in_every_size_and_keeps_its_colours(qapp: QApplication, side: int) -> None:
    image = program_icon().pixmap(side, side).toImage()
    assert (image.width(), image.height()) == (side, side)
    colours = {image.pixelColor(x, y).name() for x in range(side) for y in range(side)}
    assert {"#2a62d6", "#ffd35c", "#ffffff"} <= colours


def test_the_window_has_it(window: MainWindow) -> None:
    assert not window.windowIcon().isNull()
    assert QApplication.windowIcon().cacheKey() == program_icon().cacheKey()
    assert QApplication.desktopFileName() == "factmark"
