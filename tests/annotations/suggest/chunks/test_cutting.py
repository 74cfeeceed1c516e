"""Chunks are whole batches, and batches depend on nothing but their block."""

from __future__ import annotations

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import Asked
from annotations.suggest.chunks.cutting import AT_ONCE, BLOCK, LARGEST, batches, cut
from annotations.suggest.chunks.shapes import ChunkArticle


def article(number: int, length: int) -> ChunkArticle:
    return ChunkArticle(Asked(str(number), "x" * length), number // BLOCK, spans=True, facts=False)


LENGTHS = st.lists(st.sampled_from([0, 1, 500, 20_000, 49_999, 50_001, 120_000]), max_size=90)


@given(LENGTHS, st.sampled_from([1, BLOCK, 100]))
def test_every_article_is_in_one_chunk_and_batches_are_the_same_whatever_chunks_are(
    lengths: list[int], most: int
) -> None:
    articles = [article(n, length) for n, length in enumerate(lengths)]
    chunks = [*cut(articles, most)]
    assert [*chain.from_iterable(chunk.articles for chunk in chunks)] == articles
    assert [chunk.number for chunk in chunks] == [*range(len(chunks))]
    inside = [batch for chunk in chunks for batch in batches(chunk.articles)]
    assert inside == [*batches(articles)]


def test_a_chunk_is_small_in_articles_and_in_text() -> None:
    assert [len(chunk.articles) for chunk in cut([article(n, 10) for n in range(250)], 100)] == [100, 100, 50]
    long = [*cut([article(n, 40_000) for n in range(20)], 100)]
    assert max(sum(len(one.asked.text) for one in chunk.articles) for chunk in long) <= LARGEST
    huge = [*cut([article(n, 10 * AT_ONCE) for n in range(3)], 100)]
    assert [len(chunk.articles) for chunk in huge] == [1, 1, 1]


def test_chunks_are_made_as_they_are_asked_for() -> None:
    taken: list[int] = []

    def articles():
        for number in range(1000):
            taken.append(number)
            yield article(number, 10)

    next(cut(articles(), 100))
    assert len(taken) < 130
