"""The verbs: what an annotator does, as functions from set to set."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from annotations import span_verbs
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Status
from tests.making import TEXT, span, suggested

EMPTY = AnnotationSet("a", "anna")
MARIA = suggested(0, 10)
OWN = span(0, 10, id_="own", origin="anna")


def actor(*fillers: Filler, **rest) -> Fact:
    return Fact("f", "ATTACK", roles=(Role("actor", fillers),), **rest)


def test_a_confirmed_suggestion_keeps_id_origin_and_score() -> None:
    assert span_verbs.confirm(EMPTY, MARIA).spans == {MARIA.id: replace(MARIA, status=Status.CONFIRMED)}


def test_a_rejected_suggestion_stays_as_rejected() -> None:
    assert span_verbs.reject(EMPTY, MARIA).spans[MARIA.id].status is Status.REJECTED


def test_a_deleted_span_that_began_as_a_suggestion_is_rejected_as_it_was_suggested() -> None:
    relabelled = span_verbs.relabel(EMPTY, MARIA, "ORG")
    gone = span_verbs.reject(relabelled, relabelled.spans[MARIA.id])
    assert gone.spans == {MARIA.id: replace(MARIA, status=Status.REJECTED)}


def test_a_deleted_span_made_by_hand_just_goes() -> None:
    assert span_verbs.reject(EMPTY.having(OWN), OWN) == EMPTY


def test_a_suggestion_with_ones_own_name_as_origin_can_be_rejected() -> None:
    mine = replace(MARIA, origin="anna")
    assert span_verbs.reject(EMPTY, mine).spans[MARIA.id].status is Status.REJECTED


def test_relabelling_a_suggestion_confirms_it() -> None:
    made = span_verbs.relabel(EMPTY, MARIA, "ORG").spans[MARIA.id]
    assert (made.label, made.status, made.first) == ("ORG", Status.CONFIRMED, (0, 10, "PERSON"))


def test_moving_a_span_keeps_its_id_and_takes_its_facts_along() -> None:
    before = EMPTY.having(OWN, actor(Filler(0, 10, "own")))
    after = span_verbs.move(before, OWN, 0, 5, text=TEXT)
    assert (after.spans["own"].end, after.facts["f"].fillers()) == (5, (Filler(0, 5, "own"),))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4), (0, 45)])
def test_a_span_cannot_be_moved_to_no_characters(start: int, end: int) -> None:
    with pytest.raises(UserError, match="at least one character"):
        span_verbs.move(EMPTY, MARIA, start, end, text=TEXT)


def test_a_span_cannot_be_moved_or_made_over_a_paragraph_break() -> None:
    with pytest.raises(UserError, match="paragraph break"):
        span_verbs.move(EMPTY, suggested(0, 3), 0, 7, text="one\r\ntwo")
    with pytest.raises(UserError, match="paragraph break"):
        span_verbs.label(EMPTY, 0, 7, "ORG", text="one\ntwo")


def test_a_new_span_is_the_annotators_and_trimmed() -> None:
    (made,) = span_verbs.label(EMPTY, 27, 33, "GPE", text=TEXT).spans.values()
    assert (TEXT[made.start : made.end], made.origin, made.status) == ("Oslo", "anna", Status.CONFIRMED)


def test_white_space_cannot_be_labelled() -> None:
    with pytest.raises(UserError, match="nothing but white space"):
        span_verbs.label(EMPTY, 5, 6, "GPE", text=TEXT)


def test_the_same_label_cannot_be_put_twice_on_the_same_words() -> None:
    with pytest.raises(UserError, match="labelled PERSON already"):
        span_verbs.label(EMPTY.having(OWN), 0, 10, "PERSON", text=TEXT)
    assert len(span_verbs.label(EMPTY.having(OWN), 0, 10, "ORG", text=TEXT).spans) == 2


def test_labelling_what_was_rejected_takes_the_rejection_back() -> None:
    made = span_verbs.label(span_verbs.reject(EMPTY, MARIA), 0, 10, "PERSON", text=TEXT)
    assert made == span_verbs.confirm(EMPTY, MARIA)


def test_deleting_a_span_leaves_its_fact_with_a_bare_range() -> None:
    after = span_verbs.reject(EMPTY.having(OWN, actor(Filler(0, 10, "own"))), OWN)
    assert after.facts["f"].fillers() == (Filler(0, 10),)


def test_confirming_a_fact_confirms_its_undecided_fillers_and_no_others() -> None:
    other = suggested(18, 22, "ORG")
    made = span_verbs.put_fact(EMPTY, actor(Filler(0, 10, MARIA.id), status=Status.SUGGESTED), [MARIA, other])
    assert list(made.spans) == [MARIA.id]
    assert made.facts["f"].status is made.spans[MARIA.id].status is Status.CONFIRMED


def test_a_confirmed_fact_never_refers_to_a_span_that_is_not_confirmed() -> None:
    rejected = span_verbs.reject(EMPTY, MARIA)
    made = span_verbs.put_fact(rejected, actor(Filler(0, 10, MARIA.id), Filler(18, 22, "unknown")))
    assert made.facts["f"].fillers() == (Filler(0, 10), Filler(18, 22))


def test_a_fact_that_nothing_in_the_text_holds_is_refused() -> None:
    with pytest.raises(UserError, match="trigger or a filler"):
        span_verbs.put_fact(EMPTY, actor())


def test_a_dropped_fact_that_was_suggested_stays_as_rejected_with_bare_fillers() -> None:
    fact = actor(Filler(0, 10, "own"), origin="rule")
    after = span_verbs.drop_fact(EMPTY.having(OWN, fact), fact).facts["f"]
    assert (after.status, after.fillers()) == (Status.REJECTED, (Filler(0, 10),))


def test_a_dropped_fact_of_ones_own_just_goes() -> None:
    fact = actor(Filler(0, 10), origin="anna")
    assert span_verbs.drop_fact(EMPTY.having(fact), fact) == EMPTY


def test_finishing_makes_a_set_done_and_reopening_starts_it() -> None:
    changed = EMPTY.having(Progress(State.DONE, changed=True))
    assert span_verbs.finish(changed).progress == Progress(State.DONE)
    assert span_verbs.reopen(changed).state is State.STARTED


def test_a_topic_comes_and_goes() -> None:
    marked = span_verbs.toggle_topic(EMPTY, "War")
    assert list(marked.topics) == ["War"]
    assert span_verbs.toggle_topic(marked, "War") == EMPTY


def test_a_skipped_article_keeps_reason_and_work_until_it_is_reopened_or_finished() -> None:
    skipped = span_verbs.skip(span_verbs.confirm(EMPTY, MARIA), " a  duplicate ")
    assert (skipped.progress, len(skipped.spans)) == (Progress(State.STARTED, skipped="a duplicate"), 1)
    assert span_verbs.reopen(skipped).progress == Progress(State.STARTED)
    assert span_verbs.finish(skipped).progress == Progress(State.DONE)


@pytest.mark.parametrize("state", [State.DONE, State.RETURNED, State.STARTED])
def test_an_edit_to_a_skipped_article_leaves_it_skipped(state: State) -> None:
    skipped = EMPTY.having(Progress(state, skipped="a duplicate"))
    (change,) = Edit.between("confirm", skipped, span_verbs.confirm(skipped, MARIA)).changes
    assert change.applied(skipped).progress.skipped == "a duplicate"


def test_an_article_is_not_skipped_without_a_reason() -> None:
    with pytest.raises(UserError, match="why the article is skipped"):
        span_verbs.skip(EMPTY, " \n")


@pytest.mark.parametrize(
    "verb", [span_verbs.finish, span_verbs.reopen, partial(span_verbs.skip, reason="a duplicate")]
)
def test_a_set_in_review_can_be_neither_finished_nor_reopened_nor_skipped(verb) -> None:
    with pytest.raises(UserError, match="in review"):
        verb(EMPTY.having(Progress(State.IN_REVIEW)))


def test_a_span_that_came_over_a_paragraph_break_may_shrink_and_not_grow() -> None:
    text = "Oslo waits.\nThe Navy left."
    over = span(5, 20, "NOTE")
    made = AnnotationSet.of("a", "anna", [over])
    shorter = span_verbs.move(made, over, 5, 15, text=text).spans[over.id]
    assert (shorter.start, shorter.end) == (5, 15)
    with pytest.raises(UserError, match="paragraph break"):
        span_verbs.move(made, over, 0, 20, text=text)
