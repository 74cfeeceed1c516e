"""M: one decision carried to all same mentions, previewed, vetoed, and taken back in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotations import span_verbs
from annotations.sets import Progress, State
from models.project import Project
from tests.making import edit
from tests.ui.windows import (
    by_key,
    focused,
    here,
    point,
    press,
    rejected,
    said,
    shown,
    state,
    stored,
    suggested,
)
from ui.main_window import MainWindow
from ui.same.same_hits import BEHIND, CHOSEN, NOW, THEN

FIRST = "Acme met Oslo’s mayor. Acme left; ACME stayed.\nAcme Bank and Al-Noor, or Al Noor, knew Acme."
SECOND = "Acme grows. Oslo's Acme fell."
THIRD = "Nothing but Acme."
RECORDS: list[dict[str, Any]] = [
    {
        "id": "first",
        "title": "First",
        "text": FIRST,
        "spans": [
            suggested(FIRST, "Acme", "ORG", 0.9),
            suggested(FIRST, "Oslo", "GPE", 0.8),
            suggested(FIRST, "Acme Bank", "ORG", 0.7),
            suggested(FIRST, "Al-Noor", "PERSON", 0.6),
        ],
    },
    {"id": "second", "title": "Second", "text": SECOND, "spans": [suggested(SECOND, "Acme", "PERSON")]},
    {"id": "third", "title": "Third", "text": THIRD, "spans": []},
]


@pytest.fixture
def records() -> list[dict[str, Any]]:
    return RECORDS


def column(window: MainWindow, number: int) -> list[str]:
    hits = window.work.same.hits
    return [hits.index(row, number).data() for row in range(hits.rowCount())]


def all_found(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.work.same.is_searching)


@by_key(["M"])
def test_m_and_enter_confirm_all_same_mentions_of_the_article(
    window: MainWindow, folder: Path, key: str
) -> None:
    press(window, "Tab", key, "Return")
    assert stored(folder) == [("Acme", "ORG")] * 3
    assert stored(folder, "second") == []
    assert said(window) == "Done: confirm 3 “Acme” as ORG; Ctrl+Z takes all of it back."
    assert (window.view.hasFocus(), window.work.same.isVisible(), focused(window)) == (True, False, "Oslo")


def test_the_list_shows_context_and_label_now_and_then(window: MainWindow) -> None:
    press(window, "Tab", "M")
    assert window.work.same.list.hasFocus()
    assert column(window, BEHIND)[0].startswith("met Oslo’s mayor")
    assert column(window, NOW) == ["ORG?", "no span", "no span", "no span"]
    assert column(window, THEN) == ["ORG", "ORG", "ORG “Acme Bank” is there", "ORG"]
    assert window.work.same.says.text().startswith("Confirm 3 “Acme” as ORG  ·  3 of 4 chosen")


def test_a_span_made_by_m_is_the_annotators_and_a_suggestion_keeps_its_origin(
    window: MainWindow, folder: Path
) -> None:
    before = window.session.sheet.get(window.work.annotating.session.sheet.undecided.from_place(0).id)
    press(window, "Tab", "M", "Return")
    first, *made = sorted(window.session.sheet.set.spans.values(), key=lambda span: span.start)
    assert (first.id, first.origin, first.score) == (before.id, before.origin, before.score)
    assert {(span.origin, span.score) for span in made} == {("anna", None)}


def test_space_vetoes_a_place(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "Down", "Space", "Return")
    assert stored(folder) == [("Acme", "ORG")] * 2
    assert [span[0] for span in shown(window) if span[2] == "confirmed"] == ["Acme", "Acme"]


def test_space_twice_takes_the_place_in_again(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "Down", "Space", "Space", "Return")
    assert len(stored(folder)) == 3


def test_down_passes_over_a_place_that_cannot_be_changed(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "Down", "Down", "Space")
    assert column(window, THEN) == ["ORG", "ORG", "ORG “Acme Bank” is there", "as it is"]
    window.work.same.hits.veto(2)
    assert len(window.work.same.hits.chosen()) == 2


def test_a_labels_key_changes_the_label_of_all(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "1", "Return")
    assert stored(folder) == [("Acme", "PERSON")] * 3
    assert said(window).startswith("Done: confirm 3 “Acme” as PERSON")


def test_a_confirmed_span_relabels_what_has_another_label(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "Return", "Ctrl+Home", "1", "M", "Return")
    assert stored(folder) == [("Acme", "PERSON")] * 3
    assert focused(window) == "Acme"


def test_a_in_the_list_carries_it_to_all_articles(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "A")
    all_found(qtbot, window)
    assert "6 of 7 chosen  ·  3 articles" in window.work.same.says.text()
    press(window, "Return")
    assert (stored(folder, "second"), stored(folder, "third")) == ([("Acme", "ORG")] * 2, [("Acme", "ORG")])
    assert (here(window), state(folder, "third")) == ("first", "started")


def test_enter_pressed_before_the_search_ends_waits_for_its_end(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "M", "A", "Return")
    qtbot.waitUntil(lambda: window.work.same.isHidden())
    assert len(stored(folder, "second")) == 2


def test_one_undo_takes_it_back_everywhere_after_a_restart(
    qtbot: QtBot, window: MainWindow, folder: Path, launch: Callable[..., MainWindow]
) -> None:
    press(window, "Tab", "M", "A", "Return")
    qtbot.waitUntil(lambda: window.work.same.isHidden())
    window.close()
    window = launch("open", folder, "--annotator", "anna")
    window.menus.name_undo()
    assert window.verbs["undo"].text() == "Undo: confirm 6 “Acme” as ORG"
    press(window, "Ctrl+Z")
    assert [stored(folder, id_) for id_ in ("first", "second", "third")] == [[], [], []]
    assert [state(folder, id_) for id_ in ("first", "second", "third")] == ["new"] * 3


def test_x_in_the_list_rejects_the_suggestions(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "A", "X")
    all_found(qtbot, window)
    assert column(window, THEN) == ["no span", "as it is"]  # one has another label
    press(window, "Return")
    assert (rejected(folder), rejected(folder, "second")) == ([("Acme", "ORG")], [])
    assert said(window).startswith("Done: reject 1 “Acme”")


def test_what_has_another_label_is_rejected_when_it_is_taken_in(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "M", "A", "X")
    all_found(qtbot, window)
    press(window, "Down", "Space", "Return")
    assert rejected(folder, "second") == [("Acme", "PERSON")]


def test_x_on_a_confirmed_span_deletes_all(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "Return", "Ctrl+Home", "M", "X", "Return")
    assert (stored(folder), rejected(folder)) == ([], [("Acme", "ORG")])
    assert said(window).startswith("Done: delete 3 “Acme”")


def test_c_takes_any_case(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "C", "Return")
    assert ("ACME", "ORG") in stored(folder)


def test_v_takes_a_hyphen_for_a_blank(window: MainWindow, folder: Path) -> None:
    point(window, "Al-Noor")
    press(window, "M", "V", "Return")
    assert stored(folder) == [("Al-Noor", "PERSON"), ("Al Noor", "PERSON")]


def test_selected_words_get_the_label_in_hand_everywhere(window: MainWindow, folder: Path) -> None:
    point(window, "stayed")
    press(window, "3", "Ctrl+Z")  # ORG is in hand now
    point(window, "mayor")
    press(window, "M", "Return")
    assert stored(folder) == [("mayor", "ORG")]


def test_esc_leaves_everything_as_it_was(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M", "Esc")
    assert (window.work.same.isVisible(), window.view.hasFocus(), focused(window)) == (False, True, "Acme")
    assert stored(folder) == []


def test_a_set_in_review_is_left_out_with_the_reason(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    project = Project(folder)
    made = project.annotation_set("second", "anna")
    edit(project, "hand over", made.having(Progress(State.IN_REVIEW)), by="bert")
    project.close()
    press(window, "Tab", "M", "A")
    all_found(qtbot, window)
    assert column(window, THEN)[4:6] == ["the article is in review"] * 2
    press(window, "Return")
    assert (stored(folder, "second"), stored(folder, "third")) == ([], [("Acme", "ORG")])


def test_what_was_rejected_with_that_label_is_not_offered(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "X")
    point(window, "Acme left")
    press(window, "3", "M", "Return")
    assert (stored(folder), rejected(folder)) == ([("Acme", "ORG")] * 2, [("Acme", "ORG")])


def test_a_change_by_somebody_else_meanwhile_is_told_and_listed_anew(
    qtbot: QtBot, window: MainWindow, folder: Path
) -> None:
    press(window, "Tab", "M", "A")
    all_found(qtbot, window)
    project = Project(folder)
    made = project.annotation_set("third", "anna")
    edit(project, "label", span_verbs.label(made, 12, 16, "GPE", text=THIRD))
    project.close()
    press(window, "Return")
    assert (said(window).startswith("Somebody changed this"), stored(folder)) == (True, [])
    all_found(qtbot, window)
    assert column(window, NOW)[-1] == "GPE"


def test_words_that_cut_a_token_are_refused_with_a_sentence(window: MainWindow) -> None:
    point(window, "mayor")
    press(window, "Ctrl+Shift+Right", "Ctrl+Shift+Right", "M")
    assert (window.work.same.isVisible(), said(window)[:36]) == (
        False,
        "Same mentions are looked for by whol",
    )


def test_the_menu_of_a_span_offers_same_mentions(window: MainWindow) -> None:
    press(window, "Tab")
    menu = window.article_menu.made(on_span=True)
    next(action for action in menu.actions() if action.text() == "Same mentions…").trigger()
    assert window.work.same.isVisible()


def test_the_list_goes_when_another_article_opens(window: MainWindow) -> None:
    press(window, "Tab", "M")
    window.session.open_article("second")
    assert (window.work.same.isVisible(), window.view.hasFocus()) == (False, True)


def test_a_click_on_its_box_vetoes_a_place(window: MainWindow, folder: Path) -> None:
    press(window, "Tab", "M")
    at = window.work.same.list.visualRect(window.work.same.hits.index(1, CHOSEN)).topLeft() + QPoint(9, 9)
    QTest.mouseClick(window.work.same.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert column(window, THEN)[:2] == ["ORG", "as it is"]
    press(window, "Return")
    assert len(stored(folder)) == 2


def test_a_labels_key_wins_over_a_key_of_the_list(folder: Path, launch: Callable[..., MainWindow]) -> None:
    schema = folder / "project.yaml"
    schema.write_text(schema.read_text("utf-8").replace("NOTE: {", 'NOTE: {key: "a", '), "utf-8")
    window = launch("open", folder, "--annotator", "anna")
    press(window, "Tab", "M", "A", "Return")
    assert stored(folder) == [("Acme", "NOTE")] * 3
    assert not window.work.same.whole.isChecked()


def test_closing_the_window_ends_a_search(window: MainWindow) -> None:
    press(window, "Tab", "M")
    window.work.same.whole.toggle()
    window.session.close()
    QApplication.processEvents()
    assert (window.work.same.is_searching, window.work.same.isVisible()) == (False, False)
