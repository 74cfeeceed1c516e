"""Gold of a review begun before version 14, when who typed a value counted as a difference."""

from __future__ import annotations

from dataclasses import replace

from annotations.fact_attributes import stated
from annotations.facts import Date, Fact, Filler, Role
from annotations.review import founded, old_decisions
from annotations.review.cases import case_key
from annotations.sets import Decision
from tests.annotations.review.golds import NEW, made, settled

OLD_ID = "758621f5e8757a14"  # of the fact below in gold, as it was then


def left(who: str) -> Fact:
    value = Date("2024-01-23", "2024-01-23", "day", None, who)
    role = Role("time", (Filler(36, 43, None, value),))
    return Fact(who, "LEFT", (23, 27), (role,), stated(note="by night"))


def test_a_fact_that_a_review_made_then_is_not_taken_for_an_imported_one() -> None:
    fact = replace(left("ben"), id=OLD_ID)
    assert old_decisions.old_gold_id("a", fact) == OLD_ID
    gold = NEW.having(fact, Decision(case_key("a", ["anna", "ben"]), "take ben", by="rex"))
    assert founded.imported(gold) == []
    after = settled(gold, made("anna", left("anna")), made("ben", left("ben")))
    assert len(after.facts) == 1


def test_a_fact_of_another_id_came_from_a_file() -> None:
    gold = NEW.having(left("ben"), Decision(case_key("a", ["anna", "ben"]), "take ben", by="rex"))
    assert founded.imported(gold) == [left("ben")]
