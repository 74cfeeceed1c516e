"""Icons: every one that the code names is there, in the colour, the size and the ratio asked for."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from ui.look.icons import FOLDER, icon

UI = Path(__file__).parents[3] / "ui"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


def named(module: ast.Module) -> set[str]:
    """Every literal that is the first argument of a call of `icon(...)`, or an argument `icon="..."`."""
    calls = [node for node in ast.walk(module) if isinstance(node, ast.Call)]
    first = [call.args[0] for call in calls if call.args and ast.unparse(call.func).split(".")[-1] == "icon"]
    by_word = [word.value for call in calls for word in call.keywords if word.arg == "icon"]
    return {str(node.value) for node in (*first, *by_word) if isinstance(node, ast.Constant) and node.value}


def colours(picture: QPixmap) -> set[str]:
    """The colours of what is quite covered."""
    image = picture.toImage()
    spots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {spot.name() for spot in spots if spot.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_its_colour(qapp: QApplication, name: str) -> None:
    assert QSvgRenderer(str(FOLDER / f"{name}.svg")).isValid()
    assert colours(icon(name, "#2459c4", 48, ratio=1.0)) == {"#2459c4"}


def test_every_icon_that_the_code_names_is_there() -> None:
    found = {path: named(ast.parse(path.read_text("utf-8"))) for path in UI.rglob("*.py")}
    assert {path: names - {*NAMES} for path, names in found.items() if names - {*NAMES}} == {}


def test_an_icon_that_is_not_there_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(KeyError, match="unicorn"):
        icon("unicorn", "#000000")


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_an_icon_has_the_pixels_of_its_screen(qapp: QApplication, ratio: float) -> None:
    made = icon("check", "#000000", 16, ratio=ratio)
    assert (made.width(), made.devicePixelRatio()) == (16 * ratio, ratio)
    assert icon("check", QColor("#000000"), 16, ratio=ratio).cacheKey() == made.cacheKey()


def test_an_icon_in_another_colour_or_size_is_another(qapp: QApplication) -> None:
    made = [
        icon("check", "#000000"),
        icon("check", "#ffffff"),
        icon("check", "#00000080"),
        icon("check", "#000000", 18),
    ]
    assert len({picture.cacheKey() for picture in made}) == 4


def test_the_licence_lies_beside_the_icons() -> None:
    licence = (FOLDER / "LICENSE").read_text("utf-8")
    assert licence.startswith("ISC License")
    assert "The MIT License (MIT) (for the icons listed above)" in licence
