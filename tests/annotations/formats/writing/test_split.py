"""Splits: nothing alike on two sides, sides that stay, labels on every side."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats.writing.split import Grouping, Split, assign, leaks, parse
from tests.strategies import examples

WORDS = [
    "tug",
    "ferry",
    "harbour",
    "mayor",
    "storm",
    "bridge",
    "court",
    "vote",
    "fire",
    "market",
    "river",
    "school",
    "train",
    "strike",
]


def text(n: int) -> str:
    """A text of 60 words that no other number has."""
    return " ".join(f"{WORDS[(n * k) % 14]}{n * k % 97}" for k in range(1, 61))


def grouped(articles: list[Article], split: Split, labels: dict[str, list[str]] | None = None) -> Grouping:
    grouping = Grouping(split)
    for article in articles:
        grouping.add(article, (labels or {}).get(article.id, []))
    return grouping


def article(n: int, content: str = "", **meta: str) -> Article:
    return Article(f"a{n}", content or text(n), "", meta)


@pytest.mark.parametrize("wrong", ["80", "80/30", "80/10/10/0", "a/b", "100/0", "50/30/10/10"])
def test_shares_that_do_not_add_up_are_refused(wrong: str) -> None:
    with pytest.raises(UserError, match="is no split"):
        parse(wrong)


def test_articles_that_differ_by_a_word_stay_together() -> None:
    twins = [article(1), article(2, text(1).replace("tug", "boat", 1)), *(article(n) for n in range(3, 30))]
    grouping = grouped(twins, Split((50, 50)))
    assert grouping.groups()[0] == ["a1", "a2"]
    assert len(grouping.groups()) == 28


def test_articles_of_one_source_and_day_stay_together() -> None:
    entries = [article(n, source="Post", published=f"2024-01-0{1 + n % 3}") for n in range(1, 10)]
    assert sorted(map(len, grouped(entries, Split((50, 50))).groups())) == [3, 3, 3]


def test_a_chosen_field_groups_in_place_of_source_and_date() -> None:
    entries = [article(n, source="Post", published="2024-01-01", topic=f"t{n % 2}") for n in range(1, 9)]
    assert sorted(map(len, grouped(entries, Split((50, 50), group_by="topic")).groups())) == [4, 4]


@settings(max_examples=examples(25))
@given(st.integers(0, 99), st.lists(st.integers(1, 60), min_size=1, max_size=40), st.integers(1, 5))
def test_no_group_is_parted_and_the_same_seed_gives_the_same_sides(
    seed: int, numbers: list, days: int
) -> None:
    entries = [article(n, source="Post", published=f"2024-01-0{1 + n % days}") for n in set(numbers)]
    grouping = grouped(entries, parse("80/10/10", seed))
    sides = assign(grouping, {})
    assert sides == assign(grouping, {})
    assert sides.keys() == {entry.id for entry in entries}
    assert leaks(grouping, sides) == []


def test_shares_of_articles_and_of_each_label_are_kept() -> None:
    entries = [article(n) for n in range(1, 201)]
    labels = {entry.id: ["RARE"] if n % 20 == 0 else ["PERSON"] for n, entry in enumerate(entries)}
    sides = assign(grouped(entries, parse("80/10/10"), labels), {})
    assert Counter(sides.values()) == {"train": 160, "dev": 20, "test": 20}
    rare = Counter(sides[id_] for id_, found in labels.items() if found == ["RARE"])
    assert rare == {"train": 8, "dev": 1, "test": 1}


def test_a_side_once_given_is_kept_and_takes_newcomers() -> None:
    grouping = grouped([article(1), article(2), article(3, text(1))], Split((50, 50)))
    sides = assign(grouping, {"a1": "test", "a2": "test"})
    assert sides == {"a1": "test", "a2": "test", "a3": "test"}


def test_sides_given_before_that_part_a_group_are_a_leak() -> None:
    grouping = grouped([article(1), article(2, text(1))], Split((50, 50)))
    sides = assign(grouping, {"a1": "train", "a2": "test"})
    assert leaks(grouping, sides) == ["a2 (test) and a1 (train): nearly the same text"]
