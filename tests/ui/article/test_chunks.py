from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.spans import Span
from annotations.text.graphemes import inside_grapheme
from ui.article.chunks import LONGEST, Chunks

TEXTS = st.text(st.sampled_from("ab .\n\r\u2029é😀"), max_size=40)


def long_text(unit: str) -> str:
    return unit * (30_000 // len(unit))


def test_a_long_paragraph_is_cut_at_sentences() -> None:
    text = long_text("A man said so. ")
    chunks = Chunks(text)
    assert len(chunks) > 3
    assert all(text[start : start + 5] == "A man" for start in chunks.starts)
    assert max(end - start for start, end in zip(chunks.starts, chunks.ends, strict=True)) <= LONGEST


def test_without_sentences_it_is_cut_at_blanks_and_without_blanks_between_clusters() -> None:
    blanks, family = long_text("word "), long_text("👩‍👩‍👧")
    assert all(blanks[start : start + 4] == "word" for start in Chunks(blanks).starts)
    assert len(Chunks(family)) > 3
    assert not any(inside_grapheme(family, start) for start in Chunks(family).starts)


def test_only_the_last_chunk_of_a_paragraph_ends_it() -> None:
    chunks = Chunks(long_text("A man said so. ") + "\nShort.")
    assert [chunks.ends_paragraph(index) for index in range(len(chunks))][-3:] == [False, True, True]


@given(TEXTS, st.lists(st.tuples(st.integers(0, 39), st.integers(1, 20)), max_size=6))
def test_all_spans_at_once_are_sorted_in_as_one_by_one(text: str, bounds: list[tuple[int, int]]) -> None:
    spans = [Span(str(n), start, start + length, "X") for n, (start, length) in enumerate(bounds)]
    at_once, one_by_one = Chunks(text, spans), Chunks(text)
    for span in spans:
        one_by_one.add(span)
    for index in range(len(at_once)):
        assert {span.id for span in at_once.spans(index)} == {span.id for span in one_by_one.spans(index)}
    assert at_once.counts() == one_by_one.counts()


def test_a_span_leaves_every_chunk_it_touched() -> None:
    chunks, span = Chunks("one\ntwo\nthree"), Span("a", 1, 9, "X")
    assert list(chunks.add(span)) == list(chunks.remove(span)) == [0, 1, 2]
    assert chunks.counts() == [0, 0, 0]
