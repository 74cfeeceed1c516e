"""Comments: remarks on an article or on one span or fact of it, and the threads that they make.

A comment lies in the set of its author and is changed there only; somebody else's is answered by a comment of
one's own.  It stays when the item that it is on is deleted: it is then on the article, until an undo.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet, Comment
from annotations.spans import new_id

Place = tuple[int, int]
Placing = Callable[["SignedComment"], Place | None]


@dataclass(frozen=True)
class SignedComment:
    """A comment and the annotator in whose set it lies."""

    comment: Comment
    annotator: str


@dataclass(frozen=True)
class Thread:
    """A comment with its answers, oldest first; `place` is the range that it is on, None for the article."""

    first: SignedComment
    answers: tuple[SignedComment, ...]
    place: Place | None

    @property
    def is_open(self) -> bool:
        return not self.first.comment.resolved


def comment(to: AnnotationSet, text: str, *, at: str, on: str | None = None) -> AnnotationSet:
    """Return the set with a new comment on the item of that id, else on the article.

    `at` is UTC, ISO 8601.
    """
    return comment_each(to, [(text, on)], at=at)


def comment_each(to: AnnotationSet, said: Iterable[tuple[str, str | None]], *, at: str) -> AnnotationSet:
    """Return the set with a new comment for each of the words with the id that they are on: see `comment`."""
    return to.having(*(Comment(new_id(), _words(text), to.annotator, at, on) for text, on in said))


def reply(to: AnnotationSet, thread: Thread, text: str, *, at: str) -> AnnotationSet:
    """Return the set with an answer by its annotator, whoever began the thread."""
    first = thread.first.comment
    return to.having(Comment(new_id(), _words(text), to.annotator, at, first.on, first.id))


def resolve(to: AnnotationSet, said: SignedComment) -> AnnotationSet:
    """Return the set with the thread marked as resolved.  UserError when somebody else began the thread."""
    return to.having(replace(_own(to, said), resolved=True))


def reopen(to: AnnotationSet, said: SignedComment) -> AnnotationSet:
    """Return the set with the thread marked as open again.  UserError as `resolve`."""
    return to.having(replace(_own(to, said), resolved=False))


def delete(to: AnnotationSet, said: SignedComment) -> AnnotationSet:
    """Return the set without the comment; answers to it stay.  UserError as `resolve`."""
    return to.lacking(_own(to, said))


def threads(said: Iterable[SignedComment], place: Placing) -> list[Thread]:
    """Return all threads, those on the article first, then in text order; within one place the older first.

    An answer to a comment that is not there begins a thread of its own.
    """
    said = sorted(said, key=lambda one: (one.comment.at, one.comment.id))
    by_id = {one.comment.id: one for one in said}
    answers: dict[str, list[SignedComment]] = {}
    for one in said:
        if (root := _root(one, by_id)) is not one:
            answers.setdefault(root.comment.id, []).append(one)
    roots = (one for one in by_id.values() if _root(one, by_id) is one)
    made = [Thread(one, tuple(answers.get(one.comment.id, ())), place(one)) for one in roots]
    return sorted(made, key=lambda thread: thread.place or (-1, -1))


def _root(one: SignedComment, by_id: dict[str, SignedComment]) -> SignedComment:
    """Return the comment that begins the thread; the comment itself when answers go in a circle."""
    passed = [one]
    while (above := by_id.get(passed[-1].comment.reply_to or "")) is not None:
        if above in passed:
            return min(passed[passed.index(above) :], key=lambda other: other.comment.id)
        passed.append(above)
    return passed[-1]


def _own(to: AnnotationSet, said: SignedComment) -> Comment:
    if said.annotator != to.annotator:
        raise UserError(f"This comment is {said.annotator}'s; answer it instead.")
    if said.comment.id not in to.comments:
        raise UserError("This comment is gone already.")
    return to.comments[said.comment.id]


def _words(text: str) -> str:
    if not (words := text.strip()):
        raise UserError("An empty comment says nothing; write some words first.")
    return words
