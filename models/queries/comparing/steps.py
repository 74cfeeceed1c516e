"""Questions answered in steps, as an idle window has time: a generator that does a little at each and returns its answer."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")
Steps = Generator[None, None, T]


def answer(question: Steps[T]) -> T:
    """Return the answer to a question, all its steps done at once."""
    while True:
        try:
            next(question)
        except StopIteration as end:
            found: T = end.value
            return found
