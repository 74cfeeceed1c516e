"""A further round: what was asked, and what its annotator did."""

from __future__ import annotations

from dataclasses import replace

from annotations.review import decisions
from annotations.review.comparing import confirmed
from annotations.review.rounds import Answer, round_of
from annotations.sets import AnnotationSet
from tests.annotations.review.golds import NEW, made, standing
from tests.making import TEXT, span

ANNA = made("anna", span(0, 10, id_="m"), span(18, 22, "ORG", id_="n"), span(28, 32, "ORG", id_="o"))
BEN = made("ben", span(0, 10, id_="p"), span(28, 32, "GPE", id_="q"), span(36, 43, "DATE", id_="d"))


def returned() -> AnnotationSet:
    """ben is right on all three points, and the article goes back to anna."""
    gold = NEW
    for case in standing(NEW, ANNA, BEN).open:
        gold = decisions.take(gold, case, "ben", by="rex")
    return decisions.note_return(
        gold, ANNA, confirmed(ANNA), reason="missed", by="rex", at="2", note="see the end"
    )


def test_the_first_round_has_nothing_to_say() -> None:
    assert round_of(NEW, ANNA) is None


def test_what_was_asked_is_followed_changed_otherwise_or_left() -> None:
    now = ANNA.lacking(ANNA.spans["n"]).having(replace(ANNA.spans["o"], label="LOC"))
    found = round_of(returned(), now)
    assert [(one.was and one.was.id, one.answer) for one in found.answered if one.was] != []
    by_place = {(one.was or one.said.made[0]).start: one.answer for one in found.answered}
    assert by_place == {18: Answer.FOLLOWED, 28: Answer.OTHERWISE, 36: Answer.LEFT}
    assert (found.number, found.untouched, found.besides) == (2, 1, ())


def test_each_point_and_each_other_change_is_told_in_a_line() -> None:
    found = round_of(returned(), ANNA.having(replace(ANNA.spans["m"], end=5)))
    assert found.lines(TEXT) == [
        "ORG “Navy” → nothing: left as it was",
        "ORG “Oslo” → GPE “Oslo”: left as it was",
        "nothing → DATE “Tuesday”: left as it was",
        "besides: PERSON “Maria Ruiz” → PERSON “Maria”",
    ]


def test_what_was_changed_besides_is_told_apart() -> None:
    found = round_of(returned(), ANNA.having(replace(ANNA.spans["m"], end=5), span(60, 64, id_="new")))
    assert [(was and was.id, now and now.id) for was, now in found.besides] == [("m", "m"), (None, "new")]
    assert found.sentence() == (
        "Round 2 of anna. rex asked: missed: see the end. Since: 3 left as it was, 2 changed besides, 0 untouched."
    )
