"""Words selected in the fact builder, the trigger, and what a fact states beside its roles."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotations.facts import Fact
from tests.ui.facts.building import (
    SEA,
    facts,
    hint,
    in_hand,
    news_project,
    quotes,
    select,
    shown,
    sign,
    signs,
    slots,
    strip,
)
from tests.ui.windows import point, press, run, said, selected, suggested
from ui.main_window import MainWindow

TEXT = SEA + (
    "The Orland Navy struck two depots near Selby on Tuesday, officials said.\nNobody knows more of traumatic brain injuries."
)
SPANS = (("Orland Navy", "ORG"), ("two", "CARDINAL"), ("Selby", "GPE"), ("Tuesday", "DATE"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return news_project(
        tmp_path, {"id": "first", "text": TEXT, "spans": [suggested(TEXT, *span) for span in SPANS]}
    )


@pytest.fixture
def begun(window: MainWindow) -> MainWindow:
    """The window with an attack just begun."""
    point(window, "struck")
    press(window, "F", "A")
    return window


def use(window: MainWindow) -> str:
    """The word of the button that takes what is selected; "" while it is not shown."""
    button = strip(window).hint.use
    return "" if button.isHidden() else button.text()


def test_arrows_select_words_in_the_strip_and_enter_takes_them(begun: MainWindow, folder: Path) -> None:
    select(begun, "depots near Selby")
    assert (use(begun), selected(begun)) == ("Use “depots near Selby”", "")
    press(begun, "Enter")
    assert (slots(begun)["actor"], use(begun)) == ("“depots near Selby”", "")
    press(begun, "Tab", sign(begun, "two depots"), "Enter")
    assert [f["span"] for role in facts(folder)[0]["roles"] for f in role["fillers"]] == [None, None]


def test_the_first_arrow_selects_the_word_beside_the_trigger(begun: MainWindow) -> None:
    press(begun, "Right")
    assert use(begun) == "Use “two”"
    press(begun, "Backspace", "Left")
    assert use(begun) == "Use “Navy”"
    press(begun, "Shift+Left")
    assert use(begun) == "Use “Orland Navy”"


def test_words_with_the_bounds_of_a_span_are_that_span_where_the_role_takes_it(
    begun: MainWindow, folder: Path
) -> None:
    select(begun, "Orland Navy")
    press(begun, "Enter", "Tab")
    select(begun, "Tuesday")
    press(begun, "Enter", "Enter")
    spans = [f["span"] is None for role in facts(folder)[0]["roles"] for f in role["fillers"]]
    assert spans == [False, True]


def test_words_that_were_taken_have_a_sign_from_then_on_and_the_others_keep_theirs(begun: MainWindow) -> None:
    before = signs(begun)
    select(begun, "near Selby")
    press(begun, "Enter")
    assert {*signs(begun)} - {*before} == {"7 near Selby"}
    assert {*before} < {*signs(begun)}
    press(begun, "7")
    assert (slots(begun)["actor"], "7 near Selby" in signs(begun)) == ("needed, open", True)


def test_a_role_with_words_selected_is_gone_to_with_them(begun: MainWindow) -> None:
    select(begun, "near Selby")
    press(begun, "Tab")
    assert use(begun) == "Use “near Selby”"
    press(begun, "Enter")
    assert slots(begun)["target"] == "“near Selby”"


def test_backspace_drops_the_selection_before_it_empties_the_role(begun: MainWindow) -> None:
    press(begun, "1", "Right", "Backspace")
    assert (use(begun), slots(begun)["actor"]) == ("", "“Orland Navy”")
    press(begun, "Backspace")
    assert slots(begun)["actor"] == "needed, open"


def test_words_of_another_sentence_are_selected_there(begun: MainWindow) -> None:
    press(begun, "Down")
    select(begun, "traumatic brain injuries")
    press(begun, "Enter", "Up")
    assert slots(begun)["actor"] == "“traumatic brain injuries”"


def test_a_selection_in_the_article_is_the_trigger_of_a_new_fact(window: MainWindow, folder: Path) -> None:
    point(window, "Nobody knows")
    press(window, "Shift+Right", "Shift+Right", "F", "S", "Return", "Return")
    [fact] = facts(folder)
    assert (fact["type"], TEXT[slice(*fact["trigger"])]) == ("STATEMENT", "Nobody knows")


def test_the_trigger_can_be_another_by_words_but_not_by_a_name(begun: MainWindow, folder: Path) -> None:
    press(begun, "1", "Tab", sign(begun, "Selby"), "Alt+8", sign(begun, "Selby"))
    assert "the trigger takes words without a label" in hint(begun)
    select(begun, "said")
    press(begun, "Enter", "Enter")
    assert TEXT[slice(*facts(folder)[0]["trigger"])] == "said"


# --- a fact that is there already


def test_a_fact_with_the_trigger_and_type_is_changed_and_not_made_twice(
    window: MainWindow, folder: Path
) -> None:
    point(window, "struck")
    press(window, "F", "A", "1", "Tab", "2", "Enter", "Esc")
    press(window, "F", "A")
    assert hint(window) == "There is one already; changing it. Shift+F makes a second."
    assert slots(window)["actor"] == "“Orland Navy”"
    press(window, "Alt+6", sign(window, "Selby"), "Enter")
    assert [len(fact["roles"]) for fact in facts(folder)] == [3]


def test_a_second_one_is_made_with_shift(window: MainWindow, folder: Path) -> None:
    point(window, "struck")
    press(window, "F", "A", "1", "Tab", "2", "Enter", "Esc")
    press(window, "F", "A", "Shift+F", "1", "Alt+6", sign(window, "Selby"), "Enter", "Enter")
    assert [[*quotes(window, fact)] for fact in facts(folder)] == [["actor", "target"], ["actor", "place"]]


def test_a_suggestion_is_confirmed_as_it_was_changed(launch, folder: Path) -> None:
    assert run("suggest", folder, "--what", "facts", "--again") == 0
    window = launch("open", folder, "--annotator", "anna")
    fact = suggestion(window)
    point(window, "struck")
    press(window, "F", "A", "Enter")
    assert [(kept["id"], kept["status"]) for kept in facts(folder)] == [(fact.id, "confirmed")]


def suggestion(window: MainWindow) -> Fact:
    [fact] = [fact for fact in window.session.sheet.facts() if fact.type == "ATTACK"]
    return fact


def test_a_fact_is_changed_on_a_role(window: MainWindow, folder: Path) -> None:
    point(window, "struck")
    press(window, "F", "A", "1", "Tab", "2", "Enter")
    [fact] = window.session.sheet.facts()
    window.work.building.change(fact.id, "place")
    assert (in_hand(window), strip(window).hasFocus()) == ("place", True)
    press(window, sign(window, "Selby"), "Enter")
    assert said(window) == ""
    assert [*quotes(window, facts(folder)[0])] == ["actor", "target", "place"]


# --- what a fact states beside its roles


def test_modality_and_negation_are_keys_and_stand_in_the_sentence(begun: MainWindow, folder: Path) -> None:
    press(begun, "1", "Tab", "2", "Alt+M", "Alt+N")
    assert (strip(begun).hint.modality.text(), strip(begun).hint.negation.accessibleName()) == (
        "claimed",
        "Negated: yes",
    )
    assert "did not" in strip(begun).line.words
    press(begun, "Enter")
    [fact] = facts(folder)
    assert (fact["modality"], fact["negated"]) == ("claimed", True)


def test_modality_comes_round_again(begun: MainWindow) -> None:
    press(begun, *["Alt+M"] * 5)
    assert strip(begun).hint.modality.text() == "asserted"


def test_a_note_is_written_in_the_last_row_and_enter_keeps_it(begun: MainWindow, folder: Path) -> None:
    press(begun, "1", "Tab", "2", "Alt+C")
    press(begun, *"1a x")
    press(begun, "Enter")
    assert (strip(begun).hasFocus(), strip(begun).hint.is_noting) == (True, False)
    press(begun, "Enter")
    assert facts(folder)[0]["note"] == "1a x"


def test_escape_leaves_the_note_and_not_the_fact(begun: MainWindow) -> None:
    press(begun, "1", "Alt+C", "A", "Esc")
    assert (strip(begun).isHidden(), begun.work.building.draft.fact.note) == (False, "")
    press(begun, "Alt+C", "A", "Tab")
    assert (begun.work.building.draft.fact.note, in_hand(begun)) == ("a", "target")


def test_what_is_selected_is_shown_in_the_sentence(begun: MainWindow) -> None:
    press(begun, "Right")
    assert TEXT[slice(*shown(begun).chosen)] == "two"
