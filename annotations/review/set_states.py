"""The states of a set under review: in review, reviewed, returned, and in review again."""

from __future__ import annotations

from annotations.errors import UserError
from annotations.sets import GOLD, AnnotationSet, Comment, State
from annotations.spans import new_id

REVIEWABLE = (State.DONE, State.IN_REVIEW)


def take_into_review(made: AnnotationSet) -> AnnotationSet:
    """Return the set put in review and so read-only to its annotator.  UserError unless it is done."""
    if made.state not in REVIEWABLE:
        raise UserError(f"{made.annotator} is not done with this article: it is {made.state}.")
    return made.having(made.progress.now(State.IN_REVIEW))


def approve(made: AnnotationSet) -> AnnotationSet:
    """Return the set marked as reviewed; also for the gold set.

    UserError for an annotator's set that is not in review.
    """
    _check_in_review(made)
    return made.having(made.progress.now(State.REVIEWED))


def send_back(made: AnnotationSet, *, reason: str, by: str, at: str, note: str = "") -> AnnotationSet:
    """Return the set sent back to its annotator with the reason as a comment; `at` is UTC, ISO 8601.

    UserError without a reason, or when the set is not in review.
    """
    _check_in_review(made)
    if not reason:
        raise UserError("Say why the article goes back: choose a reason.")
    said = f"{reason}: {note}" if note else reason
    return made.having(Comment(new_id(), said, by, at), made.progress.now(State.RETURNED))


def reopen(made: AnnotationSet) -> AnnotationSet:
    """Return a reviewed set put in review again; the gold set is started again."""
    state = State.STARTED if made.annotator == GOLD else State.IN_REVIEW
    return made.having(made.progress.now(state))


def _check_in_review(made: AnnotationSet) -> None:
    if made.annotator != GOLD and made.state is not State.IN_REVIEW:
        raise UserError(f"{made.annotator}'s work on this article is not in review: it is {made.state}.")
