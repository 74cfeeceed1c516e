"""The reviewer's verbs: what enters the gold, what is kept of a decision, and that it can be decided anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.edits import Edit
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.review import decisions, set_states
from annotations.review.cases import content
from annotations.review.comparing import alone, compare
from annotations.review.fair.proposals import proposal
from annotations.sets import AnnotationSet, State
from annotations.spans import Span, Status
from tests.annotations.review.golds import NEW, made, settled, standing
from tests.making import TEXT, span

WHY = "not an entity"


ANNA = made("anna", span(0, 10, id_="x"), span(18, 22, "ORG", id_="n"))
BEN = made("ben", span(0, 10, "ORG", id_="y"), span(28, 32, "GPE", id_="z"))
FOUND = compare([ANNA, BEN])
LABEL, NAVY, OSLO = FOUND.cases


def said(gold: AnnotationSet, *sets: AnnotationSet) -> set:
    """Return the contents of the gold's spans that follow."""
    return {content(s) for s in settled(gold, *(sets or (ANNA, BEN))).spans.values()}


def on(gold: AnnotationSet, case) -> decisions.Decision:
    """Return the decision on the case."""
    return next(made for made in decisions.all_of(gold) if made.case == case.key)


def test_a_side_is_taken_with_its_bounds_and_label() -> None:
    gold = decisions.take(NEW, LABEL, "ben", by="rex", reason="wrong label", note="the office")
    assert said(gold) == {(0, 10, "ORG")}
    decision = on(gold, LABEL)
    assert (decision.choice, decision.reason, decision.note, decision.by) == (
        "take ben", "wrong label", "the office", "rex",
    )  # fmt: skip


def test_taking_the_side_of_who_has_nothing_is_taking_nothing() -> None:
    assert said(decisions.take(NEW, OSLO, "anna", by="rex")) == set()


def test_both_neither_and_a_third_way() -> None:
    assert said(decisions.take_both(NEW, LABEL, by="rex")) == {(0, 10, "PERSON"), (0, 10, "ORG")}
    assert said(decisions.take_neither(NEW, LABEL, by="rex", reason=WHY)) == set()
    third = decisions.take_other(NEW, LABEL, span(0, 5, "GPE"), TEXT, by="rex")
    assert said(third) == {(0, 5, "GPE")}


def test_neither_needs_a_reason_and_a_third_way_has_to_fit() -> None:
    with pytest.raises(UserError, match="Say why nothing should be marked"):
        decisions.take_neither(NEW, LABEL, by="rex", reason="")
    with pytest.raises(UserError, match="at least one character"):
        decisions.take_other(NEW, LABEL, span(40, 99), TEXT, by="rex")
    with pytest.raises(UserError, match="paragraph break"):
        decisions.take_other(NEW, LABEL, span(0, 10), "Maria\nRuiz", by="rex")
    with pytest.raises(UserError, match="says just this already"):
        decisions.take_other(
            settled(decisions.take(NEW, OSLO, "ben", by="rex"), ANNA, BEN),
            LABEL,
            span(28, 32, "GPE"),
            TEXT,
            by="rex",
        )


def test_what_is_proposed_is_taken() -> None:
    gold = decisions.take_item(NEW, OSLO, proposal(OSLO, TEXT).item, by="rex")
    assert on(gold, OSLO).choice == "take ben"
    with pytest.raises(UserError, match="Nobody says this"):
        decisions.take_item(NEW, OSLO, span(0, 3), by="rex")


def test_all_of_one_annotator_are_taken() -> None:
    gold = decisions.take_all(NEW, FOUND.cases, "anna", by="rex")
    assert said(gold) == {content(s) for s in ANNA.spans.values()}
    assert standing(gold, ANNA, BEN).open == ()


def test_a_review_begins_with_what_is_agreed_and_keeps_what_was_there() -> None:
    sets = made("anna", span(0, 10, id_="x")), made("ben", span(0, 10, id_="y"))
    gold = settled(NEW.having(Span("own", 28, 32, "GPE")), *sets)
    assert {content(s) for s in gold.spans.values()} == {(0, 10, "PERSON"), (28, 32, "GPE")}
    assert settled(gold, *sets) is gold


def test_the_reason_is_found_by_the_item_that_was_overruled_or_added() -> None:
    gold = decisions.take(NEW, LABEL, "ben", by="rex", reason="wrong label")
    assert decisions.by_item(gold)["x"].reason == "wrong label"
    gold = decisions.take(NEW, OSLO, "ben", by="rex", reason="missed")
    (copy,) = (id_ for id_, s in settled(gold, ANNA, BEN).spans.items() if s.start == 28)
    assert decisions.by_item(gold)[copy].reason == "missed"


CHOICES = [
    lambda gold, case: decisions.take(gold, case, "anna", by="rex"),
    lambda gold, case: decisions.take(gold, case, "ben", by="rex", reason="wrong label"),
    lambda gold, case: decisions.take_both(gold, case, by="rex"),
    lambda gold, case: decisions.take_neither(gold, case, by="rex", reason=WHY),
    lambda gold, case: decisions.take_other(
        gold, case, span(case.place[0], case.place[0] + 2, "LAW"), TEXT, by="rex"
    ),
]


