"""A review without names over rounds and reviewers: what keys take, and that no name comes back by an old decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.review.reviews import decisions, gold, line, made, opened
from tests.ui.review.test_window_anonymous import leaks
from tests.ui.review.test_window_look_again import relabel
from tests.ui.windows import press, said
from ui.review.review_page import ReviewPage

WORK = {"anna": "ORG", "ben": "GPE", "cy": "NOTE"}


@pytest.fixture(name="folder")
def folder_of_three(tmp_path: Path) -> Path:
    return made(tmp_path / "p", [line("first", who, [("Oslo", WORK[who])]) for who in WORK])


def hidden(launch, folder: Path, who: str = "rex") -> ReviewPage:
    """The review by them, with names hidden."""
    page = opened(launch("open", folder, "--annotator", who))
    if not page.hand.is_hidden:
        page.window().pages.verbs["review_names"].trigger()
    return page


@pytest.mark.parametrize(("key", "column"), [("Alt+Shift+Left", 0), ("Alt+Shift+Right", 1)])
def test_all_are_taken_from_the_column_that_is_seen(launch, folder: Path, key: str, column: int) -> None:
    page = hidden(launch, folder)
    label = page.card.sides[column].lines()[1].removeprefix("≠ label ")
    press(page.window(), key)
    assert gold(folder) == [("Oslo", label)]
    assert said(page.window()).startswith(f"Done: take all of {'AB'[column]} in the article")


def test_a_letter_is_not_taken_over_articles(launch, folder: Path) -> None:
    page = hidden(launch, folder)
    page.window().pages.verbs["review_rest_left"].trigger()
    assert said(page.window()).startswith("While names are hidden a letter stands for somebody else")
    assert gold(folder) == []


def test_what_each_had_before_is_told_without_names(launch, folder: Path) -> None:
    page = hidden(launch, folder, "ben")
    press(page.window(), "Left", "R", "Return", "1")
    page.window().close()
    for who in WORK:
        theirs = launch("open", folder, "--annotator", who)
        theirs.session.open_article("first")
        relabel(theirs, "Oslo", "O")
    page = hidden(launch, folder)
    names = {*leaks(page.window())}
    assert "one of those compared decided" in page.heading.about.text()
    assert names == set()


def test_taking_all_of_one_decides_nothing_between_reviewers(launch, folder: Path) -> None:
    page = opened(launch("open", folder, "--annotator", "rex"))
    at = page.view.text.index("Oslo")
    page.view.set_selection(at, at + 4)
    press(page.window(), "1", "Alt+Shift+Left", "Alt+Shift+Left")
    assert len(page.hand.work.open_cases) == 1
    assert sorted(one.choice for one in decisions(folder).values()) == ["added", "take anna"]
