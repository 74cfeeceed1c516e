"""Pace: time without idle gaps, spans an hour, shares."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.pace import IDLE, Pace, SuggestionOutcome, active_seconds

seconds = st.lists(st.integers(0, 100_000))


def test_gaps_of_more_than_two_minutes_are_idle() -> None:
    assert active_seconds([0, 120, 241, 251]) == 130
    assert active_seconds([]) == active_seconds([5]) == 0


@given(seconds)
def test_the_order_of_events_does_not_matter_and_time_never_exceeds_the_whole(times: list[int]) -> None:
    found = active_seconds(times)
    assert found == active_seconds(reversed(times))
    assert 0 <= found <= (max(times) - min(times) if times else 0)


@given(seconds, st.integers(0, 100_000))
def test_one_event_more_never_takes_more_than_one_idle_gap_off(times: list[int], more: int) -> None:
    assert active_seconds([*times, more]) >= active_seconds(times)
    assert active_seconds([*times, more]) <= active_seconds(times) + 2 * IDLE


@pytest.mark.parametrize(("time", "rate"), [(1800.0, 80.0), (60.0, 2400.0), (59.0, None), (0.0, None)])
def test_spans_an_hour_are_told_from_a_minute_on(time: float, rate: float | None) -> None:
    assert Pace(time, 40).per_hour == rate


def test_a_share_of_nothing_is_nothing() -> None:
    assert (SuggestionOutcome("ORG", 3, 4).share, SuggestionOutcome("ORG", 0, 0).share) == (0.75, 0.0)
