"""What a reviewer has of one article: what is decided, what to offer, and the edits that a review consists of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.errors import UserError
from annotations.facts import Fact
from annotations.review import decisions
from annotations.review.adjudication import Adjudication, usual
from annotations.review.cases import Case, Difference
from annotations.review.comparing import agreed_cases, alone, compare
from annotations.schema.types import REASONS
from annotations.sets import GOLD, AnnotationSet, Progress, State
from tests.making import TEXT, span

NEW = AnnotationSet("a", GOLD)


def made(who: str, *items, state: State = State.DONE) -> AnnotationSet:
    return AnnotationSet.of("a", who, [*items, Progress(state)])


ANNA = made("anna", span(0, 10, id_="x"), span(18, 22, "ORG", id_="n"))
BEN = made("ben", span(0, 10, "ORG", id_="y"), span(18, 22, "ORG", id_="m"))


def work(*sets: AnnotationSet, gold: AnnotationSet = NEW) -> Adjudication:
    sets = sets or (ANNA, BEN)
    return Adjudication(TEXT, sets, gold, compare(sets) if len(sets) > 1 else alone(sets[0]))


def after(at: Adjudication, gold: AnnotationSet) -> Adjudication:
    """Where a step leads."""
    edit = at.step("take", gold)
    by_name = {change.annotator: change for change in edit.changes}
    sets = [by_name[s.annotator].applied(s) if s.annotator in by_name else s for s in (*at.sets, at.gold)]
    return replace(at, sets=tuple(sets[:-1]), gold=sets[-1])


def labels(items: list) -> list[str]:
    return [item.label for item in items]


CASE = work().comparison.cases[0]
CHOICES = [
    (lambda gold: decisions.take(gold, CASE, "ben", by="rex"), ["ORG"]),
    (lambda gold: decisions.take_both(gold, CASE, by="rex"), ["PERSON", "ORG"]),
    (lambda gold: decisions.take_neither(gold, CASE, by="rex", reason="missed"), []),
    (lambda gold: decisions.take_other(gold, CASE, span(0, 5, "GPE"), TEXT, by="rex"), ["GPE"]),
]


@pytest.mark.parametrize(("choice", "expected"), CHOICES)
def test_what_was_taken_is_what_is_offered_again(choice, expected: list[str]) -> None:
    at = after(work(), choice(work().begun()))
    assert labels(at.taken(CASE)) == expected
    assert labels(filter(None, [at.proposal(CASE)])) == expected[:1]
    assert at.open_cases == []


def test_before_a_decision_nothing_is_taken_and_what_was_decided_before_is_offered() -> None:
    at = work()
    assert at.taken(CASE) == []
    offered = at.proposal(CASE, lambda wording, label: label == "PERSON")
    assert at.reading(CASE, offered) == ANNA.spans["x"]
    assert at.offered(CASE).is_draw
    assert at.reading(CASE, span(0, 5)) is None


def test_the_first_step_begins_the_review_and_no_later_one_does() -> None:
    at = after(work(), decisions.take(work().begun(), CASE, "anna", by="rex"))
    assert [made.state for made in (*at.sets, at.gold)] == ["in review", "in review", "started"]
    assert len(at.gold.spans) == 2  # one is agreed
    assert at.begun() is at.gold


def test_nobodys_work_is_reviewed_before_it_is_done() -> None:
    at = work(ANNA, replace(BEN).having(Progress(State.STARTED)))
    with pytest.raises(UserError, match="ben is not done with this article: it is started"):
        at.step("take", decisions.take(at.begun(), CASE, "anna", by="rex"))


def test_an_article_is_approved_in_one_edit_and_reopened_in_one() -> None:
    with pytest.raises(UserError, match="1 case is still open"):
        work().approved("approve")
    at = after(work(), decisions.take(work().begun(), CASE, "anna", by="rex"))
    edit = at.approved("approve")
    assert len(edit.changes) == 3
    by_name = {change.annotator: change for change in edit.changes}
    sets = [by_name[s.annotator].applied(s) for s in (*at.sets, at.gold)]
    closed = replace(at, sets=tuple(sets[:-1]), gold=sets[-1])
    with pytest.raises(UserError, match="reopen its review"):
        closed.step("take", closed.gold)
    assert len(closed.reopened("reopen").changes) == 3
    with pytest.raises(UserError, match="is not closed"):
        at.reopened("reopen")


def test_a_return_is_about_one_annotator() -> None:
    edit = work().returned("return", "ben", reason="missed", by="rex", at="2024-01-23T10:00:00Z")
    assert [change.annotator for change in edit.changes] == ["ben", "gold"]
    (step,) = decisions.returns(edit.changes[1].applied(NEW), "ben")
    assert (step.choice, step.reason, len(step.made)) == ("return ben", "missed", 2)


def test_what_all_agree_on_can_be_overruled_for_all_of_them() -> None:
    (agreed,) = agreed_cases([ANNA, BEN])
    assert (agreed.difference, set(agreed.sides)) == (Difference.AGREED, {"anna", "ben"})
    at = after(work(), decisions.take_neither(work().begun(), agreed, by="rex", reason="not an entity"))
    assert at.gold.spans == {}
    assert [said.reason for said in at.decided.values()] == ["not an entity"]


def test_an_agreed_item_is_shown_before_the_review_begins() -> None:
    (agreed,) = agreed_cases([ANNA, BEN])
    assert labels(work().taken(agreed)) == ["ORG"]


def test_what_was_missed_is_added_once() -> None:
    gold = decisions.add(NEW, span(28, 32, "GPE"), TEXT, by="rex", reason="missed")
    gold = work(gold=gold).standing.settled()
    (put,) = (span for span in gold.spans.values() if span.start == 28)
    assert work(gold=gold).is_added(put)
    with pytest.raises(UserError, match="just this already"):
        decisions.add(gold, span(28, 32, "GPE"), TEXT, by="rex", reason="missed")
    with pytest.raises(UserError, match="at least one character"):
        decisions.add(gold, span(28, 99, "GPE"), TEXT, by="rex", reason="missed")


def test_of_one_annotator_every_confirmed_item_is_a_case() -> None:
    at = work(ANNA.having(Fact("f", "ATTACK", (0, 5))))
    assert [case.is_fact for case in at.open_cases] == [False, False, True]
    assert at.begun() == NEW


FACT = Case("a", Difference.ROLE, {"anna": Fact("f", "ATTACK", (0, 5))}, ("anna", "ben"))


@pytest.mark.parametrize(
    ("case", "item", "reason"),
    [
        (CASE, None, "not an entity"),
        (FACT, None, "wrong fact"),
        (CASE, span(0, 10, "GPE"), "wrong label"),
        (CASE, span(0, 5, "ORG"), "wrong bounds"),
        (FACT, Fact("g", "ATTACK", (0, 5)), "wrong role"),
    ],
)
def test_the_reason_offered_is_the_usual_one(case: Case, item, reason: str) -> None:
    assert usual(case, item, REASONS) == reason
    assert usual(case, item, ("other",)) == "other"
    assert usual(case, item, ()) == ""


def test_a_step_begins_a_gold_that_came_as_reviewed_while_its_sides_are_not() -> None:
    gold = AnnotationSet.of("a", GOLD, [Progress(State.REVIEWED)])
    at = work(ANNA, gold=decisions.of_sides(gold, ["anna"], only=False))
    case = at.cases[0]
    others = [one for one in at.cases if one is not case]
    decided = decisions.take_all(at.gold, others, "anna", by="rex")
    moved = decisions.take_other(decided, case, span(0, 5, "GPE"), TEXT, by="rex")
    assert after(at, moved).open_cases == []
    assert after(at, moved).gold.state is State.STARTED
    returned = at.returned("return", "anna", reason="missed", by="rex", at="t")
    assert Progress(State.STARTED) in next(c.added for c in returned.changes if c.annotator == GOLD)
