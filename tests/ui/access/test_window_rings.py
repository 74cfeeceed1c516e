"""Whatever takes the keyboard shows it by a ring: 2 px in the accent, round it or round its row in hand."""

from __future__ import annotations

from array import array
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.access.moments import MOMENTS, come_to, controls, shown, told
from tests.ui.facts.facts_project import SUGGESTED, project_of
from ui.article.article_view import ArticleView
from ui.look.roles import roles
from ui.main_window import MainWindow

LEAST = 40  # pixels: a line of 2 px along one side of the smallest part


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def pixels_of(one: QWidget) -> list[int]:
    """How many pixels of the part are in the accent, and in the text's colour: the ring's on a ground in the accent."""
    image = one.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = array("I", bytes(image.constBits()))
    return [pixels.count(QColor(colour).rgb()) for colour in (roles().accent, roles().text)]


def takers(top: QWidget) -> list[QWidget]:
    """The controls that take the keyboard; the article shows its caret."""
    return [
        one
        for one in controls(top)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.isEnabled()
        and not isinstance(one, ArticleView)
    ]


def ringless(top: QWidget) -> list[str]:
    found = []
    for one in takers(top):
        if QApplication.focusWidget() is one:
            one.clearFocus()
        before = pixels_of(one)
        one.setFocus()
        gained = max(now - was for now, was in zip(pixels_of(one), before, strict=True))
        if QApplication.focusWidget() is one and gained < LEAST:
            found.append(told(one))
    return found


@pytest.mark.parametrize("moment", sorted(MOMENTS.keys() - {"export"}))
def test_what_takes_the_keyboard_shows_a_ring(window: MainWindow, moment: str) -> None:
    come_to(window, moment)
    assert ringless(shown()) == []
