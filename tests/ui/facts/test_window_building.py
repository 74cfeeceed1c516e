"""Building a fact in the strip: keys, steps back, words selected, the mouse."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.ui.article.article_views import LEFT, NONE, drag, middle
from tests.ui.facts.building import SEA, digit, facts, in_hand, news_project, select, slots
from tests.ui.windows import by_key, point, press, said, selected, shown, stored, suggested
from ui.main_window import MainWindow

TEXT = SEA + (
    "The Orland Navy struck two depots near Selby on Tuesday.\nThe Navy also hit a ship of the Tarn Front.\n"
    "On Friday envoys met in Calder.\nNobody knows more."
)
SPANS = (
    ("Orland Navy", "ORG"),
    ("two", "CARDINAL"),
    ("Selby", "GPE"),
    ("Tuesday", "DATE"),
    ("Tarn Front", "ORG"),
    ("Friday", "DATE"),
    ("Calder", "GPE"),
)
META = {"published": "2024-02-08", "published_trusted": True}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    spans = [suggested(TEXT, *span) for span in SPANS]
    other = {"id": "second", "text": "Oslo waits."}
    return news_project(tmp_path, {"id": "first", "text": TEXT, "meta": META, "spans": spans}, other)


def begin(window: MainWindow, at: str = "struck", key: str = "A") -> None:
    point(window, at)
    press(window, "F", key)


def quotes(fact: dict[str, Any]) -> dict[str, list[str]]:
    """The words of each role, as stored."""
    return {
        role["role"]: [TEXT[filler["start"] : filler["end"]] for filler in role["fillers"]]
        for role in fact["roles"]
    }


@by_key(["F"])
def test_a_key_asks_for_the_type_and_its_key_begins_the_fact(window: MainWindow, key: str) -> None:
    point(window, "struck")
    press(window, key)
    assert ("which type" in window.work.fact_bar.head.text(), in_hand(window)) == (True, "A  ATTACK")
    press(window, "A")
    assert "ATTACK “struck”" in window.work.fact_bar.head.text()
    assert (slots(window)["trigger"], in_hand(window)) == ("“struck”", "actor ✱ open")


def test_a_required_role_left_open_is_shown_and_forbids_nothing(window: MainWindow, folder: Path) -> None:
    begin(window)
    assert "incomplete: actor and target open" in window.work.fact_bar.head.text()
    press(window, "1")
    assert "incomplete: target open" in window.work.fact_bar.head.text()
    assert slots(window)["target"] == "required, open"
    press(window, "Return")
    assert [quotes(fact) for fact in facts(folder)] == [{"actor": ["Orland Navy"]}]


def test_space_adds_another_and_a_digit_alone_takes_the_others_place(
    window: MainWindow, folder: Path
) -> None:
    begin(window)
    press(window, digit(window, "Selby"), digit(window, "Orland Navy"), "Tab")
    press(window, digit(window, "Selby"), "Space", digit(window, "Tarn Front"), "Enter")
    [fact] = facts(folder)
    assert quotes(fact) == {"actor": ["Orland Navy"], "target": ["Selby", "Tarn Front"]}


def test_numbers_and_dates_have_their_values(window: MainWindow, folder: Path) -> None:
    begin(window)
    for steps, quote in ((2, "two"), (2, "Tuesday")):
        press(window, *["Tab"] * steps)
        press(window, digit(window, quote))
    assert "= 2024-02-06 (against 2024-02-08)" in slots(window)["time"]
    press(window, "Return")
    values = [filler["value"] for role in facts(folder)[0]["roles"] for filler in role["fillers"]]
    assert (values[0]["number"], values[1]["from"]) == (2.0, "2024-02-06")


def test_words_selected_fill_a_role_as_a_bare_range(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "Tab")
    select(window, "two depots")
    assert selected(window) == "two depots"
    press(window, "Return")
    select(window, "a ship")
    press(window, "Space", "Return")
    [fact] = facts(folder)
    assert quotes(fact) == {"target": ["two depots", "a ship"]}
    assert [filler["span"] for filler in fact["roles"][0]["fillers"]] == [None, None]


def test_a_selection_is_the_trigger(window: MainWindow, folder: Path) -> None:
    select(window, "Nobody knows")
    press(window, "F", "S", "Return")
    [fact] = facts(folder)
    assert (fact["type"], TEXT[slice(*fact["trigger"])]) == ("STATEMENT", "Nobody knows")


def test_a_span_in_focus_is_the_first_that_is_offered(window: MainWindow) -> None:
    begin(window, "Tarn Front")
    assert (digit(window, "Tarn Front"), slots(window)["trigger"]) == ("1", "“hit”")


def test_a_sentence_without_trigger_word_begins_a_fact_without_trigger(
    window: MainWindow, folder: Path
) -> None:
    begin(window, "Nobody")
    assert slots(window)["trigger"] == "none"
    press(window, "Return")
    assert "needs a trigger or a filler" in said(window)
    press(window, "1", "Return")
    assert [fact["trigger"] for fact in facts(folder)] == [None]


def test_the_trigger_can_be_another(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "Shift+Tab")
    assert in_hand(window) == "trigger: “struck”"
    press(window, digit(window, "hit"), "Return")
    assert TEXT[slice(*facts(folder)[0]["trigger"])] == "hit"


def test_escape_goes_back_step_by_step_and_leaves_nothing_changed(window: MainWindow, folder: Path) -> None:
    before = shown(window)
    begin(window)
    press(window, "1", "Tab", "2")
    heads = []
    for _ in range(5):
        heads.append(
            f"{window.work.fact_bar.head.text().rpartition(' - ')[2]} / {in_hand(window).split()[0]}"
        )
        press(window, "Esc")
    assert heads == [
        "complete / target:",
        "incomplete: target open / target",
        "incomplete: target open / actor:",
        "incomplete: actor and target open / actor",
        "New fact: which type? / A",
    ]
    assert (window.work.fact_bar.isHidden(), window.view.hasFocus()) == (True, True)
    assert (facts(folder), shown(window)) == ([], before)


def test_backspace_takes_the_last_filler_out(window: MainWindow) -> None:
    begin(window)
    press(window, "1", "Space", "2", "Backspace")
    assert slots(window)["actor"] == "“Orland Navy”"


def test_one_edit_confirms_the_fact_with_its_spans_and_one_undo_takes_it_back(
    window: MainWindow, folder: Path
) -> None:
    begin(window)
    press(window, "1", "Tab", "2", "Return")
    assert [quote for quote, _ in stored(folder)] == ["Orland Navy", "Selby"]
    press(window, "Ctrl+Z")
    assert said(window) == "Undid: ATTACK “struck”."
    assert (stored(folder), facts(folder)) == ([], [])


def test_the_articles_keys_are_off_while_a_fact_is_built(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "X", "B", "N", "5", "0")
    assert (stored(folder), window.session.sheet.set.progress.state.value) == ([], "new")
    assert "ATTACK" in window.work.fact_bar.head.text()


def test_types_can_be_gone_through_and_clicked(window: MainWindow) -> None:
    press(window, "F", "Tab", "Tab", "Shift+Tab")
    assert in_hand(window) == "C  CASUALTY"
    press(window, "Return")
    assert window.work.fact_bar.head.text().startswith("CASUALTY")
    press(window, "Esc")
    click(window, "D  DAMAGE")
    assert window.work.fact_bar.head.text().startswith("DAMAGE")


def click(window: MainWindow, text: str) -> None:
    [button] = [
        b for b in window.work.fact_bar.findChildren(QPushButton) if b.isVisible() and text in b.text()
    ]
    QTest.mouseClick(button, LEFT, NONE)


def test_roles_candidates_and_buttons_are_clicked(window: MainWindow, folder: Path) -> None:
    begin(window)
    click(window, "place")
    assert in_hand(window) == "place"
    click(window, "“Selby”")
    click(window, "instrument")
    click(window, "Back")
    assert in_hand(window).startswith("place")
    click(window, "Done")
    assert ([quotes(fact) for fact in facts(folder)], window.view.hasFocus()) == (
        [{"place": ["Selby"]}],
        True,
    )


def badge(window: MainWindow, quote: str) -> QPoint:
    """The middle of the span's badge, in the viewport."""
    view = window.view
    start = view.text.index(quote)
    index = view.article.index_of(start)
    chunk = view.article.chunk(index)
    [box] = [box for box in chunk.boxes if box.piece.span.start == start]
    rect = box.badge_rect(chunk.lines[box.line], view.article.measures.badge_height)
    at = rect.translated(0.0, view.article.top(index)).center()
    return (at - view.article.caret(0).topLeft() + view.caret_rect(0).topLeft()).toPoint()


