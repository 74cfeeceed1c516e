"""Many articles looked at together, so that one on which a pipeline or a rule fails costs itself alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from annotations.articles import Asked
from annotations.errors import attempted, guarded
from annotations.problems import Problem, Worded, worded

Found = TypeVar("Found")
Look = Callable[[Iterable[Asked]], Iterable[Found]]  # gives what was found in each, in their order
Say = Callable[[str], None]


def each(articles: Sequence[Asked], look: Look[Found], say: Say) -> Iterator[tuple[Asked, Found | None]]:
    """Yield each article with what was found in it; None, and a sentence to `say`, where looking failed."""
    done = 0
    together: Iterable[Found | None] = look(iter(articles))
    for found in guarded(together, lambda kind: None, "While articles were looked through"):
        if found is not None:
            yield articles[done], found
            done += 1
    for article in articles[done:]:  # one of them is at fault: each by itself
        yield article, tried(article, lambda: next(iter(look([article]))), say)  # noqa: B023 - called at once


def tried(article: Asked, find: Callable[[], Found], say: Say) -> Found | None:
    """Return what is found in the article; None, and a sentence to `say`, when that fails."""
    return attempted(
        find, lambda kind: say(failed_on(article, kind)), f"While {article.id} was looked through"
    )


def failed_on(article: Asked, kind: str) -> Worded:
    """Return the sentence that nothing could be suggested in the article; `kind`: why, in a few words."""
    named = {"title": article.title or article.id, "id": article.id, "kind": kind}
    said = worded("In {title} ({id}) nothing could be suggested: {kind}.", **named)
    said.kind += Problem("", None, kind).kind
    return said
