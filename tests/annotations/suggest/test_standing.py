"""Where wordings stand in an article, and how many of these places are marked."""

from __future__ import annotations

import pytest

from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.suggest.standing import StandCount, standing
from annotations.text.wording_index import WordingIndex

TEXT = "Oslo Harbour closed. Oslo waited, and Oslo slept.\n\nMore from Oslo"


def sheet(*marks: tuple[int, int], boilerplate: tuple[tuple[int, int], ...] = ()) -> Sheet:
    spans = [Span(f"s{n}", start, end, "GPE", Status.CONFIRMED) for n, (start, end) in enumerate(marks)]
    return Sheet((), AnnotationSet.of("a", "anna", [*spans, *(Boilerplate(*at) for at in boilerplate)]))


def test_places_within_a_longer_span_and_in_boilerplate_do_not_count() -> None:
    index = WordingIndex(["Oslo", "Bergen"])
    assert standing(TEXT, index, sheet()) == {"Oslo": StandCount(4, 0)}
    made = sheet((0, 12), (21, 25), boilerplate=((51, 65),))
    assert standing(TEXT, index, made) == {"Oslo": StandCount(2, 1)}


def test_half_of_the_places_is_enough() -> None:
    assert [StandCount(*of).speaks for of in ((0, 0), (1, 0), (2, 1), (3, 1))] == [True, False, True, False]


@pytest.mark.parametrize(
    ("text", "wording", "stands"),
    [
        ("Oslo  Harbour, Oslo\tHarbour", "Oslo Harbour", 2),
        ("The U.S. and US", "U.S.", 1),
        ("東京は東京都の中心", "東京", 2),
        ("🛳 and 🛳🛳", "🛳", 3),
        ("Oslofjord", "Oslo", 0),
        ("", "Oslo", 0),
    ],
)
def test_wordings_are_found_on_token_bounds(text: str, wording: str, stands: int) -> None:
    found = standing(text, WordingIndex([wording, " ", "\u0301"]), sheet())
    assert found.get(wording, StandCount(0, 0)).stands == stands
