"""Unitizing alpha against its published example, and against the formula written out section by section."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.agreement import alpha
from annotations.agreement.alpha import Units
from annotations.agreement.ranges import merged
from tests.annotations.agreement.two_people import WORDS, article, by_chance, figures


def of(observers: list[list[tuple[int, int]]], length: int) -> float:
    sizes = sorted({end - start for units in observers for start, end in units})
    marks = (np.array(each, dtype=np.int64).reshape(-1, 2).T for each in observers)
    units = [Units.of(0 * starts, starts, ends)[0] for starts, ends in marks]
    rows = alpha.unitizing_rows(units, [length], sizes)
    return float(alpha.unitizing(len(observers), sizes)(rows[0]))


# Krippendorff, Content Analysis (2nd ed. 2004), p. 254: a continuum from 150 to 450, two observers.
C = [[(225, 295), (370, 400)], [(220, 300), (355, 375), (400, 420)]]
K = [[(180, 240), (300, 350)], [(180, 240), (300, 350)]]


def shifted(observers: list[list[tuple[int, int]]]) -> list[list[tuple[int, int]]]:
    return [[(start - 150, end - 150) for start, end in units] for units in observers]


def test_the_published_example_comes_out() -> None:
    assert of(shifted(C), 300) == pytest.approx(0.7286, abs=0.0001)
    assert of(shifted(K), 300) == 1.0


def sections(units: list[tuple[int, int]], length: int) -> list[tuple[int, int, bool]]:
    """(begin, length, is a unit) of units and gaps in order."""
    found, at = [], 0
    for start, end in [*units, (length, length)]:
        found += [(at, start - at, False)] if start > at else []
        found += [(start, end - start, True)] if end > start else []
        at = end
    return found


def distance(one: tuple[int, int, bool], other: tuple[int, int, bool]) -> int:
    """The difference function of Krippendorff (1995), case by case."""
    (b, l, unit), (b2, l2, unit2) = one, other
    if unit and unit2 and -l < b - b2 < l2:
        return (b - b2) ** 2 + (b + l - b2 - l2) ** 2
    if unit and not unit2 and l2 - l >= b - b2 >= 0:
        return l**2
    if unit2 and not unit and l2 - l <= b - b2 <= 0:
        return l2**2
    return 0


def written_out(observers: list[list[tuple[int, int]]], length: int) -> float:
    m, each = len(observers), [sections(units, length) for units in observers]
    observed = sum(distance(g, h) for one, other in permutations(each, 2) for g in one for h in other)
    observed /= m * (m - 1) * length**2
    units = [l for one in each for _, l, unit in one if unit]
    gaps = [l for one in each for _, l, unit in one if not unit]
    top = sum(
        (len(units) - 1) / 3 * (2 * l**3 - 3 * l**2 + l) + l**2 * sum(g - l + 1 for g in gaps if g >= l)
        for l in units
    )
    expected = 2 / length * top / (m * length * (m * length - 1) - sum(l * (l - 1) for l in units))
    return 1 - observed / expected


ranges = st.tuples(st.integers(0, 59), st.integers(1, 12)).map(lambda at: (at[0], min(60, sum(at))))
people = st.lists(st.lists(ranges, max_size=6).map(merged), min_size=2, max_size=4)


@given(people.filter(any))
def test_it_is_the_formula_written_out(observers) -> None:
    assert of(observers, 60) == pytest.approx(written_out(observers, 60), rel=1e-9, abs=1e-9)


def test_overlapping_spans_of_one_label_are_united_and_counted() -> None:
    one = article(anna=[(0, 13, "ORG"), (7, 20, "ORG")], ben=[(0, 20, "ORG")])
    found = figures([one])["alpha"]
    assert (found["unitizing"], found["united"]) == ({"ORG": 1.0}, {"ORG": 1})


def test_a_label_on_articles_that_not_all_have_says_why() -> None:
    two = [article(id_="x", anna=[(0, 6, "LAW")], ben=[]), *by_chance(2, ("anna", "ben", "cy"))]
    found = figures(two, "anna", "ben", "cy")["alpha"]
    assert found["unitizing"]["LAW"] is None
    assert "all annotators have worked on" in found["unitizing_why"]["LAW"]


def test_one_article_of_many_gives_what_it_gives_alone() -> None:
    one = article(anna=[(0, 13, "ORG")], ben=[(0, 20, "ORG"), (35, 41, "ORG")])
    assert figures([one])["alpha"]["unitizing"]["ORG"] == pytest.approx(
        written_out([[(0, 13)], [(0, 20), (35, 41)]], len(WORDS)), abs=1e-6
    )
