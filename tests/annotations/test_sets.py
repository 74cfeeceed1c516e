"""Annotation sets: frozen values that items enter and leave."""

from __future__ import annotations

from annotations.facts import Fact
from annotations.sets import FINISHED, AnnotationSet, Boilerplate, Comment, Progress, State
from tests.making import span

EMPTY = AnnotationSet("a", "anna")
COMMENT = Comment("c", "why?", "bob", "2024-01-01")


def test_a_set_holds_each_kind_by_id() -> None:
    made = EMPTY.having(span(0, 5), Fact("f", "ATTACK", (0, 1)), Boilerplate(3, 9), COMMENT)
    assert (list(made.spans), list(made.facts)) == (["s0-5PERSON"], ["f"])
    assert (list(made.boilerplate), list(made.comments)) == (["3-9"], ["c"])
    assert len(made) == len(list(made)) == 4


def test_an_item_takes_the_place_of_one_with_its_id() -> None:
    made = EMPTY.having(span(0, 5, id_="x")).having(span(1, 2, "ORG", "x"))
    assert list(made.spans.values()) == [span(1, 2, "ORG", "x")]


def test_a_set_is_unchanged_by_what_is_made_from_it() -> None:
    made = EMPTY.having(span(0, 5))
    made.lacking(span(0, 5))
    assert len(EMPTY) == 0
    assert len(made) == 1


def test_a_set_that_lost_everything_equals_a_new_one() -> None:
    assert EMPTY.having(span(0, 5), COMMENT).lacking(COMMENT, span(0, 5)) == EMPTY


def test_to_lack_what_is_not_there_changes_nothing() -> None:
    assert EMPTY.having(COMMENT).lacking(span(0, 5)) == EMPTY.having(COMMENT)


def test_a_set_without_progress_is_new() -> None:
    assert EMPTY.state is State.NEW
    assert EMPTY.having(Progress(State.DONE, True)).progress == Progress(State.DONE, True)


def test_done_in_review_and_reviewed_are_finished() -> None:
    assert set(FINISHED) == {State.DONE, State.IN_REVIEW, State.REVIEWED}
