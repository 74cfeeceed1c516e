"""A fact corrected in a review row by row, by digits and by the mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.review.fact_cases import (
    digits,
    fact,
    filler,
    gold_facts,
    of_people,
    proposed,
    reviewed,
    take,
    told,
)
from tests.ui.review.reviews import FACTS, decisions, in_hand, line
from tests.ui.windows import SCHEMA, hold, press, project_with, said
from ui.look.scale import px
from ui.review.readings import HEAD, PITCH

ANNA = fact(actor="Maria Ruiz", place="Oslo", modality="denied")
BEN = fact(actor="Ruiz", place="Oslo", negated=True)


@pytest.fixture(name="folder")
def folder_of_two(tmp_path: Path) -> Path:
    return of_people(tmp_path / "two", [ANNA], [BEN])


def click(widget: QWidget, row: int) -> None:
    QTest.mouseClick(
        widget, Qt.MouseButton.LeftButton, pos=QPoint(px(12), px(HEAD + 2) + row * px(PITCH) + px(10))
    )


def test_rows_that_differ_have_a_digit_and_a_digit_turns_them_over(launch, folder: Path) -> None:
    window, page = reviewed(launch, folder)
    assert digits(page) == {"actor": 1, "modality": 3, "negated": 4}
    assert page.card.names.accessibleDescription() == (
        "trigger, 1 turns actor over, place, 3 turns modality over, 4 turns negated over"
    )
    press(window, "1", "4")
    assert proposed(page) == [
        "trigger left",
        "actor Ruiz",
        "place Oslo",
        "modality denied",
        "negated negated",
    ]
    assert page.card.sides[0].lines()[1] == "≠ actor Maria Ruiz"
    assert page.card.gold.words.startswith("Ruiz")
    press(window, "1")
    assert proposed(page)[1] == "actor Maria Ruiz"
    assert gold_facts(folder) == []


def test_what_was_turned_over_is_taken_as_a_third_way_with_a_reason(launch, folder: Path) -> None:
    window, page = reviewed(launch, folder)
    press(window, "1", "Return")
    assert page.reasons.title.text() == "Why ATTACK “left”?"
    press(window, "2")
    (kept,) = gold_facts(folder)
    assert told(kept) == {
        "type": "ATTACK", "trigger": "left", "actor": "Ruiz", "place": "Oslo", "modality": "denied",
    }  # fmt: skip
    assert {said.by for said in decisions(folder).values()} == {"rex"}
    press(window, "Ctrl+Z")
    assert (gold_facts(folder), in_hand(page).split(":")[0]) == ([], "ATTACK “left”")


def test_a_fact_turned_over_to_what_somebody_said_is_taken_from_them(launch, folder: Path) -> None:
    window, _ = reviewed(launch, folder)
    press(window, "1", "3", "4", "Return")
    assert {said.choice for said in decisions(folder).values()} == {"take ben"}


@pytest.mark.parametrize("key", ["Left", "Right"])
def test_arrows_still_take_a_side_whole(launch, folder: Path, key: str) -> None:
    window, _ = reviewed(launch, folder)
    press(window, "1", key)
    (kept,) = gold_facts(folder)
    assert told(kept)["actor"] == {"Left": "Maria Ruiz", "Right": "Ruiz"}[key]


def test_a_digit_without_a_row_says_so_and_on_the_keypad_it_is_one_too(launch, folder: Path) -> None:
    window, page = reviewed(launch, folder)
    press(window, "9")
    assert said(window) == "Nothing differs in a row 9; E changes the fact."
    press(window, "Num+1")
    assert proposed(page)[1] == "actor Ruiz"


def test_the_digit_of_a_label_is_that_label_with_words_selected(launch, folder: Path) -> None:
    window, page = reviewed(launch, folder)
    page.view.set_selection(0, 5)
    press(window, "1")
    assert proposed(page)[1] == "actor"
    assert [span.label for span in page.hand.work.gold.spans.values()] == ["PERSON"]


def test_a_fact_that_one_has_has_no_row_to_turn_over(launch, tmp_path: Path) -> None:
    window, page = reviewed(launch, of_people(tmp_path / "p", [ANNA], []))
    press(window, "1")
    assert said(window) == "No part of this fact differs; E changes it."
    assert digits(page) == {}


def test_of_three_a_digit_goes_through_the_readings(launch, tmp_path: Path) -> None:
    facts = [fact(actor=who, place="Oslo") for who in ("Maria Ruiz", "Ruiz", "the Navy")]
    window, page = reviewed(launch, of_people(tmp_path / "p", *([one] for one in facts)))
    seen = []
    for _ in range(4):
        seen.append(proposed(page)[1])
        press(window, "1")
    assert seen == ["actor", "actor Ruiz", "actor the Navy", "actor Maria Ruiz"]


def test_where_one_of_three_has_nothing_the_others_rows_differ(launch, tmp_path: Path) -> None:
    facts = ([fact(actor="Maria Ruiz")], [fact(actor="Ruiz")], [])
    window, page = reviewed(launch, of_people(tmp_path / "p", *facts))
    assert digits(page) == {"actor": 1}
    assert page.card.sides[2].lines()[:2] == ["≠ trigger nothing", "actor"]
    press(window, "1")
    take(window)
    assert len(gold_facts(folder=tmp_path / "p" / "project")) == 1


def test_the_type_is_a_row_and_roles_that_it_lacks_go(launch, tmp_path: Path) -> None:
    folder = of_people(tmp_path / "p", [ANNA], [fact("MEETING", actor="Maria Ruiz", modality="denied")])
    window, page = reviewed(launch, folder)
    assert digits(page) == {"place": 2, "type": 3}
    press(window, "3", "2")
    assert proposed(page)[0] == "type MEETING"
    assert said(window) == "MEETING has no role place; turn its type over first."
    press(window, "3")
    assert proposed(page)[:4] == ["type ATTACK", "trigger left", "actor Maria Ruiz", "place Oslo"]


def test_a_row_that_would_leave_nothing_is_not_turned_over(launch, tmp_path: Path) -> None:
    facts = [{**fact(**{role: "Oslo"}), "trigger": None} for role in ("place", "actor")]
    window, page = reviewed(launch, of_people(tmp_path / "p", *([one] for one in facts)))
    press(window, "2")
    assert said(window) == "Nothing of the fact would be left; X says that nothing is here."
    assert proposed(page)[2] == "place"
    press(window, "1", "2")
    assert proposed(page)[1:3] == ["actor Oslo", "place –"]


def test_values_that_differ_are_a_row_and_go_with_their_words(launch, tmp_path: Path) -> None:
    days = [{"from": f"2024-01-2{n}", "to": f"2024-01-2{n}", "precision": "day"} for n in (3, 4)]
    facts = [fact(actor="Ruiz", place=filler("Tuesday", value=day)) for day in days]
    folder = of_people(tmp_path / "p", [facts[0]], [facts[1]])
    window, page = reviewed(launch, folder)
    assert digits(page) == {"place": 2}
    press(window, "2", "Return")
    (kept,) = gold_facts(folder)
    assert kept.fillers()[-1].value.earliest == "2024-01-24"


def test_a_click_takes_what_an_annotator_has_in_a_row(launch, folder: Path) -> None:
    _, page = reviewed(launch, folder)
    click(page.card.sides[1], 1)
    assert proposed(page)[1] == "actor Ruiz"
    click(page.card.sides[0], 1)
    assert proposed(page)[1] == "actor Maria Ruiz"
    click(page.card.sides[0], 2)
    for widget in (page.card.names, page.card.sides[-1]):
        click(widget, 1)
        click(widget, 0)
    assert proposed(page)[1] == "actor Maria Ruiz"
    assert (page.view.hasFocus(), gold_facts(folder)) == (True, [])


def test_in_a_low_window_the_row_that_is_turned_over_comes_into_view(launch, folder: Path) -> None:
    window, page = reviewed(launch, folder)
    window.resize(1024, 560)
    press(window, "4")
    bar = page.card.columns.verticalScrollBar()
    assert bar.value() > 0
    press(window, "1")
    assert bar.value() < px(HEAD + 2 + PITCH)


def test_a_note_is_a_row_and_a_value_that_means_the_same_is_none(launch, tmp_path: Path) -> None:
    day = {"from": "2024-01-23", "to": "2024-01-23", "precision": "day"}
    days = [{**day, "by": "rule", "resolved_against": "2024-01-24"}, {**day, "by": "ben"}]
    facts = [fact(place=filler("Tuesday", value=days[n]), note=note) for n, note in enumerate(("", "odd"))]
    folder = of_people(tmp_path / "p", [facts[0]], [facts[1]])
    window, page = reviewed(launch, folder)
    assert digits(page) == {"note": 3}
    press(window, "3", "Return")
    assert gold_facts(folder)[0].note == "odd"
    assert {said.choice for said in decisions(folder).values() if said.case} == {"take ben"}


def test_the_foot_has_what_is_done_to_a_fact(launch, folder: Path) -> None:
    window, page = reviewed(launch, folder)
    verbs = {verb.action: verb for verb in page.attending.now().can}
    assert [verbs[name].word for name in ("review_row", "review_change", "review_fact")] == [
        "A part", "Change", "New fact",
    ]  # fmt: skip
    assert verbs["review_row"].key == "1-9"
    page.does["review_row"]()
    assert proposed(page)[1] == "actor Ruiz"
    press(window, "E")
    assert page.attending.now().first == "Changing ATTACK “left”"


def test_a_digit_that_is_held_turns_a_row_over_once(launch, folder: Path) -> None:
    window, page = reviewed(launch, folder)
    press(window, "3")
    for key, row in (("3", 3), ("4", 4)):
        before = proposed(page)
        hold(window, key, times=5)
        assert [n for n, now in enumerate(proposed(page)) if now != before[n]] == [row]


def test_the_order_of_words_is_a_row_only_where_it_means_something(launch, tmp_path: Path) -> None:
    both = [[filler("Maria Ruiz"), filler("Oslo")], [filler("Oslo"), filler("Maria Ruiz")]]
    facts = [fact(actor=both[n], place=both[n], note="x" * n) for n in range(2)]
    schema = SCHEMA + FACTS.replace("place: {", "place: {ordered: true, ")
    lines = [line("first", who, [], facts=[one]) for who, one in zip(("anna", "ben"), facts, strict=True)]
    window, page = reviewed(launch, project_with(tmp_path / "p", schema, lines))
    assert digits(page) == {"place": 2, "note": 3}
    press(window, "2")
    assert proposed(page)[1:3] == ["actor Maria Ruiz, Oslo", "place Oslo, Maria Ruiz"]
