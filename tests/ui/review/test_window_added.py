"""What a reviewer has added to gold: it is listed, seen in the article, and can be taken away again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.review.fact_cases import (
    ANNA,
    BEN,
    gold_facts,
    of_people,
    reviewed,
    select,
    told,
)
from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    counted,
    folder_of_both,
    gold,
    in_hand,
    page_of_rex,
    shown,
    window_of_rex,
)
from tests.ui.windows import press, said
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

ADDED = ["Added", "“Ruiz”: added, since everybody missed it"]
KINDS = [("Maria Ruiz", "PERSON")]


def listed(page: ReviewPage) -> list[str]:
    model = page.cases.cases
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def to_added(page: ReviewPage, window: MainWindow) -> None:
    press(window, *["Down"] * (len(page.hand.listed()) - 1))


@pytest.fixture(name="added")
def page_with_an_added_span(window: MainWindow, page: ReviewPage) -> ReviewPage:
    start = page.view.text.rindex("Ruiz")
    page.view.set_selection(start, start + 4)
    press(window, "1")
    return page


def test_a_span_that_was_added_is_listed_and_seen_in_the_article(
    window: MainWindow, added: ReviewPage
) -> None:
    assert listed(added)[-2:] == ADDED
    assert ("Ruiz", "✓ PERSON") in shown(added)
    to_added(added, window)
    assert in_hand(added) == "“Ruiz”: added, since everybody missed it"
    assert counted(added).startswith("Added 1 of 1; 4 of 4 cases open")


def test_what_was_added_is_taken_away_again_and_undone(window, added: ReviewPage, folder: Path) -> None:
    to_added(added, window)
    press(window, "X")
    assert gold(folder) == KINDS
    assert "“Ruiz”" in said(window)
    assert "Added" not in listed(added)
    press(window, "Ctrl+Z")
    assert gold(folder) == [*KINDS, ("Ruiz", "PERSON")]
    assert listed(added)[-2:] == ADDED


@pytest.mark.parametrize(
    "key", ["Left", "Right", "B", "Return", "M", "3", "Alt+Right", "Alt+1", "Alt+0", "="]
)
def test_other_keys_say_how_it_is_taken_away(window, added: ReviewPage, folder: Path, key: str) -> None:
    to_added(added, window)
    press(window, key)
    assert said(window) == "This was added to gold; X takes it away again."
    assert gold(folder) == [*KINDS, ("Ruiz", "PERSON")]


def test_a_fact_that_was_added_is_listed_and_taken_away(launch, tmp_path: Path) -> None:
    folder = of_people(tmp_path / "p", [ANNA], [BEN])
    window, page = reviewed(launch, folder)
    select(page, "waited")
    press(window, "F", "M", "Backspace")
    select(page, "Lima")
    press(window, "Return", "Return")
    assert listed(page)[-2:] == ["Added", "MEETING “waited”: added, since everybody missed it"]
    press(window, "Down", "E", "7")
    assert said(window) == "This was added to gold; X takes it away again."
    assert sorted(page.view.text[low:high] for low, high in page.evidence.brackets.shown.ranges()) == [
        "Lima", "waited",
    ]  # fmt: skip
    assert [told(one)["actor"] for one in gold_facts(folder)] == ["Lima"]
    press(window, "X")
    assert (gold_facts(folder), listed(page)[0]) == ([], "To decide")
