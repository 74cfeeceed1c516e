"""Edits: what left and entered, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.edits import Change, Edit
from annotations.errors import StaleEdit, UserError
from annotations.sets import AnnotationSet, Comment, Progress, State
from tests.making import span
from tests.strategies import annotation_sets

ARTICLE = Article("a", "Maria Ruiz left Oslo.")
EMPTY = AnnotationSet("a", "anna")
some = annotation_sets(ARTICLE, "anna")


@given(some, some)
def test_the_change_between_two_sets_leads_from_one_to_the_other_and_back(one, other) -> None:
    change = Change.between(one, other)
    assert change.applied(one) == other
    assert change.inverse().applied(other) == one
    assert change.inverse().inverse() == change


@given(some)
def test_a_change_between_equal_sets_is_empty(made) -> None:
    assert not Edit.between("look", made, AnnotationSet.of("a", "anna", reversed(list(made))))


def test_an_edit_to_a_new_set_starts_it() -> None:
    made = Edit.between("label", EMPTY, EMPTY.having(span(0, 5)))
    assert set(made.changes[0].added) == {span(0, 5), Progress(State.STARTED)}


def test_an_edit_to_a_done_set_marks_it_changed() -> None:
    done = EMPTY.having(Progress(State.DONE))
    change = Edit.between("label", done, done.having(span(0, 5))).changes[0]
    assert change.applied(done).progress == Progress(State.DONE, changed=True)


def test_a_comment_on_a_done_set_does_not_mark_it_changed() -> None:
    done, said = EMPTY.having(Progress(State.DONE), span(0, 5)), Comment("c", "why?", "anna", "2024")
    assert Edit.between("comment", done, done.having(said)).changes[0].added == (said,)
    both = Edit.between("label", done, done.having(said, span(0, 4))).changes[0]
    assert both.applied(done).progress.changed


def test_an_edit_to_a_returned_set_starts_it_again() -> None:
    returned = EMPTY.having(Progress(State.RETURNED))
    change = Edit.between("label", returned, returned.having(span(0, 5))).changes[0]
    assert change.applied(returned).state is State.STARTED


@pytest.mark.parametrize("state", [State.IN_REVIEW, State.REVIEWED])
def test_a_set_in_review_cannot_be_edited(state: State) -> None:
    made = EMPTY.having(Progress(state))
    with pytest.raises(UserError, match=f"The article is {state}"):
        Edit.between("label", made, made.having(span(0, 5)))


@given(st.sampled_from(State))
def test_nothing_done_is_no_edit_in_any_state(state: State) -> None:
    made = EMPTY.having(Progress(state))
    assert not Edit.between("label", made, made.having(Progress(state)))


def test_an_edit_over_several_sets_leaves_out_those_without_a_difference() -> None:
    other = AnnotationSet("b", "anna")
    edit = Edit.over("same mentions", [(EMPTY, EMPTY), (other, other.having(span(0, 5)))])
    assert [change.article for change in edit.changes] == ["b"]


def test_a_change_against_a_set_that_lacks_what_it_removes_is_stale() -> None:
    change = Change("a", "anna", removed=(span(0, 5),))
    with pytest.raises(StaleEdit, match="in the meantime"):
        change.applied(EMPTY)
    with pytest.raises(StaleEdit):
        change.applied(EMPTY.having(span(0, 5).changed(label="ORG")))


def test_a_change_that_adds_what_is_there_is_stale() -> None:
    with pytest.raises(StaleEdit):
        Change("a", "anna", added=(span(0, 5),)).applied(EMPTY.having(span(0, 5)))
