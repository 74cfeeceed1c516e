"""Merging as an algebra: idempotent, commutative, associative, and nothing is forgotten."""

from __future__ import annotations

from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from annotations.exchange.merge import Stamp, Stamped, bare, dangling, key_of, later, merge, winners
from annotations.facts import Fact, Filler, Role
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Status
from tests.making import span

items = st.sampled_from([span(0, 5), span(0, 6, id_="x"), span(0, 6, "ORG", id_="x"), Progress(State.DONE)])
stamps = st.builds(Stamp, st.integers(0, 3), st.sampled_from("abc"))


@st.composite
def states(draw: st.DrawFn) -> dict:
    found = {}
    for item in draw(st.lists(items, max_size=4)):
        found[key_of(item)] = Stamped(item if draw(st.booleans()) else None, draw(stamps))
    return found


@given(states())
def test_merging_is_idempotent(one) -> None:
    assert merge(one, one) == one
    assert winners(one, one) == {}


@given(states(), states())
def test_merging_is_commutative(one, other) -> None:
    assert merge(one, other) == merge(other, one)


@given(states(), states(), states())
def test_merging_is_associative(one, other, third) -> None:
    assert merge(merge(one, other), third) == merge(one, merge(other, third))


@given(st.lists(states(), min_size=1, max_size=5), st.data())
def test_any_order_and_any_repetition_gives_the_same(copies, data) -> None:
    again = data.draw(st.permutations(copies)) + data.draw(st.lists(st.sampled_from(copies), max_size=3))
    assert reduce(merge, copies) == reduce(merge, again)


@given(states(), states())
def test_no_item_is_forgotten_and_the_later_of_two_stays(one, other) -> None:
    done = merge(one, other)
    assert done.keys() == one.keys() | other.keys()
    for key, stamped in done.items():
        assert stamped.stamp == max(state[key].stamp for state in (one, other) if key in state)
        assert any(state.get(key) == stamped for state in (one, other))


def test_a_deletion_wins_over_what_was_written_before_and_not_over_what_came_after() -> None:
    gone = Stamped(None, Stamp(2, "b"))
    assert later(Stamped(span(0, 5), Stamp(1, "z")), gone) is gone
    after = Stamped(span(0, 5), Stamp(3, "a"))
    assert later(gone, after) is after


def test_of_one_number_the_uuid_decides() -> None:
    one, other = Stamped(span(0, 5), Stamp(1, "a")), Stamped(span(0, 6), Stamp(1, "b"))
    assert later(one, other) is later(other, one) is other


def test_a_fact_whose_span_is_gone_keeps_its_place() -> None:
    fact = Fact("f", "ATTACK", (23, 27), (Role("actor", (Filler(0, 5, "s"), Filler(6, 9, "r"))),))
    kept, rejected = span(0, 5, id_="s"), span(6, 9, id_="r", status=Status.REJECTED)
    made = AnnotationSet.of("a", "anna", [fact, kept, rejected])
    assert [f.span for f in bare(made).facts["f"].fillers()] == ["s", None]
    assert (dangling(made), dangling(made.lacking(kept))) == (0, 1)
    assert bare(made.lacking(fact)) == made.lacking(fact)
