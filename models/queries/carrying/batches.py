"""Articles in steps: so many of them, and so much text, that a step takes a few milliseconds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Of = TypeVar("Of")


def batches(
    articles: Iterable[Of], length: Callable[[Of], int], *, room: int, most: int
) -> Iterator[list[Of]]:
    """Yield the articles in batches of at most `most` with at most `room` code points; one article at least."""
    batch, total = list[Of](), 0
    for one in articles:
        if batch and (total + length(one) > room or len(batch) == most):
            yield batch
            batch, total = [], 0
        batch.append(one)
        total += length(one)
    if batch:
        yield batch
