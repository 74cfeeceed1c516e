"""A review without names: no name of those compared is in what the window shows, and decisions are as before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QListView, QWidget

from annotations.schema import reader
from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    decisions,
    folder_of_both,
    gold,
    in_hand,
    opened,
    page_of_rex,
    window_of_rex,
)
from tests.ui.windows import press, said
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

NAMES = ("anna", "ben")


@pytest.fixture(name="hidden")
def page_without_names(window: MainWindow, page: ReviewPage) -> ReviewPage:
    window.pages.verbs["review_names"].trigger()
    return page


def shown(window: MainWindow) -> Iterator[str]:
    """What is read anywhere in the window, by eye or ear; the lists that choose whose work is reviewed aside."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, QComboBox) or isinstance(widget.parent(), QComboBox):
            continue
        yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
        if isinstance(widget, QLabel):
            yield widget.text()
        if isinstance(widget, QListView) and widget.objectName() == "chrome":
            rows = widget.model()
            yield from (str(rows.index(n, 0).data()) for n in range(rows.rowCount()))
    yield window.session.coming()[0]


def leaks(window: MainWindow) -> list[str]:
    return [words for words in shown(window) if any(name in words for name in NAMES)]


def test_names_are_there_until_they_are_hidden_and_again_when_they_are_shown(window, page) -> None:
    assert leaks(window)
    window.pages.verbs["review_names"].trigger()
    assert said(window).startswith("Names are hidden in reviews of this project")
    assert leaks(window) == []
    window.pages.verbs["review_names"].trigger()
    assert [side.title.text() for side in page.card.sides] == ["A   anna", "B   ben", "Proposed"]


def test_the_setting_is_the_projects(hidden, window: MainWindow, folder: Path) -> None:
    assert reader.read(folder / "project.yaml").anonymous
    press(window, "Ctrl+Z")
    assert not reader.read(folder / "project.yaml").anonymous


@pytest.mark.parametrize(
    "keys",
    [
        ("Left",), ("Right", "Up"), ("Down", "Down"), ("Down", "Down", "Return", "Up"), ("B",), ("R",), ("X",),
        ("F",), ("Alt+Shift+Left",), ("Alt+Shift+Right", "Ctrl+Return"), ("Return",), ("Shift+R", "1"),
    ],
)  # fmt: skip
def test_no_key_brings_a_name_to_light(hidden, window: MainWindow, keys: tuple[str, ...]) -> None:
    press(window, *keys)
    assert leaks(window) == []


def test_a_side_is_taken_from_whoever_stands_there(hidden, window: MainWindow, folder: Path) -> None:
    left = hidden.hand.names[0]
    press(window, "Left")
    (said_,) = [one for one in decisions(folder).values() if one.case]
    assert said_.choice == f"take {left}"


def test_work_that_is_not_done_is_told_without_its_name(hidden, window: MainWindow) -> None:
    window.session.open_article("second")
    press(window, "Left")
    window.session.open_article("first")
    press(window, "R", "1", "Left")
    assert leaks(window) == []


def test_ones_own_work_is_pointed_out_and_the_decision_is_marked(launch, folder: Path) -> None:
    window = launch("open", folder, "--annotator", "ben")
    page = opened(window)
    assert page.heading.about.text().endswith("your own work is among these")
    press(window, "Left")
    assert {said.note for said in decisions(folder).values()} == {"own work"}
