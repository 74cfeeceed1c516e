"""What came of a suggester's run, in one sentence."""

from __future__ import annotations

from collections import Counter

from annotations.suggesters.tally import SuggesterTally


def test_a_run_is_told_in_one_sentence() -> None:
    left = Counter({"quotes not in the text": 9, "unknown labels": 3})
    tally = SuggesterTally("gliner", articles=18, spans=240, given=252, left=left)
    assert tally.sentence == (
        "18 articles, 240 spans; 12 of 252 left out: 9 quotes not in the text, 3 unknown labels."
    )


def test_runs_add_up_and_one_of_a_kind_is_told_as_one() -> None:
    tally = SuggesterTally("gliner")
    for _ in range(2):
        one = SuggesterTally("x", articles=1, facts=1, given=2, errors=1, noise=1)
        tally.add(SuggesterTally.from_json(one.to_json()))
    tally.left["unknown fact types"] += 1
    tally.trimmed["unknown roles"] += 1
    assert tally.sentence == (
        "2 articles, 2 facts; 1 of 4 left out: 1 unknown fact type; left out of facts: 1 unknown role; "
        "2 errors; 2 lines that are no answer."
    )


def test_nothing_is_told_as_nothing() -> None:
    assert SuggesterTally("gliner").sentence == "0 articles, 0 spans."
