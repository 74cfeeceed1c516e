"""A second look at gold: the sample, what is noted of it, and the figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.review import decisions
from annotations.review.fair import second_look
from annotations.sets import Progress, State
from tests.annotations.review.golds import NEW
from tests.making import span

FIRST, THEN, LATER = "2026-01-01T00:00:00", "2026-02-01T00:00:00", "2026-03-01T00:00:00"
GOLD = decisions.note_approval(
    NEW.having(span(0, 10), span(28, 32, "GPE"), Progress(State.REVIEWED)), "", by="rex", at=FIRST
)


def test_the_sample_goes_by_the_seed_and_not_by_the_order() -> None:
    articles = [str(number) for number in range(100)]
    assert second_look.sample(articles, 5, 3) == second_look.sample(reversed(articles), 5, 3)
    assert second_look.sample(articles, 5, 3) != second_look.sample(articles, 5, 4)
    assert set(second_look.sample(articles, 5, 3)) < set(second_look.sample(articles, 50, 3))


def test_what_held_is_known_once_the_article_is_approved_again() -> None:
    drawn = second_look.noted(GOLD, by="eve", at=THEN)
    assert second_look.of(GOLD) is None
    assert not second_look.of(drawn).is_over  # it is still the approval of before
    (oslo,) = [made for made in drawn.spans.values() if made.label == "GPE"]
    after = drawn.lacking(oslo).having(replace(oslo, id="new", label="ORG"))
    again = decisions.note_approval(after, "", by="eve", at=LATER)
    found = second_look.of(again)
    assert (found.is_over, found.first, found.again) == (True, "rex", "eve")
    assert (found.items, found.held, found.added) == (2, 1, 1)


def test_the_figures_are_of_what_was_looked_at() -> None:
    each = [
        second_look.SecondLook("a", True, "rex", "eve", 8, 7, 1),
        second_look.SecondLook("b", True, "rex", "rex", 2, 2, 0),
        second_look.SecondLook("c", False, "rex", ""),
    ]
    found = second_look.as_json(each)
    assert (found["drawn"], found["looked_at"], found["by_the_same"]) == (3, 2, 1)
    assert (found["held"], found["items"], found["added"], found["precision"]) == (9, 10, 1, 0.9)
    assert found["rough"]


@pytest.mark.parametrize(
    ("held", "items", "low", "high"),
    [(9, 10, 0.5958, 0.9821), (81, 263, 0.2553, 0.3662), (0, 20, 0.0, 0.1611)],
)
def test_the_interval_is_wilsons_as_published(held: int, items: int, low: float, high: float) -> None:
    assert second_look.interval(held, items) == pytest.approx(
        [low, high], abs=0.0002
    )  # Newcombe 1998, table I


def test_of_nothing_there_is_no_figure() -> None:
    found = second_look.as_json([])
    assert (found["precision"], found["interval"]) == (None, None)
