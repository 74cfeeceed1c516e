"""What is a case in a review and what is none: dates that two typed, one wrong bound, what some of four have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.ui.review.fact_cases import fact, filler, gold_facts, of_people, reviewed, told
from tests.ui.review.reviews import counted, gold, in_hand, line, made
from tests.ui.windows import press, state

DAY = {"from": "2024-01-23", "to": "2024-01-23", "precision": "day"}


def dated(**more: Any) -> dict[str, Any]:
    return fact(actor="Ruiz", place=filler("Tuesday", value={**DAY, **more}))


@pytest.mark.parametrize("said", ["by", "resolved_against"])
def test_a_date_that_means_the_same_is_no_case_whoever_typed_it(launch, tmp_path: Path, said: str) -> None:
    how = {"by": ("anna", "ben"), "resolved_against": ("2024-01-24", "2024-01-25")}[said]
    folder = of_people(tmp_path / "p", *([dated(**{said: one})] for one in how))
    window, page = reviewed(launch, folder)
    assert counted(page) == "No cases; No cases; 1 point agreed"
    press(window, "Ctrl+Return")
    (kept,) = gold_facts(folder)
    assert (kept.fillers()[-1].value.earliest, state(folder, annotator="gold")) == ("2024-01-23", "reviewed")


def of_the_navy(quote: str) -> dict[str, Any]:
    """A span of those words, and three facts that it fills."""
    stated = [("ATTACK", "left", "actor"), ("MEETING", "waited", "actor"), ("ATTACK", "Tuesday", "place")]
    return {"spans": [(quote, "ORG")], "facts": [fact(t, at, **{role: quote}) for t, at, role in stated]}


@pytest.mark.parametrize(("key", "words"), [("Left", "the Navy"), ("Right", "Navy")])
def test_one_wrong_bound_is_one_case_and_three_facts_follow_it(launch, tmp_path, key, words) -> None:
    work = {"anna": of_the_navy("the Navy"), "ben": of_the_navy("Navy")}
    folder = made(tmp_path / "p", [line("first", who, **said) for who, said in work.items()])
    window, page = reviewed(launch, folder)
    assert in_hand(page) == "“the Navy”: anna says “the Navy”, ben says “Navy”"
    assert counted(page) == "Case 1 of 1; 1 of 1 case open; 0 points agreed"
    press(window, key, "Ctrl+Return")
    assert (gold(folder), state(folder, annotator="gold")) == ([(words, "ORG")], "reviewed")
    assert [told(one).get("actor", told(one).get("place")) for one in gold_facts(folder)] == [words] * 3


@pytest.mark.parametrize(
    ("key", "label"), [("Alt+1", None), ("Alt+2", "GPE"), ("Alt+3", "ORG"), ("Right", "GPE")]
)
def test_what_three_of_four_have_is_not_said_to_be_of_one(launch, tmp_path, key, label) -> None:
    labels = {"anna": None, "ben": "GPE", "cleo": "GPE", "dora": "ORG"}
    lines = [line("first", who, [("Tuesday", name)] if name else []) for who, name in labels.items()]
    folder = made(tmp_path / "p", lines)
    window, page = reviewed(launch, folder)
    assert in_hand(page) == "“Tuesday”: anna has nothing, ben and cleo say GPE, dora says ORG"
    press(window, key, "Ctrl+Return")
    assert (gold(folder), state(folder, annotator="gold")) == (
        [("Tuesday", label)] if label else [],
        "reviewed",
    )
