"""Average link, strongest first."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from annotations.compare.groups.linking import linked

Pairs = dict[tuple[int, int], float]


def test_a_pair_without_a_score_counts_as_none() -> None:
    assert linked({(0, 1): 0.9, (1, 2): 0.6}, least=0.25) == [[0, 1, 2]]
    assert linked({(0, 1): 0.9, (1, 2): 0.4}, least=0.25) == [[0, 1]]


def test_what_is_begun_stays_and_takes_in() -> None:
    assert linked({(1, 2): 0.8}, least=0.25, begun=[[0, 1]]) == [[0, 1, 2]]
    assert linked({}, least=0.25, begun=[[3, 5], [4]]) == [[3, 5]]


def test_what_must_stay_apart_is_asked_of_whole_clusters() -> None:
    def apart(one: Sequence[int], other: Sequence[int]) -> bool:
        return not {0, 2} <= {*one, *other}

    assert linked({(0, 1): 0.9, (1, 2): 0.9}, least=0.25, may_join=apart) == [[0, 1]]


@given(
    st.dictionaries(st.tuples(st.integers(0, 7), st.integers(8, 15)), st.floats(-1, 1)), st.floats(0.01, 0.9)
)
def test_clusters_hold_at_their_average(pairs: Pairs, least: float) -> None:
    found = linked(pairs, least=least)
    members = [one for cluster in found for one in cluster]
    assert len(members) == len(set(members))
    assert linked(dict(reversed(pairs.items())), least=least) == found
    for one in found:
        inside = [score for pair, score in pairs.items() if {*pair} <= {*one}]
        assert max(inside) >= round(least, 9) - 1e-9
