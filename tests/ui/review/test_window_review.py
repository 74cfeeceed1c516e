"""The keys of the review view, pressed on two people's work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.review.reviews import (  # noqa: F401 - fixtures
    LATER,
    TEXT,
    counted,
    decisions,
    folder_of_both,
    gold,
    in_hand,
    line,
    made,
    opened,
    page_of_rex,
    shown,
    window_of_rex,
)
from tests.ui.windows import by_key, here, press, said, stored
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

RUIZ = ("Maria Ruiz", "PERSON")


def held(page: ReviewPage) -> str:
    return page.view.text[slice(*page.hand.at.place)] if page.hand.at else ""


@by_key(["Ctrl+R"])
def test_a_key_opens_the_review_and_closes_it(window: MainWindow, key: str) -> None:
    press(window, key)
    assert window.pages.currentWidget() is not window.work
    press(window, key)
    assert window.pages.currentWidget() is window.work
    assert window.view.hasFocus()


def test_both_sets_stand_in_one_text_told_apart_by_signs(page: ReviewPage) -> None:
    assert page.bar.people.names() == ("anna", "ben")
    assert counted(page) == "Case 1 of 4; 4 of 4 cases open; 1 point agreed"
    assert shown(page) == [
        ("the Navy", "A ORG"), ("Navy", "B ORG"), ("Oslo", "A ORG"), ("Oslo", "B GPE"),
        ("Tuesday", "A NOTE"), ("Lima", "B GPE"),
    ]  # fmt: skip


@by_key({"Left": ("the Navy", "ORG"), "Right": ("Navy", "ORG")})
def test_a_side_is_taken(window, page, folder: Path, key: str, expected: tuple) -> None:
    press(window, key)
    assert gold(folder) == [RUIZ, expected]
    assert held(page) == "Oslo"


@by_key(["Return", "Enter"])
def test_enter_takes_what_is_proposed_and_passes_what_is_decided(
    window, page, folder: Path, key: str
) -> None:
    press(window, "Down", "Down", key, "Up", "Up", "Up", key)
    assert gold(folder) == [RUIZ, ("Tuesday", "NOTE")]
    assert held(page) == "Lima"


@by_key(["Return", "Enter"])
def test_enter_decides_no_draw_and_says_why(window, page, folder: Path, key: str) -> None:
    assert page.card.decided.text() == "a draw: one against one"
    press(window, key)
    assert said(window).startswith("Nothing is proposed, a draw: one against one")
    assert (gold(folder), held(page)) == ([], "the Navy")
    press(window, "Down", "Down")
    assert page.card.decided.text() == "one against nothing: what is marked"


def test_what_was_decided_before_is_proposed_with_its_number(launch, tmp_path: Path) -> None:
    each = (("first", TEXT), ("second", LATER))
    lines = [
        line(article, who, [("Oslo", label)])
        for article, _ in each
        for who, label in (("anna", "ORG"), ("ben", "GPE"))
    ]
    window = launch("open", made(tmp_path / "p", lines), "--annotator", "rex")
    page = opened(window)
    press(window, "Right", "Ctrl+Return")
    assert (page.card.gold.kind, page.card.decided.text()) == (
        "GPE",
        "decided so once before, the other never",
    )
    press(window, "Return")
    assert page.card.decided.text() == "✓ ben, rex"


@by_key(["B"])
def test_both_are_taken(window: MainWindow, page: ReviewPage, folder: Path, key: str) -> None:
    press(window, key)
    assert sorted(gold(folder)) == [RUIZ, ("Navy", "ORG"), ("the Navy", "ORG")]


@by_key(["X"])
def test_neither_is_taken_with_a_reason(window: MainWindow, page: ReviewPage, folder: Path, key: str) -> None:
    press(window, key)
    assert gold(folder) == []
    assert page.reasons.list.currentItem().text() == "3  not an entity"
    press(window, "7")
    assert gold(folder) == [RUIZ]
    assert {said.reason for said in decisions(folder).values()} == {"guideline unclear"}
    assert page.view.hasFocus()


def test_enter_takes_the_reason_in_hand_and_letters_are_a_note(window, page, folder: Path) -> None:
    press(window, "X", "o", "d", "d", "Return")
    assert {(said.reason, said.note) for said in decisions(folder).values()} == {("not an entity", "odd")}


def test_nothing_is_decided_as_wrong_without_a_reason(window, page, folder: Path) -> None:
    press(window, "X", "Esc")
    assert (gold(folder), held(page)) == ([], "the Navy")
    assert said(window) == "Say why nothing should be marked here: choose a reason."
    assert page.reasons.isHidden()


def test_a_labels_key_decides_a_third_way(window: MainWindow, page: ReviewPage, folder: Path) -> None:
    press(window, "Down", "1")
    assert page.reasons.title.text() == "Why PERSON “Oslo”?"
    assert "Esc: no reason" in page.reasons.keys.text()
    press(window, "Esc")
    assert gold(folder) == [RUIZ, ("Oslo", "PERSON")]
    assert {said.reason for said in decisions(folder).values()} == {""}


def test_a_labels_key_that_somebody_said_takes_their_side(window, page, folder: Path) -> None:
    press(window, "Down", "O")
    assert gold(folder) == [RUIZ, ("Oslo", "GPE")]
    assert {said.choice for said in decisions(folder).values()} == {"take ben"}


@by_key({"Alt+Left": "Oslo", "Alt+Right": "Oslo on Tuesday", "Ctrl+Left": "left Oslo on", "Ctrl+Right": "on"})
def test_what_is_proposed_is_moved_by_token_and_taken(
    window, page, folder: Path, key: str, expected: str
) -> None:
    press(window, "Down", "Alt+Right", key, "Return")
    page.reasons.isHidden() or press(window, "2")
    assert gold(folder)[-1] == (expected, "ORG")


def test_moved_bounds_are_outlined_and_not_written(window, page, folder: Path) -> None:
    press(window, "Down", "Alt+Right")
    assert page.view.place.preview == (TEXT.index("Oslo"), TEXT.index("Oslo on") + 7)
    assert gold(folder) == []


@by_key(["="])
def test_the_bounds_of_a_selection_are_proposed(window, page, folder: Path, key: str) -> None:
    page.view.set_selection(TEXT.index("Ruiz"), TEXT.index("Ruiz") + 4)
    press(window, key, "Return", "Return")
    assert gold(folder)[-1] == ("Ruiz", "ORG")


def test_what_was_missed_is_added_with_its_reason(window, page, folder: Path) -> None:
    page.view.set_selection(TEXT.rindex("Ruiz"), TEXT.rindex("Ruiz") + 4)
    press(window, "1")
    assert gold(folder) == [RUIZ, ("Ruiz", "PERSON")]
    assert [(said.choice, said.reason) for said in decisions(folder).values()] == [("added", "missed")]
    assert ("Ruiz", "✓ PERSON") in shown(page)


def test_what_was_imported_as_gold_is_shown_beside_the_cases(launch, tmp_path: Path) -> None:
    lines = [line("first", who, [("Oslo", "GPE")]) for who in ("anna", "ben")]
    imported = line("first", "gold", [("Lima", "GPE")], state="reviewed")
    page = opened(launch("open", made(tmp_path / "i", [*lines, imported]), "--annotator", "rex"))
    assert shown(page) == [("Lima", "✓ GPE")]


@by_key({"Down": ["Oslo", "Tuesday", "Lima", "Navy"], "Up": ["the Navy"]})
def test_arrows_go_from_case_to_case_and_on_to_the_next_article(
    window, page, key: str, expected: list
) -> None:
    places = []
    for _ in expected:
        press(window, key)
        places.append(held(page))
    assert places == expected
    assert here(window) == ("second" if key == "Down" else "first")
    press(window, key)
    assert said(window) == f"This is the {'last' if key == 'Down' else 'first'} case."


@by_key(["V"])
def test_what_is_agreed_is_opened_and_overruled(window, page, folder: Path, key: str) -> None:
    press(window, key)
    assert ("Maria Ruiz", "= PERSON") in shown(page)
    assert counted(page) == "Case 1 of 4; 4 of 4 cases open; 1 point agreed"
    press(window, "Down", "Down", "Down", "Down")
    assert counted(page) == "Agreed point 1 of 1; 4 of 4 cases open; 1 point agreed"
    assert in_hand(page) == "“Maria Ruiz”: all agree"
    press(window, "X", "3")
    assert gold(folder) == []
    press(window, key)
    assert counted(page) == "Case 1 of 4; 4 of 4 cases open; 1 point agreed"


@by_key({"Alt+Shift+Left": ["the Navy", "Oslo", "Tuesday"], "Alt+Shift+Right": ["Navy", "Oslo", "Lima"]})
def test_all_of_one_annotator_are_taken_in_one_edit(window, page, folder, key: str, expected: list) -> None:
    press(window, key)
    assert [quote for quote, _ in gold(folder)] == ["Maria Ruiz", *expected]
    assert counted(page) == "Case 1 of 4; 0 of 4 cases open; 1 point agreed"
    press(window, "Ctrl+Z")
    assert gold(folder) == []


def test_all_of_one_annotator_from_here_on_is_one_edit_too(window, page, folder: Path) -> None:
    window.pages.verbs["review_rest_right"].trigger()
    assert gold(folder, "second") == [("Oslo", "GPE"), ("Navy", "ORG")]
    press(window, "Ctrl+Z")
    assert gold(folder) == gold(folder, "second") == []


@by_key(["Ctrl+Z", "Ctrl+Shift+Z"])
def test_a_decision_is_undone_and_done_again_where_it_was_made(window, page, folder: Path, key: str) -> None:
    press(window, "Right", "Down", "Ctrl+Z")
    assert (gold(folder), held(page)) == ([], "the Navy")
    if key == "Ctrl+Shift+Z":
        press(window, key)
        assert gold(folder) == [RUIZ, ("Navy", "ORG")]


@by_key(["F6", "Shift+F6"])
def test_a_key_goes_round_the_parts_and_esc_comes_back(window, page, key: str) -> None:
    there = []
    for _ in range(4):
        press(window, key)
        there.append(page.focusWidget())
    assert len(set(there)) == 4
    press(window, key, "Esc")
    assert page.view.hasFocus()


def test_a_click_on_a_button_of_the_card_takes_that_side(window, page, folder: Path) -> None:
    QTest.mouseClick(page.card.sides[1].button, Qt.MouseButton.LeftButton)
    assert gold(folder) == [RUIZ, ("Navy", "ORG")]


def test_no_key_of_annotate_works_unseen(window: MainWindow, page: ReviewPage, folder: Path) -> None:
    window.verbs["confirm"].trigger()
    window.verbs["finish"].trigger()
    assert not window.verbs["reject"].isEnabled()
    press(window, "Ctrl+R")
    assert window.verbs["reject"].isEnabled()
    assert stored(folder, annotator="rex") == []
