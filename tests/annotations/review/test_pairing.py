"""Pairs of facts: those that a look at all of them in turn would make, without that look."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from annotations.facts import Fact, Filler, Role
from annotations.review.pairing import _one_to_one, _rank, paired

RANGES = st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda at: (at[0], sum(at)))
FACTS = st.builds(
    lambda id_, type_, trigger, filler: Fact(id_, type_, trigger, (Role("who", (Filler(*filler),)),)),
    st.text("abcdef", min_size=1, max_size=1),
    st.sampled_from(["ATTACK", "MEETING"]),
    st.none() | RANGES,
    RANGES,
)
SETS = st.lists(FACTS, max_size=6, unique_by=lambda fact: fact.id)


@given(SETS, SETS)
def test_pairs_are_those_that_looking_at_every_two_gives(ours: list[Fact], theirs: list[Fact]) -> None:
    ranked = sorted(
        (rank, i, j)
        for i, one in enumerate(ours)
        for j, other in enumerate(theirs)
        if (rank := _rank(one, other)) is not None
    )
    assert paired(ours, theirs) == _one_to_one(ranked)
