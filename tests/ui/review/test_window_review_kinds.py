"""Every kind of case in the review view, facts among them; and one annotator's work by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from annotations.sets import GOLD
from models.project import Project
from tests.ui.review.reviews import ANNA, TEXT, counted, decisions, gold, in_hand, line, made, opened
from tests.ui.windows import press, said
from ui.main_window import MainWindow


def fact(
    type_: str = "ATTACK", actor: str = "Maria Ruiz", modality: str = "asserted", **more: Any
) -> dict[str, Any]:
    at, left = TEXT.index(actor), TEXT.index("left")
    fillers = [{"span": None, "start": at, "end": at + len(actor)}]
    roles = [{"role": "actor", "fillers": fillers}]
    return {"type": type_, "trigger": [left, left + 4], "modality": modality, "roles": roles, **more}


def people(ours: list, theirs: list, *, facts: tuple[list, list] = ([], [])) -> list[dict[str, Any]]:
    return [
        line("first", who, spans, facts=stated)
        for who, spans, stated in zip(("anna", "ben"), (ours, theirs), facts, strict=True)
    ]


KINDS = {
    "label": (people([("Oslo", "ORG")], [("Oslo", "GPE")]), "“Oslo”: anna says ORG, ben says GPE"),
    "bounds": (
        people([("the Navy", "ORG")], [("Navy", "ORG")]),
        "“the Navy”: anna says “the Navy”, ben says “Navy”",
    ),
    "both": (
        people([("the Navy", "ORG")], [("Navy", "GPE")]),
        "“the Navy”: anna says ORG “the Navy”, ben says GPE “Navy”",
    ),
    "only a": (people([("Oslo", "GPE")], []), "“Oslo”: anna says GPE, ben has nothing"),
    "only b": (people([], [("Oslo", "GPE")]), "“Oslo”: anna has nothing, ben says GPE"),
    "type": (
        people([], [], facts=([fact()], [fact("MEETING")])),
        "ATTACK “left”: both have a fact here; type differs",
    ),
    "role": (
        people([], [], facts=([fact()], [fact(actor="Ruiz")])),
        "ATTACK “left”: both have this attack; actor differs",
    ),
    "attribute": (
        people([], [], facts=([fact()], [fact(modality="denied")])),
        "ATTACK “left”: both have this attack; modality differs",
    ),
    "note": (
        people([], [], facts=([fact(note="by night")], [fact(note="by day")])),
        "ATTACK “left”: both have this attack; note differs",
    ),
    "one fact": (people([], [], facts=([fact()], [])), "ATTACK “left”: only anna has it"),
}


@pytest.mark.parametrize(("lines", "words"), KINDS.values(), ids=KINDS)
def test_each_kind_of_case_is_named_and_decided(launch, tmp_path: Path, lines: list, words: str) -> None:
    window = launch("open", made(tmp_path / "p", lines), "--annotator", "rex")
    page = opened(window)
    assert (in_hand(page), counted(page)) == (words, "Case 1 of 1; 1 of 1 case open; 0 points agreed")
    press(window, "Return" if "only" in words else "Left")
    assert counted(page) == "Case 1 of 1; 0 of 1 case open; 0 points agreed"
    assert page.card.decided.text().startswith("✓ ")
    press(window, "Ctrl+Return")
    assert said(window) == "Every article of anna and ben that was done is reviewed."


def test_a_fact_shows_its_ranges_and_what_differs(launch, tmp_path: Path) -> None:
    lines = KINDS["role"][0]
    window = launch("open", made(tmp_path / "p", lines), "--annotator", "rex")
    page = opened(window)
    actors = [
        (page.view.text[one.start : one.end], one.side) for one in page.evidence.brackets.shown.brackets
    ]
    assert actors == [("Maria Ruiz", 0), ("Ruiz", 1)]
    assert page.evidence.brackets.shown.triggers == ((TEXT.index("left"), TEXT.index("left") + 4),)
    anna, ben, gold_ = (side.lines() for side in page.card.sides)
    assert anna == ["trigger left", "≠ actor Maria Ruiz", "place –", "modality asserted"]
    assert gold_[1] == "actor"
    assert ben[1] == "≠ actor Ruiz"
    press(window, "Alt+Right", "O")
    assert said(window) == "Labels and bounds are for spans; 1-9 turn parts of a fact over, E changes it."


def test_a_fact_is_taken_from_a_side(launch, tmp_path: Path) -> None:
    folder = made(tmp_path / "p", KINDS["attribute"][0])
    window = launch("open", folder, "--annotator", "rex")
    opened(window)
    press(window, "Right")
    project = Project(folder)
    (kept,) = project.annotation_set("first", GOLD).facts.values()
    project.close()
    assert kept.modality == "denied"


def test_of_three_the_left_stands_against_what_most_others_say(launch, tmp_path: Path) -> None:
    lines = [
        line("first", who, [("Oslo", name)]) for who, name in (("anna", "ORG"), ("ben", "GPE"), ("cy", "GPE"))
    ]
    folder = made(tmp_path / "p", lines)
    window = launch("open", folder, "--annotator", "rex")
    page = opened(window)
    assert [side.title.text() for side in page.card.sides] == ["A   anna", "B+   ben and cy", "Proposed"]
    assert page.card.sides[-1].lines()[:2] == ["words Oslo", "label GPE"]
    press(window, "Right")
    assert gold(folder) == [("Oslo", "GPE")]


# --- one annotator alone


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    return made(tmp_path / "alone", [line("first", "anna", ANNA)])


@pytest.fixture
def window(launch, alone: Path) -> MainWindow:
    return launch("open", alone, "--annotator", "rex")


def test_every_item_of_one_annotator_is_a_case(window: MainWindow, alone: Path) -> None:
    page = opened(window)
    assert (page.bar.people.names(), counted(page)) == (("anna",), "Case 1 of 4; 4 of 4 cases open")
    press(window, "Return", "X", "3", "1", "1")
    assert gold(alone) == [("Maria Ruiz", "PERSON"), ("Oslo", "PERSON")]
    assert sorted(said.reason for said in decisions(alone).values() if said.reason) == [
        "not an entity", "wrong label",
    ]  # fmt: skip


def test_what_one_annotator_missed_is_added_and_the_article_approved(window, alone: Path) -> None:
    page = opened(window)
    page.view.set_selection(TEXT.index("Lima"), TEXT.index("Lima") + 4)
    press(window, "O", "Alt+Shift+Left", "Ctrl+Return")
    assert ("Lima", "GPE") in gold(alone)
    assert len(gold(alone)) == 5
    assert said(window) == "Every article of anna that was done is reviewed."


def test_where_nobody_is_done_a_sentence_says_so(launch, tmp_path: Path) -> None:
    folder = made(tmp_path / "p", [line("first", "anna", ANNA, state="started")])
    window = launch("open", folder, "--annotator", "rex")
    opened(window)
    press(window, "Return")
    assert said(window) == "anna is not done with this article: it is started."
    assert gold(folder) == []


def test_where_nobody_has_worked_there_is_nothing_to_review(launch, tmp_path: Path) -> None:
    folder = made(tmp_path / "p", [{"id": "first", "text": TEXT}])
    window = launch("open", folder, "--annotator", "rex")
    page = opened(window)
    assert page.bar.count.text() == "There is no work to review."
    keys = ("Left", "Alt+3", "Alt+0", "B", "X", "Return", "V", "1", "=", "Alt+Left", "Ctrl+Return", "R")
    for key in (*keys, "Alt+Shift+Left", "Down"):
        window.status.forget()
        press(window, key)
        assert said(window), key
    assert gold(folder) == []


# --- texts of every kind

HOSTILE = "🚢👩‍🚀 سفينة في عدن.\u2028Café\u00a0Nord waits\r\nfor e\u0301toile 🚢."


def test_a_hostile_text_is_reviewed_like_any_other(launch, tmp_path: Path) -> None:
    quotes = {"anna": "عدن", "ben": "سفينة"}
    spans = {who: [{"start": at, "end": at + len(quote), "label": "GPE"}]
             for who, quote in quotes.items() for at in [HOSTILE.index(quote)]}  # fmt: skip
    lines = [
        {"id": "first", "text": HOSTILE, "annotator": who, "state": "done", "spans": spans[who]}
        for who in quotes
    ]
    folder = made(tmp_path / "p", lines)
    window = launch("open", folder, "--annotator", "rex")
    page = opened(window)
    press(window, "X", "1", "Alt+Right", "Return", "Return")
    at = page.view.text.index("e\u0301toile")
    page.view.set_selection(at, at + len("e\u0301toile"))
    press(window, "3")
    assert ("e\u0301toile", "ORG") in gold(folder)
    assert len(gold(folder)) == 2
