"""How many days are left."""

from __future__ import annotations

from annotations.statistics.forecast import forecast


def test_the_days_left_go_by_the_mean_of_the_days_worked() -> None:
    found = forecast(30, [2, 4, 3, 3, 0, 6])
    assert (found.days.value, found.working_days, found.articles) == (10.0, 6, 30)
    assert found.days.low < 10 < found.days.high
    assert forecast(30, [2, 4, 3, 3, 0, 6]) == found


def test_the_same_every_day_leaves_no_range() -> None:
    days = forecast(9, [3] * 8).days
    assert (days.value, days.low, days.high) == (3.0, 3.0, 3.0)


def test_few_days_or_no_article_done_give_no_figure() -> None:
    assert forecast(9, [3] * 4).days.why == "Too few to tell: 4 working days; it takes 5."
    assert forecast(9, [0] * 9).days.value is None
    assert forecast(0, []).days.value == 0.0


def test_a_range_may_have_an_open_end() -> None:
    days = forecast(9, [0, 0, 0, 0, 1]).days
    assert days.value == 45.0
    assert days.low is not None
    assert days.high is None
