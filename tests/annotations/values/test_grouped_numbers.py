"""Numbers whose digits stand in groups: one number by any mark, and two numbers beside a blank."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.values.grouped_numbers import grouped_numbers, ungrouped, with_whole_numbers
from annotations.values.numbers import number_in

ONE = [
    ("41 000", 41000),
    ("12\u00a0000", 12000),
    ("12\u202f000", 12000),
    ("12\u2009500", 12500),
    ("3’000", 3000),
    ("1'234.5", 1234.5),
    ("1,00,000", 100000),
    ("12,34,567", 1234567),
    ("2 500 000", 2500000),
    ("490,000", 490000),
]
NONE = [
    "In 2024 300 people",
    "on Flight 370 239 people",
    "on May 12 300 people",
    "call 020 7946 0958 now",
    "1 120 300 45 6",
    "12 3000",
    "1,23,45",
    "the 1990's 100 best",
    "10.0.120 300",
    "2024-05-12 300",
]


@pytest.mark.parametrize(("figure", "number"), ONE, ids=[figure for figure, _ in ONE])
def test_digits_in_groups_are_one_number_in_the_text_and_as_a_value(figure: str, number: float) -> None:
    text = f"It took {figure} tonnes."
    assert [text[slice(*bounds)] for bounds in grouped_numbers(text)] == [figure]
    assert number_in(f"{figure} tonnes").number == number


@pytest.mark.parametrize("text", NONE)
def test_numbers_side_by_side_stay_apart(text: str) -> None:
    assert list(grouped_numbers(text)) == []


def test_a_group_of_noughts_is_no_number_of_its_own() -> None:
    assert list(grouped_numbers("In May 2 000 people left.")) == [(7, 12)]


def test_tokens_of_one_number_become_one_and_others_stay() -> None:
    assert with_whole_numbers([(0, 2), (3, 6), (7, 13)], "41 000 tonnes") == [(0, 6), (7, 13)]
    assert with_whole_numbers([(0, 2), (3, 13)], "41 000-tonnes") == [(0, 2), (3, 13)]
    assert with_whole_numbers([], "41 000") == []


@given(st.text(st.sampled_from("0123456789 ,.'’\u00a0\u2009a-"), max_size=60))
def test_numbers_are_in_order_apart_and_read_without_their_marks(text: str) -> None:
    at = 0
    for start, end in grouped_numbers(text):
        assert at <= start < end
        assert float(ungrouped(text[start:end])) >= 0
        at = end


def test_a_long_row_of_groups_is_read_in_linear_time() -> None:
    begun = time.process_time()
    for row in ("123 " * 100_000, "1," * 200_000, "12,34," * 70_000, "000'" * 100_000):
        assert len(list(grouped_numbers(row))) <= 1
    assert time.process_time() - begun < 3
