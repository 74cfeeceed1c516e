"""Assignment: everything is given out, evenly, as many twice as asked, and the same for the same seed."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.exchange.assignment import assign

IDS = [f"a{n}" for n in range(100)]
people = st.lists(st.sampled_from(["anna", "ben", "cy", "dee"]), min_size=2, unique=True)


@given(people, st.integers(0, 100), st.integers(0, 9))
def test_each_article_goes_to_one_or_to_as_many_as_asked(who, overlap, seed) -> None:
    given = assign(IDS, who, overlap=overlap / 100, to=2, seed=seed)
    assert given.keys() == set(IDS)
    sizes = Counter(len(set(said)) for said in given.values())
    assert (sizes[2], sizes[1]) == (overlap, 100 - overlap)


@given(people, st.integers(0, 100))
def test_shares_are_even(who, overlap) -> None:
    given = assign(IDS, who, overlap=overlap / 100)
    for many in (1, 2):
        each = Counter(name for said in given.values() if len(said) == many for name in said)
        assert not each or max(each.values()) - min(each[name] for name in who) <= 1


@given(st.permutations(IDS), st.integers(0, 5))
def test_it_depends_on_ids_and_seed_alone(order, seed) -> None:
    assert assign(order, ["anna", "ben"], overlap=0.2, seed=seed) == assign(
        IDS, ["anna", "ben"], overlap=0.2, seed=seed
    )


def test_another_seed_gives_other_articles() -> None:
    assert assign(IDS, ["anna", "ben"], seed=1) != assign(IDS, ["anna", "ben"], seed=2)


def test_all_go_to_all_when_that_is_asked() -> None:
    given = assign(IDS, ["anna", "ben", "cy"], overlap=1, to=3)
    assert {frozenset(said) for said in given.values()} == {frozenset(["anna", "ben", "cy"])}


WRONG = [
    ([], {}, "at least one annotator"),
    (["anna", "anna"], {}, "named twice"),
    (["anna", "ben"], {"overlap": 1.2}, "from 0 to 100"),
    (["anna", "ben"], {"overlap": 0.2, "to": 3}, "cannot go to 3 of 2"),
]


@pytest.mark.parametrize(("who", "how", "sentence"), WRONG)
def test_what_cannot_be_is_refused(who, how, sentence) -> None:
    with pytest.raises(UserError, match=sentence):
        assign(IDS, who, **how)
