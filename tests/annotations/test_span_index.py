"""The index: a sorted list of spans, against one that is sorted anew each time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.span_index import SpanIndex
from annotations.spans import Span, in_order
from tests.making import span

bounds = st.tuples(st.integers(0, 20), st.integers(1, 9)).map(lambda pair: (pair[0], sum(pair)))
some = st.builds(lambda at, id_: span(*at, id_=id_), bounds, st.sampled_from("abcdefgh"))
many = st.lists(some, max_size=8)


def model(spans: list[Span]) -> list[Span]:
    return sorted({span.id: span for span in spans}.values(), key=in_order)


@given(many, many, st.lists(st.sampled_from("abcdefgh")))
def test_an_index_is_a_sorted_list_with_one_entry_an_id(first, added, gone) -> None:
    index = SpanIndex(first)
    for new in added:
        index.add(new)
    for id_ in gone:
        index.discard(id_)
    wanted = [span for span in model(first + added) if span.id not in gone]
    assert list(index) == wanted
    assert (len(index), index.get("a"), "a" in index) == (
        *(len(wanted), next((s for s in wanted if s.id == "a"), None)),
        any(s.id == "a" for s in wanted),
    )


@given(many, bounds)
def test_overlapping_gives_the_spans_that_share_a_character(spans, at) -> None:
    assert SpanIndex(spans).overlapping(*at) == [s for s in model(spans) if s.overlaps(span(*at))]


@given(many, some)
def test_after_and_before_give_the_neighbours(spans, here) -> None:
    index, there = SpanIndex(spans), model(spans)
    later = [s for s in there if in_order(s) > in_order(here)]
    earlier = [s for s in there if in_order(s) < in_order(here)]
    assert index.after(here) == (later[0] if later else None)
    assert index.before(here) == (earlier[-1] if earlier else None)


@given(many, st.integers(0, 25))
def test_a_place_finds_the_spans_that_start_on_either_side(spans, place) -> None:
    index, there = SpanIndex(spans), model(spans)
    assert index.from_place(place) == next((s for s in there if s.start >= place), None)
    assert index.to_place(place) == next((s for s in reversed(there) if s.start < place), None)


def test_the_least_score_leaves_out_spans_without_one() -> None:
    assert SpanIndex([span(0, 1), span(1, 2, score=0.7), span(2, 3, score=0.2)]).least_score() == 0.2
    assert SpanIndex([span(0, 1)]).least_score() is None
