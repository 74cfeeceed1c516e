"""With every text half as long again nothing is cut off, at both sizes of the design."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from tests.ui.access.moments import come_to, shown, told
from tests.ui.facts.facts_project import SUGGESTED, project_of
from ui.look.buttons import Button
from ui.look.lines import Elided
from ui.main_window import MainWindow

MOMENTS = ("annotate", "labels", "comments", "unsure", "checks", "history", "feedback", "find", "filter", "same",
           "builder", "finish", "skip", "review", "agreement", "settings", "article", "assign", "fact type")  # fmt: skip
WORDS = (QLabel, QAbstractButton)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def worded(top: QWidget) -> list[QWidget]:
    """What shows words of ours; what gives way is for titles, paths and quotes."""
    return [
        one
        for one in top.findChildren(QWidget)
        if isinstance(one, WORDS) and one.isVisible() and one.text() and not isinstance(one, Elided)
    ]


def lengthen(top: QWidget) -> None:
    """Makes every text half as long again."""
    for one in worded(top):
        longer = one.text() + " " + one.text()[: len(one.text()) // 2]
        one.say(longer, one.icon_name, one.key) if isinstance(one, Button) else one.setText(longer)
    for _ in range(3):
        QApplication.processEvents()


def cut_off(top: QWidget) -> list[str]:
    return [told(one) for one in worded(top) if not fits(one, top)]


def fits(one: QWidget, top: QWidget) -> bool:
    """Whether the part is as large as its words want, and lies in what holds it."""
    wanted = one.sizeHint()
    high = one.heightForWidth(one.width()) if one.hasHeightForWidth() else wanted.height()
    wide = one.minimumSizeHint().width() if one.hasHeightForWidth() else wanted.width()
    parent = one.parentWidget()
    inside = parent is None or parent.rect().adjusted(-1, -1, 1, 1).contains(one.geometry())
    return one.width() >= wide - 1 and one.height() >= min(high, wanted.height()) - 1 and inside


@pytest.mark.parametrize("size", [(1440, 900), (1024, 700)])
@pytest.mark.parametrize("moment", MOMENTS)
def test_nothing_is_cut_off_when_words_are_longer(
    window: MainWindow, moment: str, size: tuple[int, int]
) -> None:
    window.resize(*size)
    come_to(window, moment)
    lengthen(shown())
    assert cut_off(shown()) == [], cut_off(shown())
