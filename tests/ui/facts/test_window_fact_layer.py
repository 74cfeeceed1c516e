"""The diamonds and lines below triggers: what they look like, what they say, what a click does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from annotations.sentences import sentence_of
from tests.ui.article.article_views import LEFT, NONE, middle
from tests.ui.facts.facts_project import FACTS, SUGGESTED, TEXT, fact, project_of
from tests.ui.windows import point, press
from ui.facts.fact_edits import FactEdits
from ui.look.roles import SCHEMES
from ui.main_window import MainWindow

BELOW = 4  # pixels from the words to the middle of a diamond


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return project_of(tmp_path, SUGGESTED, "--as", "suggestions")


def diamond(window: MainWindow, quote: str, nth: int = 0) -> QPoint:
    """The middle of the nth diamond of a trigger, in the viewport."""
    return window.view.caret_rect(TEXT.index(quote)).bottomLeft() + QPoint(3 + round(8.5 * nth), BELOW)


def click(window: MainWindow, at: QPoint) -> None:
    QTest.mouseClick(window.view.viewport(), LEFT, NONE, at)


def tip_at(window: MainWindow, at: QPoint) -> str:
    port = window.view.viewport()
    QApplication.sendEvent(port, QHelpEvent(QHelpEvent.Type.ToolTip, at, port.mapToGlobal(at)))
    return re.sub("<.*?>", "", QToolTip.text())


def picture(window: MainWindow) -> QImage:
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return window.view.viewport().grab().toImage()


def under(window: MainWindow, quote: str) -> QRect:
    """The row of pixels that holds the line below a trigger, behind its diamond."""
    start = TEXT.index(quote)
    left, right = (window.view.caret_rect(at) for at in (start, start + len(quote)))
    return QRect(left.left() + 11, left.bottom() - 1, right.left() - left.left() - 12, 8)


def inked(image: QImage, where: QRect) -> float:
    """The largest share of a row of pixels there that is not of the page's colour."""
    page, columns = image.pixelColor(1, 1).lightness(), range(where.left(), where.right())
    rows = [[image.pixelColor(x, y).lightness() for x in columns] for y in range(where.top(), where.bottom())]
    return max(sum(abs(one - page) > 60 for one in row) / len(row) for row in rows)


@pytest.mark.parametrize("quote", ["struck", "warned"])
def test_a_click_on_a_diamond_puts_its_fact_in_focus(window: MainWindow, quote: str) -> None:
    click(window, diamond(window, quote))
    id_ = window.session.fact_id
    assert [one["id"] for one in FACTS if one["trigger"][0] == TEXT.index(quote)] == [id_]
    assert window.view.caret == TEXT.index(quote)


def test_a_click_on_the_line_below_a_trigger_does_so_too_and_one_on_words_does_not(
    window: MainWindow,
) -> None:
    click(window, under(window, "warned").center())
    assert window.session.fact_id == "third"
    press(window, "Esc")
    click(window, middle(window.view, TEXT.index("again"), TEXT.index("again") + 5))
    assert (window.session.fact_id, window.view.caret) == (None, TEXT.index("again") + 2)


def test_the_pointer_is_a_hand_over_a_diamond_and_a_beam_over_words(window: MainWindow) -> None:
    port = window.view.viewport()
    shapes = []
    for at in (diamond(window, "warned"), middle(window.view, 4, 8) + QPoint(300, 0)):
        QTest.mouseMove(port, at)
        QApplication.processEvents()
        shapes.append(port.cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor]


def test_a_diamond_says_what_the_fact_says_and_words_say_nothing(qtbot: QtBot, window: MainWindow) -> None:
    assert tip_at(window, diamond(window, "warned")).splitlines() == [
        sentence_of(window.session.sheet.fact("third"), TEXT, window.session.project.schema, {}).words,
        "STATEMENT, suggested",
    ]
    tip_at(window, middle(window.view, TEXT.index("again"), TEXT.index("again") + 5))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_name_that_may_be_missing_says_so(qtbot: QtBot, window: MainWindow) -> None:
    at = TEXT.index("boats")
    window.view.article.hints = [(at, at + 5)]
    assert tip_at(window, middle(window.view, at, at + 5)) == "A name may be missing here."
    tip_at(window, middle(window.view, 0, 3))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_line_is_dashed_while_suggested_and_solid_when_confirmed(window: MainWindow, scheme: str) -> None:
    window.preferences.set("palette", scheme)
    point(window, "again")
    assert 0.3 < inked(picture(window), under(window, "warned")) < 0.8
    session = window.session
    assert FactEdits(session).confirm(session.sheet.fact("third"))
    assert inked(picture(window), under(window, "warned")) > 0.9


def test_the_fact_in_focus_has_chips_in_place_of_its_diamond(window: MainWindow) -> None:
    at = diamond(window, "warned")
    click(window, at)
    tip_at(window, diamond(window, "warned"))
    assert not QToolTip.isVisible()
    press(window, "Esc")
    assert "Ana" in tip_at(window, at)


def test_two_facts_of_one_trigger_have_a_diamond_each(launch, tmp_path: Path) -> None:
    twin = fact("twin", "STATEMENT", "struck", speaker=[])
    made = [{**SUGGESTED[0], "facts": [FACTS[0], {**twin, "roles": []}]}]
    window = launch("open", project_of(tmp_path, made, "--as", "suggestions"), "--annotator", "anna")
    said = [tip_at(window, diamond(window, "struck", n)).splitlines()[1] for n in range(2)]
    assert sorted(said) == ["ATTACK, suggested", "STATEMENT, suggested"]
    focused = []
    for n in range(2):
        press(window, "Esc", "Esc")
        click(window, diamond(window, "struck", n))
        focused.append(window.session.fact_id)
    assert sorted(focused) == ["first", "twin"]


def test_while_a_fact_is_built_a_diamond_is_no_more_than_its_place(window: MainWindow) -> None:
    point(window, "again")
    press(window, "Esc", "F")
    click(window, diamond(window, "warned"))
    assert window.session.fact_id is None
    assert not window.work.strip.isHidden()
