"""Spans: bounds, nesting, and what a span was at first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.spans import derived_id, in_order, new_id
from tests.making import span, suggested

bounds = st.tuples(st.integers(0, 20), st.integers(1, 20)).map(lambda pair: (pair[0], sum(pair)))


@given(bounds, bounds)
def test_two_spans_overlap_when_they_share_a_character(one, other) -> None:
    assert span(*one).overlaps(span(*other)) == bool(set(range(*one)) & set(range(*other)))


@given(bounds, bounds)
def test_one_span_nests_another_when_it_holds_it_and_is_longer(one, other) -> None:
    inner, outer = sorted([set(range(*one)), set(range(*other))], key=len)
    assert span(*one).nests(span(*other)) == span(*other).nests(span(*one)) == (inner < outer)


def test_a_changed_span_keeps_its_id_and_what_it_was_at_first() -> None:
    changed = suggested(0, 5, "ORG").changed(label="GPE").changed(end=7)
    assert (changed.id, changed.first) == (suggested(0, 5, "ORG").id, (0, 5, "ORG"))
    assert (changed.start, changed.end, changed.label) == (0, 7, "GPE")


def test_a_span_changed_back_is_the_span_it_was() -> None:
    assert span(0, 5, "ORG").changed(label="GPE").changed(label="ORG") == span(0, 5, "ORG")


def test_outer_spans_come_before_the_inner_ones_that_start_with_them() -> None:
    spans = [span(3, 4), span(0, 2), span(0, 9)]
    assert [(s.start, s.end) for s in sorted(spans, key=in_order)] == [(0, 9), (0, 2), (3, 4)]


def test_a_derived_id_depends_on_its_parts_alone() -> None:
    assert derived_id("a", 1, "b") == derived_id("a", 1, "b")
    assert (
        len({derived_id("a", 1, "b"), derived_id("a", 1, "c"), derived_id("a1", "b"), derived_id("a", "1b")})
        == 4
    )


def test_new_ids_are_sixteen_hex_digits_and_differ() -> None:
    ids = {new_id() for _ in range(100)}
    assert len(ids) == 100
    assert all(len(id_) == 16 and int(id_, 16) >= 0 for id_ in ids)
