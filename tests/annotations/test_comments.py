"""Comments: verbs on one's own set, and threads over everybody's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import comments
from annotations.comments import SignedComment, Thread, threads
from annotations.errors import UserError
from annotations.sets import AnnotationSet, Comment

EMPTY = AnnotationSet("a", "anna")


def said(
    id_: str, *, by: str = "anna", on: str | None = None, to: str | None = None, at: str = "1"
) -> SignedComment:
    return SignedComment(Comment(id_, id_, by, at, on, to), by)


def placed(one: SignedComment) -> tuple[int, int] | None:
    """On "7" the comment is at [7, 8)."""
    on = one.comment.on
    return (int(on), int(on) + 1) if on else None


def only(made: AnnotationSet) -> Comment:
    (found,) = made.comments.values()
    return found


def test_a_comment_is_by_the_sets_annotator_and_without_outer_blanks() -> None:
    made = only(comments.comment(EMPTY, " why? \n", at="2024", on="s"))
    assert (made.text, made.by, made.at, made.on, made.resolved) == ("why?", "anna", "2024", "s", False)


@pytest.mark.parametrize("text", ["", " ", "\n\u00a0\u2028"])
def test_an_empty_comment_is_refused(text: str) -> None:
    with pytest.raises(UserError, match="write some words"):
        comments.comment(EMPTY, text, at="2024")


def test_an_answer_lies_in_ones_own_set_on_the_same_thing() -> None:
    thread = Thread(said("b", by="bert", on="7"), (), None)
    made = only(comments.reply(EMPTY, thread, "so", at="2024"))
    assert (made.by, made.on, made.reply_to) == ("anna", "7", "b")


def test_resolving_reopening_and_deleting_ones_own() -> None:
    made = EMPTY.having(said("c").comment)
    resolved = comments.resolve(made, said("c"))
    assert only(resolved).resolved
    assert comments.reopen(resolved, said("c")) == made
    assert comments.delete(made, said("c")) == EMPTY


@pytest.mark.parametrize("verb", [comments.resolve, comments.reopen, comments.delete])
def test_what_somebody_else_said_is_theirs(verb) -> None:
    with pytest.raises(UserError, match="bert's; answer it"):
        verb(EMPTY, said("b", by="bert"))


def test_what_is_gone_is_not_changed() -> None:
    with pytest.raises(UserError, match="gone already"):
        comments.resolve(EMPTY, said("c"))


def test_threads_come_in_text_order_behind_those_on_the_article() -> None:
    found = threads([said("late", on="9"), said("whole"), said("early", on="2")], placed)
    assert [thread.first.comment.id for thread in found] == ["whole", "early", "late"]


def test_answers_stand_below_their_thread_oldest_first_whoever_wrote_them() -> None:
    all_ = [said("z", to="a", at="2"), said("y", to="z", by="bert", at="3"), said("a")]
    (thread,) = threads(all_, placed)
    assert [one.comment.id for one in (thread.first, *thread.answers)] == ["a", "z", "y"]


def test_an_answer_to_what_is_gone_begins_a_thread() -> None:
    (thread,) = threads([said("z", to="gone", on="3")], placed)
    assert (thread.first.comment.id, thread.place) == ("z", (3, 4))


links = st.dictionaries(st.sampled_from("abcdef"), st.none() | st.sampled_from("abcdefx"))


@given(links)
def test_every_comment_stands_in_one_thread_even_where_answers_go_in_a_circle(links) -> None:
    found = threads([said(id_, to=to) for id_, to in links.items()], placed)
    there = [one.comment.id for thread in found for one in (thread.first, *thread.answers)]
    assert sorted(there) == sorted(links)