def test_a_span_is_dragged_by_its_badge_onto_a_role(window: MainWindow, folder: Path) -> None:
    begin(window)
    for quote in ("Selby", "Tarn Front"):
        to = window.view.viewport().mapFromGlobal(window.work.fact_bar.slots.middle(1))
        drag(window.view, badge(window, quote), to)
    assert (slots(window)["target"], selected(window)) == ("“Selby”, “Tarn Front”", "")
    press(window, "Return")
    assert quotes(facts(folder)[0]) == {"target": ["Selby", "Tarn Front"]}


def test_a_span_let_go_elsewhere_changes_nothing(window: MainWindow) -> None:
    begin(window)
    before = slots(window)
    drag(window.view, badge(window, "Selby"), badge(window, "Selby") + QPoint(60, 40))
    assert (slots(window), selected(window)) == (before, "")


def test_a_click_into_the_article_leaves_the_keyboard_in_the_strip(window: MainWindow) -> None:
    begin(window)
    QTest.mouseClick(window.view.viewport(), LEFT, NONE, badge(window, "Selby"))
    assert window.work.fact_bar.hasFocus()
    press(window, "2")
    assert slots(window)["actor"] == "“Selby”"


def test_another_article_ends_it(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "1", "Ctrl+PgDown")
    assert (window.work.fact_bar.isHidden(), facts(folder), window.view.hasFocus()) == (True, [], True)


def test_words_that_the_mouse_selects_are_for_the_fact_and_not_labelled(
    window: MainWindow, folder: Path
) -> None:
    window.work.annotating.label_on_selection = True
    begin(window)
    start = TEXT.index("depots")
    QTest.mouseDClick(window.view.viewport(), LEFT, NONE, middle(window.view, start, start + 6))
    press(window, "Return", "Return")
    assert (stored(folder), [quotes(fact) for fact in facts(folder)]) == ([], [{"actor": ["depots"]}])


@pytest.mark.parametrize("key", ["Num+1", "Shift+1"])
def test_a_digit_also_works_on_the_keypad_and_with_shift(window: MainWindow, key: str) -> None:
    begin(window)
    press(window, key)
    assert slots(window)["actor"] == "“Orland Navy”"


def test_a_screen_reader_is_told_the_slot_in_hand_and_what_can_be_taken(window: MainWindow) -> None:
    begin(window)
    told = window.work.fact_bar.accessibleDescription()
    assert "actor, required, open; 1  “Orland Navy” ORG" in told
