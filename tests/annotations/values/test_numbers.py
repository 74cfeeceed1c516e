"""Numbers: what a wording says, shown and typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.facts import Number
from annotations.values.numbers import number_in, number_shown, number_typed
from tests.strategies import texts

SAID = [
    ("more than 60", Number(60, ">")),
    ("at least two", Number(2, ">=")),
    ("four", Number(4)),
    ("151", Number(151)),
    ("2,500 troops", Number(2500, unit="troops")),
    ("about 41\u00a0000 tonnes", Number(41000, "~", "tonnes")),
    ("$3.4 billion", Number(3.4e9, unit="$")),
    ("£25m", Number(25e6, unit="£")),
    ("60 per cent", Number(60, unit="per cent")),
    ("up to 4%", Number(4, "<=", "%")),
    ("two hundred and fifty", Number(250)),
    ("one hundred twenty three thousand", Number(123_000)),
    ("thirty-five", Number(35)),
    ("half a million", Number(500_000)),
    ("fewer than a dozen", Number(12, "<")),
    ("dozens of ships", Number(24, ">=", "ships")),
    ("no casualties", Number(0, unit="casualties")),
    ("300 or more", Number(300, ">=")),
    ("some 1,500 ships", Number(1500, "~", "ships")),
    ("18-mile", Number(18, unit="mile")),
]
NO_NUMBER = ["", "January", "as many men", "a ship", "the fourth", "17th", "9" * 400, "F/A"]


@pytest.mark.parametrize(("wording", "value"), SAID, ids=[said for said, _ in SAID])
def test_a_wording_gives_its_number_with_what_bounds_it_and_what_it_counts(wording, value) -> None:
    assert number_in(wording) == value


@pytest.mark.parametrize("wording", NO_NUMBER)
def test_a_wording_without_a_number_gives_none(wording) -> None:
    assert number_in(wording) is None


@pytest.mark.parametrize("wording", ["400 to 500 metres", "400-500 metres", "between 400 and 500 metres"])
def test_a_range_says_no_more_than_its_lower_end(wording) -> None:
    assert number_in(wording) == Number(400, ">=", "metres")


def test_the_lower_end_of_a_range_shares_the_scale_of_the_upper() -> None:
    assert number_in("2 to 3 million") == Number(2e6, ">=")


@pytest.mark.parametrize(
    ("typed", "value"), [("> 60", Number(60, ">")), ("≥2 ships", Number(2, ">=", "ships"))]
)
def test_a_person_types_a_sign_or_words(typed, value) -> None:
    assert number_typed(typed) == value


def test_typing_what_has_no_number_is_an_error_that_says_what_to_type() -> None:
    with pytest.raises(UserError, match="no number in “many”; type one like > 60"):
        number_typed(" many ")


@pytest.mark.parametrize("value", [value for _, value in SAID], ids=str)
def test_what_is_shown_is_read_back_as_the_same_number(value) -> None:
    assert number_typed(number_shown(value)) == value


@given(texts | st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = number_in(text)
    assert found is None or number_typed(number_shown(found)).number == pytest.approx(found.number)
