"""A fact that everybody missed, added in a review."""

from __future__ import annotations

from pathlib import Path

from tests.ui.review.fact_cases import (  # noqa: F401 - fixtures
    ANNA,
    BEN,
    fact,
    folder_of_two,
    gold_facts,
    of_people,
    page_of_rex,
    proposed,
    reviewed,
    select,
    sentence,
    shown,
    told,
    window_of_rex,
)
from tests.ui.review.reviews import TEXT, decisions, in_hand, line, made
from tests.ui.windows import by_key, press, said


@by_key(["F"])
def test_a_fact_that_was_missed_is_added_with_its_reason(window, page, folder: Path, key: str) -> None:
    select(page, "waited")
    press(window, key, "M", "Backspace")
    select(page, "Lima")
    press(window, "Return", "Return")
    assert said(window) == "Added to gold as missed; Ctrl+Z takes it back."
    assert [told(one) for one in gold_facts(folder)] == [
        {"type": "MEETING", "trigger": "waited", "actor": "Lima"}
    ]
    (added,) = decisions(folder).values()
    assert (added.choice, added.reason, added.by) == ("added", "missed", "rex")
    assert in_hand(page).startswith("ATTACK “left”")
    press(window, "Ctrl+Z")
    assert gold_facts(folder) == []


def test_a_fact_that_somebody_stated_is_proposed_in_its_case(launch, tmp_path: Path) -> None:
    folder = of_people(tmp_path / "p", [ANNA], [fact("MEETING", "waited", actor="Lima")])
    window, page = reviewed(launch, folder)
    select(page, "waited")
    press(window, "F", "M")
    select(page, "Lima")
    press(window, "Return", "Return")
    assert said(window) == "ben said just this; it is proposed in its case, and Enter takes it."
    assert in_hand(page).startswith("MEETING “waited”")
    assert (gold_facts(folder), proposed(page)) == ([], ["trigger waited", "actor Lima", "modality asserted"])


def test_what_was_turned_over_stays_while_a_fact_is_added_and_cases_are_passed(
    launch, tmp_path: Path
) -> None:
    folder = of_people(tmp_path / "p", [ANNA, fact("MEETING", "waited", actor="Lima")], [BEN])
    window, page = reviewed(launch, folder)
    press(window, "1", "F", "A", "Return", "Down", "Up")
    assert len(gold_facts(folder)) == 1
    assert proposed(page)[1] == "actor Ruiz"
    press(window, "Left", "Up")
    assert proposed(page)[1] == "actor Maria Ruiz"


def test_what_all_agree_on_is_not_added_again(launch, tmp_path: Path) -> None:
    spans = [("Lima", "GPE")]
    meeting = fact("MEETING", "waited", actor="Lima")
    people = {"anna": [meeting, ANNA], "ben": [meeting, BEN]}
    folder = made(tmp_path / "p", [line("first", who, spans, facts=people[who]) for who in people])
    window, page = reviewed(launch, folder)
    select(page, "waited")
    press(window, "F", "M")
    assert [one.spans[0].label for one in shown(page) if one.spans] == ["GPE"]
    select(page, "Lima")
    press(window, "Return", "Return")
    assert said(window) == "The gold says just this already."
    assert sentence(page).startswith("MEETING")
    press(window, "Esc")
    assert gold_facts(folder) == []


def test_a_missed_fact_is_left_with_nothing_written(window, page, folder: Path) -> None:
    press(window, "F", "Esc", "F", "A", "Esc")
    assert (gold_facts(folder), sentence(page), page.view.hasFocus()) == ([], "", True)


def test_where_nothing_is_reviewed_the_builder_stays_closed(launch, tmp_path: Path) -> None:
    window, page = reviewed(launch, made(tmp_path / "p", [{"id": "first", "text": TEXT}]))
    press(window, "E")
    assert said(window).startswith("There is no case here;")
    press(window, "F")
    assert said(window) == "There is no work to review here."
    assert page.attending.now().kind == "none"


def test_undo_asks_no_page_that_is_gone(launch, tmp_path: Path, window, folder: Path) -> None:
    press(window, "E", "Backspace", "Esc")
    window.session.open_project(of_people(tmp_path / "other", [ANNA], [BEN]))
    press(window, "Ctrl+Z")
    assert said(window) != ""
