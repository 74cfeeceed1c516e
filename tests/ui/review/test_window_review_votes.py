"""The votes on a case of several annotators: a column a reading, with its number, how many have it and who."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from tests.ui.article.article_views import LEFT
from tests.ui.review.reviews import BOTH, counted, decisions, gold, in_hand, line, made, opened, shown
from tests.ui.windows import by_key, press, said, state
from ui.fixed_keys import FIXED
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

LABELS = {"anna": None, "ben": "GPE", "cleo": "GPE", "dora": "ORG"}
MANY = [f"p{n:02}" for n in range(20)]


def of_tuesday(labels: dict[str, str | None]) -> list[dict[str, object]]:
    return [line("first", who, [("Tuesday", name)] if name else []) for who, name in labels.items()]


@pytest.fixture(name="folder")
def folder_of_four(tmp_path: Path) -> Path:
    return made(tmp_path / "four", of_tuesday(LABELS))


@pytest.fixture(name="window")
def window_of_rex(launch, folder: Path) -> MainWindow:
    return launch("open", folder, "--annotator", "rex")


@pytest.fixture(name="page")
def page_of_rex(window: MainWindow) -> ReviewPage:
    return opened(window)


def heads(page: ReviewPage) -> list[tuple[str, str]]:
    return [(side.title.text(), side.about.text()) for side in page.card.sides]


def test_all_who_are_done_take_part_and_each_reading_is_told_once(page: ReviewPage) -> None:
    assert page.bar.people.names() == tuple(LABELS)
    assert in_hand(page) == "“Tuesday”: anna has nothing, ben and cleo say GPE, dora says ORG"
    assert heads(page) == [
        ("A   anna", "1 of 4"), ("B+   ben and cleo", "2 of 4"), ("D   dora", "1 of 4"), ("Proposed", ""),
    ]  # fmt: skip
    assert [side.button.key for side in page.card.sides] == ["Alt 1", "Alt 2", "Alt 3", "Enter"]
    assert page.card.sides[2].lines()[1] == "≠ label ORG"
    assert shown(page) == [("Tuesday", "B+ GPE"), ("Tuesday", "D ORG")]


@pytest.mark.parametrize(
    ("key", "taken"), list(zip(FIXED["review_vote"].keys, ([], ["GPE"], ["ORG"]), strict=False))
)
def test_a_side_is_taken_by_its_number(window, page, folder: Path, key: str, taken: list[str]) -> None:
    press(window, key)
    assert [label for _, label in gold(folder)] == taken
    assert counted(page) == "Case 1 of 1; 0 of 1 case open; 0 points agreed"


def test_a_number_without_a_side_says_so(window, page, folder: Path) -> None:
    press(window, "Alt+4")
    assert said(window) == "There is no side 4 here, only 3 sides."
    assert decisions(folder) == {}


@by_key(["Alt+0"])
def test_a_side_is_taken_from_a_list(window, page, folder: Path, key: str) -> None:
    press(window, key)
    rows = [page.sheet.list.item(row).text() for row in range(3)]
    assert rows[2] == "3  dora says ORG “Tuesday”"
    press(window, "Down", "Down", "Return")
    assert gold(folder) == [("Tuesday", "ORG")]
    assert page.view.hasFocus()


def test_a_click_on_a_chip_leaves_its_annotator_out(window, page, folder: Path) -> None:
    QTest.mouseClick(page.bar.people.chips[3], LEFT)
    assert page.bar.people.names() == ("anna", "ben", "cleo")
    assert in_hand(page) == "“Tuesday”: anna has nothing, ben and cleo say GPE"
    press(window, "Right", "Ctrl+Return")
    assert [state(folder, "first", who) for who in LABELS] == ["reviewed", "reviewed", "reviewed", "done"]


def test_the_last_one_who_takes_part_stays(window: MainWindow, page: ReviewPage) -> None:
    for chip in range(4):
        QTest.mouseClick(page.bar.people.chips[chip], LEFT)
    assert page.bar.people.names() == ("dora",)
    assert said(window) == "Somebody must take part: this is the only one."
    assert page.bar.people.chips[3].isChecked()


def test_an_article_that_one_of_them_has_not_begun_is_compared_without_them(launch, tmp_path: Path) -> None:
    lines = [*of_tuesday({"anna": "ORG", "ben": "GPE"}), *BOTH[2:], line("second", "cleo", [("Navy", "ORG")])]
    window = launch("open", made(tmp_path / "some", lines), "--annotator", "rex")
    page = opened(window)
    assert in_hand(page) == "“Tuesday”: anna says ORG, ben says GPE"
    press(window, "Down")
    assert in_hand(page) == "“Oslo”: anna and ben say GPE, cleo has nothing"


def test_articles_that_nobody_shares_are_gone_through_by_whoever_has_them(launch, tmp_path: Path) -> None:
    lines = [line("first", "anna", [("Oslo", "GPE")]), line("second", "ben", [("Navy", "ORG")])]
    window = launch("open", made(tmp_path / "shares", lines), "--annotator", "rex")
    page = opened(window)
    assert in_hand(page) == "“Oslo”: right as anna has it?"
    press(window, "Down")
    assert in_hand(page) == "“Navy”: right as ben has it?"


# --- twenty


@pytest.fixture
def crowd(launch, tmp_path: Path) -> MainWindow:
    labels = {who: (None, "ORG", "GPE")[n % 3] for n, who in enumerate(MANY)}
    return launch("open", made(tmp_path / "crowd", of_tuesday(labels)), "--annotator", "rex")


def test_of_many_one_chip_has_all_with_ticks(crowd: MainWindow) -> None:
    page = opened(crowd)
    assert page.bar.people.names() == tuple(MANY)
    QTest.mouseClick(page.bar.people.many, LEFT)
    assert page.sheet.list.item(19).text().strip() == "T  p19"
    press(crowd, "1", "Down", "Space", "Return")
    assert page.bar.people.names() == tuple(MANY[2:])
    assert page.bar.people.many.text() == "18 of 20"


def test_twenty_fit_the_bar_and_their_votes_the_card(crowd: MainWindow) -> None:
    crowd.resize(1024, 700)
    page = opened(crowd)
    assert in_hand(page).startswith(
        "“Tuesday”: p00, p03 and 5 more have nothing; p01, p04 and 5 more say ORG"
    )
    assert [about for _, about in heads(page)] == ["7 of 20", "7 of 20", "6 of 20", ""]
    assert page.bar.people.many.geometry().right() <= page.bar.width()
    assert (crowd.width(), crowd.height()) == (1024, 700)


def test_all_of_three_are_not_called_both(launch, tmp_path: Path) -> None:
    labels = {"anna": "ORG", "ben": "GPE", "cy": "NOTE"}
    folder = made(tmp_path / "p", [line("first", who, [("Oslo", labels[who])]) for who in labels])
    window = launch("open", folder, "--annotator", "rex")
    page = opened(window)
    press(window, "B")
    assert page.card.decided.text() == "✓ all, rex"
    assert window.session.coming()[0] == "take all: “Oslo”"
