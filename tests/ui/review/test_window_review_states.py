"""States in review: begun by the first decision, approved, returned, reopened; and what the annotator may do then."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.project import Project
from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    counted,
    decisions,
    folder_of_both,
    gold,
    in_hand,
    opened,
    page_of_rex,
    window_of_rex,
)
from tests.ui.windows import by_key, here, press, said, state
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

DECIDED = ("Left", "Right", "Left", "Right")  # the four cases of the first article


def states(folder: Path, article: str = "first") -> list[str]:
    return [state(folder, article, who) for who in ("anna", "ben", "gold")]


def test_looking_changes_nothing_and_the_first_decision_begins_the_review(window, page, folder: Path) -> None:
    press(window, "Down", "Up")
    assert states(folder) == ["done", "done", "new"]
    press(window, "Left")
    assert states(folder) == ["in review", "in review", "started"]
    assert page.heading.states.text() == "anna: in review  ·  ben: in review"
    press(window, "Ctrl+Z")
    assert states(folder) == ["done", "done", "new"]


@by_key(["Ctrl+Return", "Ctrl+Enter"])
def test_an_article_is_approved_when_no_case_is_open(window, page, folder: Path, key: str) -> None:
    press(window, "Left", key)
    assert said(window) == (
        "3 cases are still open in this article: the first, “Oslo”; decide first, then approve."
    )
    press(window, "Right", "Left", "Right", key)
    assert states(folder) == ["reviewed", "reviewed", "reviewed"]
    assert here(window) == "second"
    press(window, "Ctrl+Z")
    assert (here(window), states(folder)) == ("first", ["in review", "in review", "started"])


@by_key(["R"])
@pytest.mark.parametrize(("to", "expected"), [((), "anna"), (("Down",), "ben"), (("2",), "ben")])
def test_an_article_is_returned_with_its_reason(window, page, folder, key, to: tuple, expected: str) -> None:
    press(window, "Left", key)
    assert page.sheet.title.text() == "To whom does the article go back?"
    press(window, *to, "Return")
    assert page.reasons.title.text() == f"Why does the article go back to {expected}?"
    press(window, "7")
    assert state(folder, "first", expected) == "returned"
    assert here(window) == "second"
    project = Project(folder)
    (comment,) = project.annotation_set("first", expected).comments.values()
    project.close()
    assert (comment.text, comment.by) == ("guideline unclear", "rex")


def test_an_article_is_returned_to_several_in_one_edit(window, page, folder: Path) -> None:
    press(window, "R", "Space", "2", "Return")
    assert page.reasons.title.text() == "Why does the article go back to anna and ben?"
    press(window, "1")
    assert states(folder) == ["returned", "returned", "started"]
    press(window, "Ctrl+Z")
    assert states(folder) == ["done", "done", "new"]


def test_esc_leads_back_from_the_sheet_of_names(window, page, folder: Path) -> None:
    press(window, "R", "Esc")
    assert page.sheet.isHidden()
    assert page.card.isVisible()
    assert page.view.hasFocus()


def test_an_article_is_not_returned_without_a_reason(window, page, folder: Path) -> None:
    press(window, "R", "Return", "Esc")
    assert said(window) == "Say why the article goes back: choose a reason."
    assert states(folder) == ["done", "done", "new"]


def test_a_reviewed_article_changes_only_when_its_review_is_reopened(window, page, folder: Path) -> None:
    press(window, *DECIDED, "Ctrl+Return", "Ctrl+PgUp", "Right")
    assert said(window).startswith("The article is reviewed; to change a decision, reopen its review")
    window.pages.verbs["review_reopen"].trigger()
    assert states(folder) == ["in review", "in review", "started"]
    press(window, "Right")
    assert gold(folder)[1] == ("Navy", "ORG")


def test_an_article_in_review_is_read_only_to_its_annotator(window, page, launch, folder: Path) -> None:
    press(window, "Left")
    window.close()
    theirs = launch("open", folder, "--annotator", "anna")
    press(theirs, "Ctrl+PgUp")
    press(theirs, "N", "3")
    theirs.session.open_article("first")
    press(theirs, "N", "N", "1")
    assert said(theirs) == "The article is in review and cannot be changed until it is returned."


def test_a_decision_is_undone_after_a_restart(window, page, launch, folder: Path) -> None:
    press(window, "Left", "Right")
    window.close()
    again = launch("open", folder, "--annotator", "rex")
    opened(again)
    press(again, "Ctrl+Z")
    assert len(gold(folder)) == 2
    press(again, "Ctrl+Z")
    assert (gold(folder), decisions(folder), states(folder)) == ([], {}, ["done", "done", "new"])
    press(again, "Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert len(gold(folder)) == 3


def test_what_another_window_decides_is_seen(window, page, launch, folder: Path) -> None:
    other = launch("open", folder, "--annotator", "ria")
    opened(other)
    press(other, "Right")
    window.session.look_for_others()
    assert counted(page) == "Case 1 of 4; 3 of 4 cases open; 1 point agreed"


def test_approving_goes_to_the_case_that_it_names(window: MainWindow, page: ReviewPage) -> None:
    press(window, "Down", "Down", "Ctrl+Return")
    assert "the first, “the Navy”" in said(window)
    assert in_hand(page).startswith("“the Navy”")


def test_an_article_that_is_out_is_not_said_to_be_reviewed(window, page) -> None:
    press(window, "R", "1", "Return", "1")
    assert here(window) == "second"
    press(window, "Alt+Shift+Left", "Ctrl+Return")
    wanted = (
        "No other article waits for review; 1 article is not reviewed, since somebody is not done with it."
    )
    assert said(window) == wanted