@given(st.sampled_from(CHOICES), st.sampled_from(CHOICES), st.sampled_from(FOUND.cases))
def test_what_was_decided_before_leaves_no_trace(first, second, case) -> None:
    gold = decisions.take(NEW, NAVY, "anna", by="rex") if case is not NAVY else NEW
    again, once = second(first(gold, case), case), second(gold, case)
    assert said(again) == said(once)
    assert on(again, case).choice == on(once, case).choice


@given(st.permutations(FOUND.cases), st.lists(st.sampled_from(CHOICES), min_size=3, max_size=3))
def test_the_order_of_deciding_does_not_matter(order, choices) -> None:
    how = dict(zip((case.key for case in FOUND.cases), choices, strict=True))
    one = other = NEW
    for case in FOUND.cases:
        one = how[case.key](one, case)
    for case in order:
        other = how[case.key](other, case)
    assert one == other


def test_a_decision_is_an_edit_that_can_be_taken_back() -> None:
    gold = decisions.take(NEW, LABEL, "ben", by="rex")
    edit = Edit.between("take ben", NEW, gold)
    after = edit.changes[0].applied(NEW)
    assert after.state is State.STARTED
    assert edit.inverse().changes[0].applied(after) == NEW


def test_a_fact_refers_to_the_golds_span_or_has_a_bare_filler() -> None:
    roles = (Role("actor", (Filler(0, 10, "x"), Filler(28, 32, "z"))),)
    fact = Fact("f", "ATTACK", (23, 27), roles)
    sets = made("anna", span(0, 10, id_="x"), fact), made("ben")
    cases = compare(sets).cases
    gold = settled(decisions.take_all(NEW, cases, "anna", by="rex"), *sets)
    (put,) = gold.facts.values()
    held, bare = put.fillers()
    assert (held.span in gold.spans, bare.span) == (True, None)
    again = settled(decisions.take_neither(gold, cases[0], by="rex", reason=WHY), *sets)
    assert next(iter(again.facts.values())).span_ids() == set()


def test_a_fact_that_was_missed_is_added_once_with_its_reason() -> None:
    fact = Fact("f", "ATTACK", (23, 27), (Role("actor", (Filler(0, 10, "x"),)),))
    gold = settled(decisions.add(NEW, fact, TEXT, by="rex", reason="missed"), ANNA, BEN)
    (copy,) = gold.facts.values()
    assert content(copy) == content(fact)
    added = decisions.by_item(gold)[copy.id]
    assert (added.choice, added.reason, added.by) == (decisions.ADDED, "missed", "rex")
    with pytest.raises(UserError, match="says just this already"):
        decisions.add(gold, fact, TEXT, by="rex", reason="missed")
    with pytest.raises(UserError, match="needs a trigger or a filler"):
        decisions.add(gold, Fact("f", "ATTACK"), TEXT, by="rex", reason="missed")


def test_one_annotators_item_is_overruled_where_nobody_else_has_worked() -> None:
    case, navy = alone(ANNA).cases
    gold = decisions.take(NEW, navy, "anna", by="rex")
    other = replace(ANNA.spans["x"], label="GPE")
    gold = decisions.take_other(gold, case, other, TEXT, by="rex", reason="wrong label")
    assert said(gold, ANNA) == {(0, 10, "GPE"), (18, 22, "ORG")}
    assert decisions.by_item(gold)["x"].reason == "wrong label"
    gold = decisions.take_neither(gold, case, by="rex", reason=WHY)
    assert said(gold, ANNA) == {(18, 22, "ORG")}


def test_gold_is_confirmed_whatever_it_came_from() -> None:
    gold = settled(decisions.take(NEW, OSLO, "ben", by="rex"), ANNA, BEN)
    (copy,) = (s for s in gold.spans.values() if s.start == 28)
    assert (copy.status, copy.id != "z", copy.first) == (Status.CONFIRMED, True, None)


# --- states


def test_done_goes_into_review_and_comes_out_reviewed_or_returned() -> None:
    there = set_states.take_into_review(ANNA)
    assert there.state is State.IN_REVIEW
    assert set_states.approve(there).state is State.REVIEWED
    back = set_states.send_back(
        there, reason="missed", note="see the end", by="rex", at="2024-01-23T10:00:00Z"
    )
    assert (back.state, [c.text for c in back.comments.values()]) == (State.RETURNED, ["missed: see the end"])
    assert set_states.reopen(set_states.approve(there)).state is State.IN_REVIEW
    assert set_states.reopen(set_states.approve(NEW)).state is State.STARTED


@pytest.mark.parametrize("state", [State.STARTED, State.RETURNED, State.REVIEWED])
def test_only_done_work_goes_into_review(state: State) -> None:
    with pytest.raises(UserError, match=f"anna is not done with this article: it is {state}"):
        set_states.take_into_review(made("anna", state=state))
    with pytest.raises(UserError, match="is not in review"):
        set_states.approve(made("anna", state=state))


def test_work_goes_back_with_a_reason_only() -> None:
    with pytest.raises(UserError, match="Say why the article goes back"):
        set_states.send_back(set_states.take_into_review(ANNA), reason="", by="rex", at="")
