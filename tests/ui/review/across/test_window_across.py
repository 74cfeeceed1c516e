"""The review across articles: the entry, what each says, every key, and what it writes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from annotations.compare.items import Entity, Grouped, JudgedRole, KeptApart, Member, Ruling
from models.project import Project
from tests.models.queries.across import decided, differing, stored
from tests.ui.review.across.across_windows import (  # noqa: F401 - fixtures
    Launch,
    columns,
    folder_of_differing,
    gold,
    page_of_rex,
    rows,
    shown,
    window_of_rex,
)
from tests.ui.windows import by_key, press, said
from ui.main_window import MainWindow
from ui.review.across.across_page import AcrossPage
from ui.review.review_page import ReviewPage

LEFT = Qt.MouseButton.LeftButton


def entry(window: MainWindow) -> ReviewPage:
    page = window.pages.currentWidget()
    assert isinstance(page, ReviewPage)
    return page


def test_the_entry_in_review_says_how_many_are_open_and_leads_there_and_escape_back(
    window: MainWindow,
) -> None:
    press(window, "Ctrl+R")
    button = entry(window).across.button
    assert button.text() == "Across articles: 3 open"
    QTest.mouseClick(button, LEFT)
    press(window, "Left")
    assert len(shown(window).hand.open) == 2
    press(window, "Esc")
    assert entry(window).across.button.text() == "Across articles: 2 open"


@by_key(["Ctrl+Shift+R"])
def test_the_view_opens_by_its_key_also_from_review_and_closes_by_it(key: str, window: MainWindow) -> None:
    press(window, "Ctrl+R", key)
    assert isinstance(window.pages.currentWidget(), AcrossPage)
    press(window, key)
    assert window.pages.currentWidget() is window.work


DONE = {  # what is in hand then, and how many cases are open
    "Left": ("Lima", 2),
    "Right": ("Lima", 2),
    "X": ("Lima", 2),
    "K": ("Houthi", 3),
    "Return": ("Lima", 3),
    "Enter": ("Lima", 3),
    "Down": ("Lima", 3),
    "Up": ("Houthi", 3),
    "V": ("Houthi", 3),
    "Ctrl+Return": ("Houthi", 3),
    "Ctrl+Enter": ("Houthi", 3),
}


@by_key(DONE)
def test_every_key_leads_to_its_case(key: str, expected: tuple[str, int], page: AcrossPage) -> None:
    press(page, key)
    assert (page.card.title.text(), len(page.hand.open)) == expected


def test_the_entry_is_reached_by_the_key_of_the_next_part(window: MainWindow) -> None:
    press(window, "Ctrl+R", "F6", "F6")
    assert entry(window).across.button.hasFocus()
    press(window, "Return")
    assert isinstance(window.pages.currentWidget(), AcrossPage)


def test_nothing_is_claimed_where_nobody_says_anything_across_articles(
    launch: Launch, tmp_path: Path
) -> None:
    anna, _ = differing()
    anna.said = type(anna.said)("", "anna")
    stored(tmp_path / "none", anna).close()
    window = launch("open", tmp_path / "none", "--annotator", "rex")
    press(window, "Ctrl+R")
    assert not entry(window).across.isVisible()
    window.verbs["across"].trigger()
    assert shown(window).empty.words.text().startswith("Nobody has said anything across articles")
    for key in ("Left", "X", "K", "Ctrl+Return"):
        press(window, key)
        assert said(window) == "There is no case here."
    press(window, "Return", "V", "Down", "F6", "Shift+F6")
    assert shown(window).hand.at is None


def test_the_cases_are_listed_and_the_first_open_one_is_in_hand(page: AcrossPage) -> None:
    assert rows(page) == [
        "TO DECIDE",
        "Houthi: Entity  ·  anna 2 + 1  ·  ben 3",
        "Lima: Entity  ·  anna 2  ·  ben nothing",
        "CASUALTY: count: Verdict  ·  anna ≠ differs  ·  ben ✕ contradicts",
    ]
    assert (page.count.text(), page.agreed.text()) == ("3 of 3 cases open", "2 points are agreed")
    assert page.card.title.text() == "Houthi"
    assert page.view.hasFocus()


def test_a_card_has_a_column_each_with_wordings_and_counts(page: AcrossPage) -> None:
    told = columns(page)
    assert told["anna"][:3] == [
        "≠ Houthi  ·  ORG  ·  2 mentions",
        "Houthi  ×1  in 1 article",
        "Huthi  ×1  in 1 article",
    ]
    assert told["ben"][0] == "≠ Houthi  ·  ORG  ·  3 mentions"
    assert page.card.gold.text() == "Gold says nothing of it as yet"


def test_a_verdict_is_shown_with_sign_and_reason(page: AcrossPage) -> None:
    press(page, "Down", "Down")
    told = columns(page)
    assert told["anna"][:2] == ["≠  differs  ·  judged", "so it is"]
    assert told["ben"][0] == "✕  contradicts  ·  as computed"
    assert "a counts 5, b 6" in told["ben"][1]


def test_facts_are_shown_as_sentences_with_their_articles(folder: Path, launch: Launch) -> None:
    anna, _ = differing()
    anna.group("a", "b", "c")
    project = Project(folder)
    decided(project, anna)
    project.close()
    window = launch("open", folder, "--annotator", "rex")
    press(window, "Ctrl+Shift+R", "Down", "Down")
    told = columns(shown(window))
    assert [line.partition(":")[0] for line in told["anna"][1:]] == ["a", "b", "c"]
    assert len(told["ben"]) == 3


@pytest.mark.parametrize(
    ("key", "members", "said_then"),
    [("Left", 3, "take anna"), ("Right", 3, "take ben"), ("2", 3, "take ben")],
)
def test_a_side_is_taken_by_its_key_as_one_step(
    key: str, members: int, said_then: str, page: AcrossPage, window: MainWindow, folder: Path
) -> None:
    press(page, key)
    assert len(gold(folder).items[Member.kind]) == members
    assert window.session.coming()[0] == f"{said_then}: Houthi"
    assert page.card.title.text() == "Lima"
    press(page, "Ctrl+Z")
    assert len(gold(folder)) == 0
    assert len(page.hand.open) == 3


def test_a_side_that_is_not_there_is_refused_with_a_sentence(page: AcrossPage, window: MainWindow) -> None:
    press(page, "9")
    assert said(window) == "There is no side 9 here, only 2 sides."


def test_neither_has_each_on_its_own_and_keeping_leaves_gold_as_it_is(page: AcrossPage, folder: Path) -> None:
    press(page, "X")
    assert len(gold(folder).items[Entity.kind]) == 3
    press(page, "Up", "Right")
    before = gold(folder)
    press(page, "K")
    assert len(gold(folder)) >= len(before)


def test_keeping_where_gold_says_nothing_is_refused(page: AcrossPage, window: MainWindow) -> None:
    press(page, "K")
    assert said(window).startswith("Gold says nothing of it as yet")
    assert not page.card.keep.isEnabled()


def test_enter_goes_on_to_the_next_open_case_and_says_when_there_is_none(
    page: AcrossPage, window: MainWindow
) -> None:
    press(page, "Return")
    assert page.card.title.text() == "Lima"
    press(page, "Enter", "Enter")
    assert page.card.title.text() == "Houthi"
    press(page, "Left", "Left", "Left", "Return")
    assert said(window).startswith("No case is open")


def test_approving_says_what_it_wrote_and_is_not_called_approved_while_a_case_is_open(
    page: AcrossPage, window: MainWindow, folder: Path
) -> None:
    press(page, "Ctrl+Return")
    assert said(window) == "Gold has 1 entity and 1 group of facts more; 3 cases stay open."
    assert (len(gold(folder).items[Member.kind]), len(gold(folder).items[Grouped.kind])) == (3, 2)
    press(page, "Left", "Left", "Left", "Ctrl+Enter")
    assert said(window) == "Approved: gold has all that is agreed already; no case is open."
    assert len(gold(folder).items[JudgedRole.kind]) == 1
    assert {case.key for case in page.hand.cases} <= set(gold(folder).items[Ruling.kind])
    press(page, *["Ctrl+Z"] * 4)
    assert len(gold(folder)) == 0


def test_what_is_agreed_is_listed_on_demand_and_has_nothing_to_take(
    page: AcrossPage, window: MainWindow
) -> None:
    press(page, "V")
    assert rows(page)[4:] == [
        "AGREED",
        "Peru: Entity  ·  anna 3  ·  ben 3",
        "CASUALTY: Facts  ·  anna 2  ·  ben 2",
    ]
    press(page, "Down", "Down", "Down", "Left")
    assert said(window).startswith("All agree on this")
    assert not page.card.neither.isVisible()
    press(page, "V")
    assert "AGREED" not in rows(page)


def test_a_change_of_mind_is_listed_to_be_looked_at_again(
    page: AcrossPage, window: MainWindow, folder: Path
) -> None:
    press(page, "Right")
    anna, _ = differing()
    anna.apart("a:Houthi", "c:Houthis")
    anna.split("b:Huthi")
    project = Project(folder)
    decided(project, anna)
    project.close()
    window.session.look_for_others()
    page.hand.read()
    assert "LOOK AGAIN" in rows(page)
    assert any("changed since" in row for row in rows(page))
    press(page, "Up", "Up", "Up", *["Down"] * 3)
    assert page.card.about.text() == "Somebody has changed it since it was decided"
    press(page, "Left")
    assert len(gold(folder).items[KeptApart.kind]) >= 1


def test_everything_is_done_by_mouse_as_well(page: AcrossPage, window: MainWindow, folder: Path) -> None:
    model = page.view.model()
    QTest.mouseClick(page.view.viewport(), LEFT, pos=page.view.visualRect(model.index(2, 0)).center())
    assert page.card.title.text() == "Lima"
    QTest.mouseClick(page.card.shown[0].button, LEFT)
    assert len(gold(folder).items[Member.kind]) == 2
    QTest.mouseClick(page.card.neither, LEFT)
    QTest.mouseClick(page.card.approve, LEFT)
    assert said(window).startswith("Gold has")


def test_the_menu_at_the_mouse_offers_what_the_keys_do(page: AcrossPage) -> None:
    found: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found.extend(action.text() for action in menu.actions())
        menu.close()

    QTimer.singleShot(0, look)
    page.view.customContextMenuRequested.emit(page.view.rect().center())
    assert {"Take the first side", "Take neither: each on its own; a verdict as it is computed"} <= set(found)
    assert "" not in found


def test_the_next_part_of_the_view_has_the_keyboard_in_turn(page: AcrossPage) -> None:
    press(page, "F6")
    assert page.card.sides.hasFocus()
    press(page, "Shift+F6")
    assert page.view.hasFocus()


def test_names_are_hidden_where_the_project_hides_them(window: MainWindow) -> None:
    press(window, "Ctrl+R")
    window.pages.verbs["review_names"].trigger()
    press(window, "Esc", "Ctrl+Shift+R")
    page = shown(window)
    assert set(columns(page)) == {"A", "B"}
    press(page, "Left")
    focus = page.attending.now()
    heard = [*rows(page), window.session.coming()[0], *(verb.word for verb in focus.verbs or ())]
    assert not any(name in words for name in ("anna", "ben") for words in heard)
    assert page.card.shown[0].button.accessibleName() == "Take what A says"


def test_columns_and_rows_can_be_heard(page: AcrossPage) -> None:
    assert page.card.shown[0].accessibleName() == "anna"
    assert "Huthi  ×1  in 1 article" in page.card.shown[0].accessibleDescription()
    index = page.view.model().index(1, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith("to decide")
