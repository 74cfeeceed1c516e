"""Assignment: everything is given out, as dice fall, and the same whatever the order and the other articles."""

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
    assert sizes[2] + sizes[1] == 100
    assert abs(sizes[2] - overlap) <= 25  # five times the spread of what is thrown


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("overlap", [0.0, 0.5, 1.0])
def test_shares_are_even_as_dice_are(seed: int, overlap: float) -> None:
    who = ["anna", "ben", "cy", "dee"]
    given = assign([f"a{n}" for n in range(2000)], who, overlap=overlap, seed=seed)
    each = Counter(name for said in given.values() for name in said)
    wanted = 500 * (1 + overlap)
    assert all(abs(each[name] - wanted) <= 5 * wanted**0.5 for name in who)


@given(people.flatmap(lambda who: st.tuples(st.just(who), st.permutations(who))), st.integers(0, 100))
def test_the_order_of_the_names_moves_nobody(who, overlap) -> None:
    assert assign(IDS, who[0], overlap=overlap / 100) == assign(IDS, who[1], overlap=overlap / 100)


@given(people, st.sets(st.sampled_from(IDS)), st.integers(0, 100), st.integers(0, 9))
def test_articles_more_or_less_move_no_other(who, some, overlap, seed) -> None:
    every = assign(IDS, who, overlap=overlap / 100, seed=seed)
    assert assign(sorted(some), who, overlap=overlap / 100, seed=seed) == {id_: every[id_] for id_ in some}


def test_a_name_more_takes_only_what_it_gets() -> None:
    before, after = assign(IDS, ["anna", "ben"]), assign(IDS, ["anna", "ben", "cy"])
    moved = [id_ for id_ in IDS if before[id_] != after[id_]]
    assert 15 < len(moved) < 55
    assert {after[id_] for id_ in moved} == {("cy",)}


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
