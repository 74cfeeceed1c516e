"""The cutting of a run's articles into chunks, and of a chunk into what a pipeline gets at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.suggest.chunks.shapes import Chunk, ChunkArticle

BLOCK = 20  # articles that are looked at together
AT_ONCE, LARGEST = 50_000, 200_000  # code points of such, and of a chunk, unless one article has more


def batches(articles: Iterable[ChunkArticle]) -> Iterator[tuple[ChunkArticle, ...]]:
    """Yield the articles that are looked at together: neighbours of one block, not too long in all.

    What they are depends on their block alone, not on the chunks that the blocks come in.
    """
    batch, length = list[ChunkArticle](), 0
    for one in articles:
        size = len(one.asked.text)
        if batch and (batch[0].block != one.block or length + size > AT_ONCE):
            yield tuple(batch)
            batch, length = [], 0
        batch.append(one)
        length += size
    if batch:
        yield tuple(batch)


def cut(articles: Iterable[ChunkArticle], most: int) -> Iterator[Chunk]:
    """Yield the articles in chunks of whole batches: at most so many of them, unless the first batch has more."""
    number, waiting, length = 0, list[ChunkArticle](), 0
    for batch in batches(articles):
        size = sum(len(one.asked.text) for one in batch)
        if waiting and (len(waiting) + len(batch) > most or length + size > LARGEST):
            yield Chunk(number, tuple(waiting))
            number, waiting, length = number + 1, [], 0
        waiting += batch
        length += size
    if waiting:
        yield Chunk(number, tuple(waiting))
