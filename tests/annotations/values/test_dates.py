"""Dates and times: what a wording says, with and without a publication date, shown and typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.facts import Date
from annotations.values.dates import date_in, date_shown, date_typed
from tests.strategies import texts

THURSDAY = date(2024, 2, 8)
ABSOLUTE = [
    ("19 November 2023", "2023-11-19", "2023-11-19", "day"),
    ("March 8, 2024", "2024-03-08", "2024-03-08", "day"),
    ("January 2024", "2024-01-01", "2024-01-31", "month"),
    ("2023", "2023-01-01", "2023-12-31", "year"),
    ("late 2014", "2014-09-01", "2014-12-31", "part of year"),
    ("the 1990s", "1990-01-01", "1999-12-31", "decade"),
    ("Jan. 12-14, 2024", "2024-01-12", "2024-01-14", "day"),
    ("12 to 14 January 2024", "2024-01-12", "2024-01-14", "day"),
]
RELATIVE = [
    ("Jan. 24", "2024-01-24", "2024-01-24"),
    ("Nov. 19", "2023-11-19", "2023-11-19"),
    ("12 February", "2024-02-12", "2024-02-12"),
    ("Tuesday", "2024-02-06", "2024-02-06"),
    ("last Thursday", "2024-02-01", "2024-02-01"),
    ("next Tuesday", "2024-02-13", "2024-02-13"),
    ("Tuesday evening", "2024-02-06T18:00", "2024-02-06T24:00"),
    ("last night", "2024-02-07T20:00", "2024-02-07T24:00"),
    ("mid-October", "2023-10-11", "2023-10-21"),
    ("three days ago", "2024-02-05", "2024-02-05"),
    ("a year ago", "2023-01-01", "2023-12-31"),
    ("last week", "2024-01-29", "2024-02-04"),
    ("the day before yesterday", "2024-02-06", "2024-02-06"),
    ("autumn", "2023-09-01", "2023-11-30"),
    ("Jan. 24 at 12:15 a.m. (Iraq time)", "2024-01-24T00:15+03:00", "2024-01-24T00:15+03:00"),
]
PARTIAL = [
    ("Jan. 24", "XXXX-01-24"),
    ("October", "XXXX-10"),
    ("12:15 a.m. (Iraq time)", "T00:15+03:00"),
    ("0900 (UTC+3)", "T09:00+03:00"),
    ("2:30 p.m.", "T14:30"),
    ("16:30 GMT", "T16:30Z"),
]
NO_DATE = ["", "a while", "99 January", "2024-13-45", "Feb. 30", "13 p.m."]
TYPED = [
    ("2024", "2024-01-01", "2024-12-31", "year"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2024-01-24 00:15", "2024-01-24T00:15", "2024-01-24T00:15", "minute"),
    ("2024-01-01..2024-01-04", "2024-01-01", "2024-01-04", "day"),
    ("2024-01-01 to 2024-01-04", "2024-01-01", "2024-01-04", "day"),
    ("2023-10..", "2023-10-01", "..", "month"),
    ("24 Jan 2024", "2024-01-24", "2024-01-24", "day"),
]


@pytest.mark.parametrize(
    ("wording", "first", "last", "precision"), ABSOLUTE, ids=[row[0] for row in ABSOLUTE]
)
def test_a_whole_date_needs_no_reference_and_names_none(wording, first, last, precision) -> None:
    assert date_in(wording, THURSDAY) == Date(first, last, precision, None, "rule") == date_in(wording)


@pytest.mark.parametrize(("wording", "first", "last"), RELATIVE, ids=[row[0] for row in RELATIVE])
def test_a_relative_date_names_what_it_was_resolved_against(wording, first, last) -> None:
    found = date_in(wording, THURSDAY)
    assert found is not None
    assert (found.earliest, found.latest, found.resolved_against) == (first, last, "2024-02-08")


@pytest.mark.parametrize(("wording", "said"), PARTIAL, ids=[row[0] for row in PARTIAL])
def test_without_a_reference_what_the_wording_leaves_open_stays_open(wording, said) -> None:
    found = date_in(wording)
    assert found is not None
    assert (found.earliest, found.resolved_against) == (said, None)


@pytest.mark.parametrize("wording", ["Tuesday", "yesterday", "last week", "three days ago"])
def test_a_wording_that_only_leans_on_the_publication_date_has_no_value_without_it(wording) -> None:
    assert date_in(wording) is None


@pytest.mark.parametrize("wording", NO_DATE)
def test_what_is_no_day_of_the_calendar_has_no_value(wording) -> None:
    assert date_in(wording) is None


@pytest.mark.parametrize(
    ("before", "ends"), [("since", ("2023-12-01", "..")), ("until", ("..", "2023-12-31"))]
)
def test_the_word_ahead_opens_an_end(before, ends) -> None:
    found = date_in("December 2023", before=before)
    assert found is not None
    assert (found.earliest, found.latest) == ends
    assert found == date_in(f"{before} December 2023")


@pytest.mark.parametrize(("typed", "first", "last", "precision"), TYPED, ids=[row[0] for row in TYPED])
def test_a_person_types_a_date_and_stands_for_it(typed, first, last, precision) -> None:
    assert date_typed(typed, by="anna") == Date(first, last, precision, None, "anna")


@pytest.mark.parametrize("typed", ["soon", "2024-02-30", ""])
def test_typing_what_is_no_date_is_an_error_that_says_what_to_type(typed) -> None:
    with pytest.raises(UserError, match="type one like 2024-01-24"):
        date_typed(typed, by="anna")


def test_a_shown_date_says_what_it_was_resolved_against() -> None:
    assert (
        date_shown(Date("2024-01-23", "2024-01-23", "day", "2024-02-08")) == "2024-01-23 (against 2024-02-08)"
    )
    assert date_shown(Date("2023-10-01", "..", "month")) == "since 2023-10-01"


@given(texts | st.text(max_size=40), st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_no_text_breaks_the_reading(text: str, published: date | None) -> None:
    found = date_in(text, published)
    assert found is None or date_shown(found)
