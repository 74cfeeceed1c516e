"""High contrast in every view, panel and dialog: its own colours alone, and a frame round whatever is chosen."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.ui.access.moments import MOMENTS, come_to, shown, told
from tests.ui.facts.facts_project import SUGGESTED, project_of
from ui.look.apply import apply_palette
from ui.look.roles import roles
from ui.look.theme import label_style
from ui.main_window import MainWindow

FLAT = 1200  # pixels of one colour that are an area, and not the edge of a letter


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


@pytest.fixture(autouse=True)
def light_again() -> Iterator[None]:
    """Light, once the window is gone: while it is there the change takes longer than all else here."""
    yield
    apply_palette("light")


@pytest.fixture
def high_contrast(light_again: None, window: MainWindow) -> MainWindow:
    apply_palette("high contrast")
    return window


def picture(one: QWidget, box: QRect | None = None) -> Counter[int]:
    """How many pixels the widget has of each colour."""
    QApplication.processEvents()
    image = one.grab(box or one.rect()).toImage().convertToFormat(QImage.Format.Format_RGB32)
    return Counter(array("I", bytes(image.constBits())))


def own(window: MainWindow) -> set[int]:
    """The colours of the scheme, those of the project's labels in it, and the ground of the program's icon."""
    said = [colour for colour in asdict(roles()).values() if str(colour).startswith("#")]
    schema = window.session.project.schema
    for label in schema.labels.values():
        style = label_style(label.hue, window.palette())
        said += [colour.name() for colour in vars(style).values() if isinstance(colour, QColor)]
    said.append("#2a62d6")
    return {QColor(colour).rgb() for colour in said}


def foreign(top: QWidget, window: MainWindow) -> dict[str, int]:
    """The colours of areas that are not the scheme's, and how many pixels have them."""
    known = own(window)
    areas = {colour: count for colour, count in picture(top).items() if count >= FLAT}
    return {QColor(colour).name(): count for colour, count in areas.items() if colour not in known}


def is_accent(colour: int) -> bool:
    """Whether it is the accent; Qt shades the ground of a row a little."""
    wanted, is_ = QColor(roles().accent), QColor(colour)
    return max(abs(a - b) for a, b in zip(wanted.getRgb(), is_.getRgb(), strict=True)) <= 24


def unframed(top: QWidget) -> list[str]:
    """The lists whose row in hand is told from the others by neither frame nor ground in the accent."""
    found = []
    for one in top.findChildren(QAbstractItemView):
        model = one.model()
        if not one.isVisible() or model is None or not model.rowCount():
            continue
        first = model.index(0, 0)
        one.setFocus()
        one.clearSelection()
        one.setCurrentIndex(first)
        box = one.visualRect(first).intersected(one.viewport().rect())
        drawn = picture(one.viewport(), box)
        if sum(count for colour, count in drawn.items() if is_accent(colour)) < 2 * box.width():
            found.append(told(one))
    return found


@pytest.mark.parametrize("moment", MOMENTS)
def test_areas_have_the_schemes_colours_and_the_row_in_hand_has_a_frame(
    high_contrast: MainWindow, moment: str
) -> None:
    come_to(high_contrast, moment)
    assert foreign(shown(), high_contrast) == {}
    assert unframed(shown()) == []
