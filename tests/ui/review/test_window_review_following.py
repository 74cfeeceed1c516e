"""Facts in a review whose fillers follow a case of spans: they differ in nothing of that."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.review.fact_cases import digits, fact, gold_facts, proposed, reviewed, told
from tests.ui.review.reviews import in_hand, line, made
from tests.ui.windows import press
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage

SAID = {"anna": ("the Navy", "asserted"), "ben": ("Navy", "asserted"), "cy": ("Navy", "denied")}


@pytest.fixture(name="folder")
def folder_of_three(tmp_path: Path) -> Path:
    return made(
        tmp_path / "p",
        [
            line("first", who, [(words, "ORG")], facts=[fact(actor=words, place="Oslo", modality=modality)])
            for who, (words, modality) in SAID.items()
        ],
    )


@pytest.fixture(name="both")
def window_and_page(launch, folder: Path) -> tuple[MainWindow, ReviewPage]:
    return reviewed(launch, folder)


def test_a_filler_that_follows_a_case_of_spans_differs_in_nothing_here(both) -> None:
    window, page = both
    press(window, "Down")
    assert in_hand(page) == "ATTACK “left”: all have this attack; modality differs"
    assert digits(page) == {"modality": 3}
    assert [side.title.text() for side in page.card.sides] == ["A+   anna and ben", "C   cy", "Proposed"]
    assert page.card.decided.text() == "2 of 3 have it"
    assert proposed(page)[:2] == ["trigger left", "actor the Navy"]


@pytest.mark.parametrize(("key", "words"), [("Left", "the Navy"), ("Right", "Navy")])
def test_the_fact_has_the_words_of_the_decided_span(both, folder: Path, key: str, words: str) -> None:
    window, _ = both
    press(window, "Down", "Return", key)
    assert [told(one) for one in gold_facts(folder)] == [
        {"type": "ATTACK", "trigger": "left", "actor": words, "place": "Oslo"}
    ]


def test_it_differs_where_the_span_is_decided_as_no_one_span(both) -> None:
    window, page = both
    press(window, "B")
    assert in_hand(page) == "ATTACK “left”: all have this attack; actor and modality differ"
    assert digits(page) == {"actor": 1, "modality": 3}
    assert [side.title.text() for side in page.card.sides][:-1] == ["A   anna", "B   ben", "C   cy"]


def test_a_trigger_that_differs_is_told_where_somebody_has_nothing(launch, tmp_path: Path) -> None:
    facts = [[fact(actor="Ruiz")], [{**fact(actor="Ruiz"), "trigger": None}], []]
    names = zip(SAID, facts, strict=True)
    _, page = reviewed(launch, made(tmp_path / "q", [line("first", who, [], facts=f) for who, f in names]))
    assert in_hand(page).endswith("anna and ben have this attack, cy has nothing; trigger differs")
