"""Building a fact by keys: types, signs, roles, what is done and what is left."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.facts.building import (
    SEA,
    facts,
    hint,
    in_hand,
    news_project,
    quotes,
    shown,
    sign,
    signs,
    slots,
    strip,
    to_role,
)
from tests.ui.windows import by_key, point, press, said, stored, suggested
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


@by_key(["F"])
def test_a_key_asks_for_the_type_and_its_key_begins_the_fact(window: MainWindow, key: str) -> None:
    point(window, "struck")
    press(window, key)
    assert ("which type" in strip(window).line.aside, in_hand(window)) == (True, "ATTACK")
    press(window, "A")
    assert strip(window).line.words == "someone struck something"
    assert (slots(window)["trigger"], in_hand(window)) == ("“struck”", "actor")


def test_the_type_of_the_trigger_at_the_caret_is_first_and_enter_takes_it(window: MainWindow) -> None:
    point(window, "met")
    press(window, "F")
    assert [chip.name for chip in strip(window).types.shown[:2]] == ["MEETING", "ATTACK"]
    press(window, "Enter")
    assert slots(window)["trigger"] == "“met”"


def test_types_are_gone_through_by_tab_and_by_arrows(window: MainWindow) -> None:
    press(window, "F", "Tab", "Right", "Shift+Tab")
    assert in_hand(window) == "CASUALTY"
    press(window, "Return")
    assert strip(window).line.type == "CASUALTY"


def test_signs_are_dealt_in_text_order_and_mean_the_same_in_every_role(window: MainWindow) -> None:
    begin(window)
    dealt = ["1 Orland Navy", "2 two depots", "3 two", "4 Selby", "5 Tuesday"]
    assert signs(window) == dealt
    for role in ("target", "count", "instrument"):
        press(window, "Tab")
        assert (in_hand(window), signs(window)) == (role, dealt)


def test_a_sign_takes_and_again_gives_back(window: MainWindow) -> None:
    begin(window)
    press(window, "1", "2")
    assert slots(window)["actor"] == "“Orland Navy”, “two depots”"
    press(window, "1")
    assert (slots(window)["actor"], in_hand(window)) == ("“two depots”", "actor")


def test_the_sentence_changes_with_each_sign(window: MainWindow) -> None:
    begin(window)
    press(window, "1", "Tab", "2", "Alt+6", "4")
    assert strip(window).line.words == "the Orland Navy struck two depots near Selby"
    press(window, "4")
    assert strip(window).line.words == "the Orland Navy struck two depots"


def test_what_a_role_does_not_take_is_grey_and_says_why_and_again_takes_it(window: MainWindow) -> None:
    begin(window)
    press(window, "Alt+6", sign(window, "Tuesday"))
    assert hint(window) == "place takes GPE, LOC, FAC; “Tuesday” is a DATE. 5 again takes it anyway."
    assert slots(window)["place"] == "open"
    press(window, "5")
    assert slots(window)["place"] == "“Tuesday”"


def test_another_step_between_makes_the_second_press_a_first_one(window: MainWindow) -> None:
    begin(window)
    press(window, "Alt+6", "5", "Tab", "Shift+Tab", "5")
    assert slots(window)["place"] == "open"


def test_numbers_and_dates_have_their_values(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "Alt+3", sign(window, "two"), "Alt+5", sign(window, "Tuesday"))
    assert "= 2024-02-06 (against 2024-02-08)" in slots(window)["time"]
    press(window, *["Return"] * 2)
    values = [filler["value"] for role in facts(folder)[0]["roles"] for filler in role["fillers"]]
    assert (values[0]["number"], values[1]["from"]) == (2.0, "2024-02-06")


def test_tab_never_passes_the_trigger_which_is_the_last_of_the_numbers(window: MainWindow) -> None:
    begin(window)
    seen = [in_hand(window)]
    for _ in range(7):
        press(window, "Tab")
        seen.append(in_hand(window))
    assert seen == ["actor", "target", "count", "instrument", "time", "place", "source", "actor"]
    press(window, "Shift+Tab", "Alt+8")
    assert in_hand(window) == "trigger"
    press(window, "Tab")
    assert in_hand(window) == "actor"


def test_backspace_empties_the_role(window: MainWindow) -> None:
    begin(window)
    press(window, "1", "2", "Backspace")
    assert slots(window)["actor"] == "needed, open"


def test_enter_goes_to_a_needed_role_first_and_again_keeps_the_fact(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "1", "Alt+6", "4", "Enter")
    assert (in_hand(window), hint(window)) == ("target", "no target yet: fill it, or Enter again")
    assert facts(folder) == []
    press(window, "Enter")
    assert [quotes(window, fact) for fact in facts(folder)] == [
        {"actor": ["Orland Navy"], "place": ["Selby"]}
    ]


def test_enter_is_done_at_once_from_any_role_when_nothing_needed_is_open(
    window: MainWindow, folder: Path
) -> None:
    begin(window)
    press(window, "1", "Tab", "2", "Alt+7", "Enter")
    assert (strip(window).isHidden(), window.view.hasFocus()) == (True, True)
    assert quotes(window, facts(folder)[0]) == {"actor": ["Orland Navy"], "target": ["two depots"]}


def test_one_edit_confirms_the_fact_with_its_spans_and_one_undo_takes_it_back(
    window: MainWindow, folder: Path
) -> None:
    begin(window)
    press(window, "1", "Tab", "4", "Return")
    assert [quote for quote, _ in stored(folder)] == ["Orland Navy", "Selby"]
    press(window, "Ctrl+Z")
    assert said(window) == "Undid: ATTACK “struck”."
    assert (stored(folder), facts(folder)) == ([], [])


def test_escape_leaves_at_once_and_one_undo_brings_back_what_was_taken(
    window: MainWindow, folder: Path
) -> None:
    begin(window)
    press(window, "1", "Tab", "2", "Esc")
    assert (strip(window).isHidden(), window.view.hasFocus(), facts(folder)) == (True, True, [])
    assert said(window) == "Left, nothing is changed. Ctrl+Z brings back what was taken."
    press(window, "Ctrl+Z")
    assert (slots(window)["target"], in_hand(window)) == ("“two depots”", "target")
    press(window, "Enter")
    assert len(facts(folder)) == 1


def test_leaving_without_having_taken_anything_says_nothing(window: MainWindow) -> None:
    begin(window)
    press(window, "Tab", "Esc", "Ctrl+Z")
    assert (strip(window).isHidden(), said(window)) == (True, "There is nothing to undo.")


def test_what_was_left_is_gone_once_something_else_was_done(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "1", "Esc", "Tab", "Enter")
    assert len(stored(folder)) == 1
    press(window, "Ctrl+Z")
    assert (strip(window).isHidden(), stored(folder)) == (True, [])


def test_undoing_in_another_view_opens_no_builder(window: MainWindow) -> None:
    begin(window)
    press(window, "1", "Esc", "Ctrl+R", "Ctrl+Z")
    assert (strip(window).isHidden(), said(window)) == (True, "There is nothing to undo.")


def test_undoing_in_the_strip_goes_back_sign_by_sign(window: MainWindow) -> None:
    begin(window)
    press(window, "1", "Tab", "2", "Ctrl+Z")
    assert (slots(window)["target"], slots(window)["actor"]) == ("needed, open", "“Orland Navy”")
    press(window, "Ctrl+Z", "Ctrl+Z")
    assert (slots(window)["actor"], said(window)) == ("needed, open", "Nothing was taken yet; Esc leaves.")


def test_the_articles_keys_are_off_while_a_fact_is_built(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "X", "B", "N", "M", "U", "0", "Shift+N")
    assert (stored(folder), window.session.sheet.set.progress.state.value) == ([], "new")
    assert (strip(window).isHidden(), slots(window)["actor"]) == (False, "needed, open")


def test_a_sentence_without_trigger_word_begins_a_fact_without_trigger(
    window: MainWindow, folder: Path
) -> None:
    begin(window, "Nobody")
    assert slots(window)["trigger"] == "none"
    press(window, "Return", "Return")
    assert "needs a trigger or a filler" in said(window)
    press(window, sign(window, "Nobody"), "Return", "Return")
    assert [fact["trigger"] for fact in facts(folder)] == [None]


def test_another_article_ends_it(window: MainWindow, folder: Path) -> None:
    begin(window)
    press(window, "1", "Ctrl+PgDown")
    assert (strip(window).isHidden(), facts(folder), window.view.hasFocus()) == (True, [], True)


@pytest.mark.parametrize("key", ["Num+1", "Shift+1"])
def test_a_digit_also_works_on_the_keypad_and_with_shift(window: MainWindow, key: str) -> None:
    begin(window)
    press(window, key)
    assert slots(window)["actor"] == "“Orland Navy”"


def test_the_sentence_after_and_before_have_signs_of_their_own(window: MainWindow, folder: Path) -> None:
    begin(window)
    first = signs(window)
    press(window, "Down")
    assert signs(window) == ["1 Navy", "2 ship", "3 Tarn Front"]
    to_role(window, "target")
    press(window, "3", "Up")
    assert (signs(window), slots(window)["target"]) == (first, "“Tarn Front”")
    press(window, "Up")
    assert hint(window) == "There is no sentence before this one."


def test_the_strip_is_as_high_whatever_is_in_it(window: MainWindow) -> None:
    point(window, "struck")
    press(window, "F")
    heights, tops = {strip(window).height()}, {strip(window).geometry().top()}
    for keys in ("A", "1", "Alt+6 5", "Right", "Alt+C", "Esc", "Down", "Enter"):
        press(window, *keys.split())
        heights.add(strip(window).height())
        tops.add(strip(window).geometry().top())
    assert (heights, len(tops)) == ({218}, 1)


def test_the_sentence_in_hand_is_that_of_the_trigger(window: MainWindow) -> None:
    begin(window, "hit")
    assert TEXT[slice(*shown(window).bounds)].strip() == "The Navy also hit a ship of the Tarn Front."
