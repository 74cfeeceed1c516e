"""The look of a review: cases in groups, what each has in columns, the foot's verbs, and its size."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from tests.ui.article.article_views import LEFT
from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    folder_of_both,
    gold,
    in_hand,
    page_of_rex,
    window_of_rex,
)
from tests.ui.windows import press
from ui.look.apply import apply_scale
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

RUIZ = ("Maria Ruiz", "PERSON")


def listed(page: ReviewPage) -> list[str]:
    model = page.cases.cases
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def verbs(window: MainWindow) -> list[str]:
    return [button.text() for button in window.status.verbs.buttons if button.isVisible()]


def click(window: MainWindow, verb: str) -> None:
    button = next(b for b in window.status.verbs.buttons if b.text() == verb and b.isVisible())
    QTest.mouseClick(button, LEFT)


def test_cases_are_listed_as_decided_and_to_decide(window: MainWindow, page: ReviewPage) -> None:
    assert listed(page)[:2] == ["To decide", "“the Navy”: anna says “the Navy”, ben says “Navy”"]
    press(window, "Right")
    assert listed(page) == [
        "Decided", "“the Navy”: took ben’s  ·  anna says “the Navy”, ben says “Navy”",
        "To decide", "“Oslo”: anna says ORG, ben says GPE", "“Tuesday”: anna says NOTE, ben has nothing",
        "“Lima”: anna has nothing, ben says GPE",
    ]  # fmt: skip


def test_a_click_on_a_row_takes_its_case_in_hand(window: MainWindow, page: ReviewPage) -> None:
    rows = page.cases
    at = rows.visualRect(rows.cases.index(3, 0)).center()
    QTest.mouseClick(rows.viewport(), LEFT, pos=at)
    assert in_hand(page).startswith("“Tuesday”")
    QTest.mouseClick(
        rows.viewport(), LEFT, pos=QPoint(at.x(), rows.visualRect(rows.cases.index(0, 0)).y() + 4)
    )
    assert in_hand(page).startswith("“Tuesday”")


def test_the_side_that_is_proposed_has_a_tick_where_they_differ(window, page: ReviewPage) -> None:
    anna, ben, proposed = (side.lines() for side in page.card.sides)
    assert (anna[0], ben[0], proposed[0]) == ("≠ words the Navy", "≠ words Navy", "words")
    assert anna[1] == ben[1] == "label ORG"
    press(window, "Down", "Down")
    anna, ben, proposed = (side.lines() for side in page.card.sides)
    assert (anna[0], ben[0], proposed[0]) == ("✓ words Tuesday", "≠ words nothing", "words Tuesday")


def test_the_foot_has_the_verbs_of_the_case_with_the_annotators_names(
    window: MainWindow, page: ReviewPage, folder: Path
) -> None:
    assert verbs(window) == [
        "anna",
        "ben",
        "Both",
        "Neither",
        "Approve",
        "Return",
    ]  # a draw: nothing is proposed
    assert window.status.first.text() == "“the Navy”"
    click(window, "ben")
    assert gold(folder) == [RUIZ, ("Navy", "ORG")]
    assert window.status.first.text() == "“Oslo”"


def test_the_foot_answers_the_question_for_a_reason(
    window: MainWindow, page: ReviewPage, folder: Path
) -> None:
    click(window, "Neither")
    assert verbs(window) == ["Take the reason", "Back"]
    assert "Esc: back, nothing is decided" in page.reasons.keys.text()
    assert page.card.isHidden()
    click(window, "Take the reason")
    assert (gold(folder), in_hand(page)[:6]) == ([RUIZ], "“Oslo”")
    assert page.card.isVisible()


def test_the_foot_is_of_annotate_again_when_the_review_is_left(window: MainWindow, page: ReviewPage) -> None:
    press(window, "Ctrl+R")
    assert "Take proposed" not in verbs(window)
    assert window.status.first.text() != "“the Navy”"


def test_the_bounds_of_both_have_a_bracket(page: ReviewPage) -> None:
    shown = [(page.view.text[one.start : one.end], one.side) for one in page.evidence.brackets.shown.brackets]
    assert shown == [("the Navy", 0), ("Navy", 1)]


def test_what_is_agreed_is_drawn_faintly_until_it_is_opened(window: MainWindow, page: ReviewPage) -> None:
    assert [page.view.text[span.start : span.end] for span in page.evidence.agreed.spans] == ["Maria Ruiz"]
    before = page.view.grab().toImage()
    page.evidence.agreed.show(())
    assert page.view.grab().toImage() != before
    press(window, "V")
    assert page.evidence.agreed.spans == []


def test_what_will_stand_in_gold_is_said(window: MainWindow, page: ReviewPage) -> None:
    assert (page.card.gold.kind, page.card.gold.words) == ("", "A draw: nothing is proposed")
    press(window, "Down", "Down")
    assert (page.card.gold.kind, page.card.gold.words) == ("NOTE", "“Tuesday”")
    press(window, "Up", "Up")
    press(window, "Right", "Up")
    assert page.card.decided.text() == "✓ ben, rex"
    assert page.card.gold.words == "“Navy”"


@pytest.mark.parametrize("size", [(880, 600), (1024, 700)])
def test_the_review_never_makes_the_window_larger(
    window: MainWindow, page: ReviewPage, size: tuple[int, int]
) -> None:
    press(window, "X")
    window.resize(*size)
    assert (window.width(), window.height()) == size
    apply_scale(150)
    high = page.minimumSizeHint().height()
    apply_scale(100)
    assert high < 450
