"""Cases to look at again: what was decided before a side changed stands beside what each has today."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.edits import Edit
from annotations.review import decisions as review
from annotations.sets import GOLD, AnnotationSet
from models.project import Project
from models.queries.review_queue import ReviewQueue
from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    TEXT,
    counted,
    folder_of_both,
    gold,
    in_hand,
    opened,
)
from tests.ui.review.test_window_review_look import listed
from tests.ui.windows import press, said, state
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

OSLO = (TEXT.index("Oslo"), TEXT.index("Oslo") + 4)


def relabel(window: MainWindow, quote: str, key: str) -> None:
    """The annotator gives the words another label, and is done again."""
    at = TEXT.index(quote)
    window.view.set_selection(at, at + len(quote))
    press(window, key, "Ctrl+Return", "Return")
    window.close()


@pytest.fixture(name="page")
def page_after_a_return(launch, folder: Path) -> ReviewPage:
    """Rex took GPE for Oslo and gave the article back to anna, who then said PERSON instead of ORG."""
    first = launch("open", folder, "--annotator", "rex")
    opened(first)
    press(first, "Down", "Right", "R", "Return", "1")
    first.close()
    theirs = launch("open", folder, "--annotator", "anna")
    theirs.session.open_article("first")
    relabel(theirs, "Oslo", "1")
    assert state(folder, "first", "anna") == "done"
    again = launch("open", folder, "--annotator", "rex")
    again.session.open_article("first")
    return opened(again)


def go_to(page: ReviewPage, quote: str) -> None:
    while in_hand(page)[1 : 1 + len(quote)] != quote:
        press(page.window(), "Down")


def test_a_case_that_changed_since_it_was_decided_has_a_group_of_its_own(page: ReviewPage) -> None:
    rows = listed(page)
    assert rows[rows.index("Look again") + 1] == "“Oslo”: changed since you decided"
    assert counted(page) == "Case 1 of 4; 4 of 4 cases open; 1 point agreed"


def test_the_card_shows_the_old_decision_and_both_old_readings(page: ReviewPage) -> None:
    go_to(page, "Oslo")
    assert page.card.decided.text() == "changed since you decided: you took ben’s"
    anna, ben, proposed = (side.lines() for side in page.card.sides)
    assert (anna[1], anna[-1]) == ("≠ label PERSON", "before ORG “Oslo”")
    assert (ben[1], ben[-1]) == ("✓ label GPE", "before as now")
    assert proposed[-1] == "before GPE “Oslo”"
    assert page.heading.about.text().endswith("changed since you decided  ·  anna says PERSON, ben says GPE")


def test_deciding_again_puts_the_case_with_the_decided_ones(page: ReviewPage, folder: Path) -> None:
    go_to(page, "Oslo")
    press(page.window(), "Left")
    assert ("Oslo", "PERSON") in gold(folder)
    assert "Look again" not in listed(page)
    assert counted(page).startswith("Case")


def decide_as_sue(folder: Path) -> None:
    """What a merge of another reviewer's copy brings: her own decision on a case that rex has decided."""
    project = Project(folder)
    try:
        case = next(c for c in ReviewQueue(project, ["anna", "ben"]).work("first").cases if c.place == OSLO)
        gold = project.annotation_set("first", GOLD)
        hers = review.take(AnnotationSet("first", GOLD), case, "anna", by="sue")
        project.apply(Edit.between("merge", gold, gold.having(*review.all_of(hers))), by="sue")
    finally:
        project.close()


def test_reviewers_who_differ_are_a_case_until_one_settles_it(launch, folder: Path) -> None:
    first = launch("open", folder, "--annotator", "rex")
    opened(first)
    press(first, "Down", "Right")
    first.close()
    decide_as_sue(folder)
    window = launch("open", folder, "--annotator", "rex")
    page = opened(window)
    words = "reviewers differ: rex took ben’s, sue took anna’s"
    assert listed(page)[-1] == f"“Oslo”: {words}"
    go_to(page, "Oslo")
    assert page.card.decided.text() == words
    press(window, "Left")
    assert ("Oslo", "ORG") in gold(folder)


def test_what_nobody_has_any_more_is_asked_about(launch, folder: Path) -> None:
    first = launch("open", folder, "--annotator", "rex")
    opened(first)
    press(first, "Down", "Down", "Left", "R", "Return", "1")
    first.close()
    theirs = launch("open", folder, "--annotator", "anna")
    theirs.session.open_article("first")
    theirs.view.set_selection(TEXT.index("Tuesday"), TEXT.index("Tuesday") + 7)
    press(theirs, "X", "Ctrl+Return", "Return")
    theirs.close()
    window = launch("open", folder, "--annotator", "rex")
    window.session.open_article("first")
    page = opened(window)
    go_to(page, "Tuesday")
    assert page.heading.about.text().endswith("changed since you decided  ·  nobody has it any more")
    assert [side.lines()[-1] for side in page.card.sides] == [
        "before anna: NOTE “Tuesday”; ben: as now",
        "before NOTE “Tuesday”",
    ]
    press(window, "1")
    assert said(window) == "Nobody has anything here any more; select words, then a label's key adds a span."
