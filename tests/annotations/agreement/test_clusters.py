"""B-cubed and LEA against published examples, and against their definitions written out mention by mention."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement.clusters import ClusterFigures, Clustering, b_cubed, lea

MEASURES = (b_cubed, lea)
Measure = Callable[[Clustering, Clustering], ClusterFigures]
clusterings = st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from("1234"), max_size=10)


def of(*clusters: str) -> Clustering:
    """Each cluster's mentions as letters of a word."""
    return {letter: str(number) for number, letters in enumerate(clusters) for letter in letters}


def cluster(clustering: Clustering, mention: str) -> set[str]:
    wanted = clustering.get(mention)
    return {one for one, id_ in clustering.items() if id_ == wanted} if wanted else set()


def b_cubed_recall(mine: Clustering, theirs: Clustering) -> float | None:
    shares = [
        len(cluster(mine, one) & cluster(theirs, one)) / len(cluster(mine, one))
        for one in mine  # none where theirs has no such mention
    ]
    return sum(shares) / len(shares) if shares else None


def links(mentions: set[str]) -> set[tuple[str, str]]:
    """Each pair of mentions; of one alone that with itself."""
    return set(combinations(sorted(mentions), 2)) or {(one, one) for one in mentions}


def lea_recall(mine: Clustering, theirs: Clustering) -> float | None:
    clusters = [cluster(mine, mention) for mention in {id_: one for one, id_ in mine.items()}.values()]
    of_theirs = {link for one in theirs for link in links(cluster(theirs, one))}
    resolved = [(len(one), len(links(one) & of_theirs) / len(links(one))) for one in clusters]
    return sum(size * share for size, share in resolved) / len(mine) if mine else None


# Moosavi & Strube 2016: K = {a, b, c}, {d, e, f, g}; R = {a, b}, {c, d}, {f, g, h, i}.
KEY, RESPONSE = of("abc", "defg"), of("ab", "cd", "fghi")


def test_lea_is_that_of_the_worked_example_of_its_paper() -> None:
    found = lea(KEY, RESPONSE)
    assert found.recall == pytest.approx((3 * 1 / 3 + 4 * 1 / 6) / 7, abs=1e-15)  # 0.24
    assert found.precision == pytest.approx((2 * 1 + 2 * 0 + 4 * 1 / 6) / 8, abs=1e-15)  # 0.33
    assert found.f1 == pytest.approx(5 / 18, abs=1e-15)


def test_b_cubed_is_that_of_the_same_example_by_hand() -> None:
    found = b_cubed(KEY, RESPONSE)
    assert found.recall == pytest.approx((2 * 2 / 3 + 1 / 3 + 1 / 4 + 0 + 2 * 2 / 4) / 7, abs=1e-15)
    assert found.precision == pytest.approx((2 * 1 + 1 / 2 + 1 / 2 + 2 * 2 / 4 + 0 + 0) / 8, abs=1e-15)


# Bagga & Baldwin 1998: two links too many; the second joins the larger chains and must cost more.
@pytest.mark.parametrize(
    ("response", "precision"), [(("12345", "6789ABC"), 16 / 21), (("1234589ABC", "67"), 7 / 12)]
)
def test_b_cubed_is_that_of_its_paper(response: tuple[str, ...], precision: float) -> None:
    found = b_cubed(of("12345", "67", "89ABC"), of(*response))
    assert (found.precision, found.recall) == (pytest.approx(precision, abs=1e-15), 1)


@pytest.mark.parametrize("measure", MEASURES)
@given(mine=clusterings, theirs=clusterings)
def test_the_other_way_round_precision_and_recall_change_places(
    measure: Measure, mine: Clustering, theirs: Clustering
) -> None:
    one, other = measure(mine, theirs), measure(theirs, mine)
    assert one == ClusterFigures(other.recall, other.precision, other.f1)


@pytest.mark.parametrize("measure", MEASURES)
@given(mine=clusterings.filter(bool))
def test_it_is_one_of_equal_clusterings_whatever_their_ids(measure: Measure, mine: Clustering) -> None:
    renamed = {one: f"c{id_}" for one, id_ in mine.items()}
    assert measure(mine, renamed) == ClusterFigures(1, 1, 1)


@pytest.mark.parametrize(("measure", "recall"), [(b_cubed, b_cubed_recall), (lea, lea_recall)])
@given(mine=clusterings, theirs=clusterings)
def test_it_is_what_the_definition_says(
    measure: Measure,
    recall: Callable[[Clustering, Clustering], float | None],
    mine: Clustering,
    theirs: Clustering,
) -> None:
    found = measure(mine, theirs)
    assert found.recall == pytest.approx(recall(mine, theirs), abs=1e-12)
    assert found.precision == pytest.approx(recall(theirs, mine), abs=1e-12)


@pytest.mark.parametrize("measure", MEASURES)
@given(mine=clusterings.filter(bool), theirs=clusterings.filter(bool))
def test_f1_is_the_harmonic_mean_and_lies_between(
    measure: Measure, mine: Clustering, theirs: Clustering
) -> None:
    found = measure(mine, theirs)
    assert found.precision is not None
    assert found.recall is not None
    assert found.f1 is not None
    low, high = sorted((found.precision, found.recall))
    assert 0 <= low <= found.f1 + 1e-12
    assert found.f1 - 1e-12 <= high <= 1
    assert found.f1 * (found.precision + found.recall) == pytest.approx(2 * found.precision * found.recall)


@pytest.mark.parametrize("measure", MEASURES)
def test_nothing_is_said_of_a_side_without_mentions(measure: Measure) -> None:
    assert measure({}, {}) == ClusterFigures(None, None, None)
    assert measure(of("ab"), {}) == ClusterFigures(None, 0, 0)
    assert measure({}, of("ab")) == ClusterFigures(0, None, 0)


def test_a_mention_alone_is_a_link_to_itself_for_lea_only_where_both_have_it_alone() -> None:
    assert lea(of("a", "bc"), of("a", "bc")).recall == 1
    assert lea(of("a", "bc"), of("ad", "bc")).recall == pytest.approx(2 / 3)
    assert lea(of("a", "bc"), of("bc")).recall == pytest.approx(2 / 3)


def test_a_mention_of_one_side_alone_counts_on_that_side_as_not_found() -> None:
    found = b_cubed(of("ab", "c"), of("ab", "de"))
    assert (found.recall, found.precision) == (pytest.approx(2 / 3), pytest.approx(1 / 2))
