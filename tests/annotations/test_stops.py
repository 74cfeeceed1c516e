"""The stops: the order in which Tab goes through spans and facts, against all of them sorted at once."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.facts import Fact, Filler, Role, in_text_order
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Span, Status, in_order
from annotations.stops import (
    AFTER_ARTICLE,
    AFTER_SENTENCE,
    FACTS_IN_PATH,
    NOT,
    SentencePlaces,
    Stop,
    Stops,
    place_of,
)
from annotations.text.sentences import sentences
from tests.making import span, suggested

TEXT = "Ana met Bo. Oslo struck Rome.\n\nThe fleet left. Cy said so."
EMPTY = AnnotationSet("a", "anna")
PLACES = SentencePlaces(TEXT)


def fact(quote: str, id_: str = "", **how) -> Fact:
    start = TEXT.index(quote)
    made = Fact(id_ or quote, "ATTACK", (start, start + len(quote)), status=Status.SUGGESTED)
    return replace(made, **how)


def named(quote: str) -> Span:
    start = TEXT.index(quote)
    return suggested(start, start + len(quote), id_=quote)


SPANS = [named(quote) for quote in ("Ana", "Bo", "Oslo", "Rome", "Cy")]
FACTS = [fact(quote) for quote in ("met", "struck", "left", "said")]
SHEET = Sheet([*SPANS, *FACTS], EMPTY)
ORDER = {
    AFTER_SENTENCE: "Ana Bo met Oslo Rome struck left Cy said",
    AFTER_ARTICLE: "Ana Bo Oslo Rome Cy met struck left said",
    NOT: "Ana Bo Oslo Rome Cy",
}


def walked(stops: Stops, step: int = 1) -> list[str]:
    """The ids of the stops, each found from the one before."""
    found, here = [], stops.first(step)
    while here and here.id not in found:
        found.append(here.id)
        here = stops.beside(here, step)
    return found


@pytest.mark.parametrize("way", FACTS_IN_PATH)
def test_the_stops_follow_one_another_both_ways(way: str) -> None:
    stops = Stops(SHEET, PLACES, way)
    assert walked(stops) == ORDER[way].split()
    assert walked(stops, -1) == ORDER[way].split()[::-1]


@pytest.mark.parametrize(("place", "back", "on"), [(0, None, "Ana"), (4, "Ana", "Bo"), (12, "met", "Oslo")])
def test_a_place_in_the_text_stands_before_what_begins_there(place: int, back: str | None, on: str) -> None:
    stops = Stops(SHEET, PLACES)
    found = [stops.beside(place, step) for step in (-1, 1)]
    assert [stop and stop.id for stop in found] == [back, on]


def test_what_was_just_decided_still_has_its_place() -> None:
    left = Stops(Sheet([*SPANS[2:], *FACTS[1:]], EMPTY), PLACES)
    assert [stop and stop.id for stop in map(left.beside, (*SPANS[:2], FACTS[0]))] == ["Oslo"] * 3


def test_from_a_confirmed_fact_the_way_goes_on_at_its_trigger() -> None:
    own = replace(FACTS[1], status=Status.CONFIRMED)
    stops = Stops(Sheet([*SPANS, *FACTS], EMPTY.having(own)), PLACES)
    assert [stop and stop.id for stop in (stops.beside(own, -1), stops.beside(own))] == ["Oslo", "Rome"]


def test_a_fact_without_a_trigger_stands_at_its_first_filler() -> None:
    bare = fact("met", trigger=None, roles=(Role("target", (Filler(24, 28),)),))
    assert walked(Stops(Sheet([*SPANS, bare], EMPTY), PLACES)) == ["Ana", "Bo", "Oslo", "Rome", "met", "Cy"]


def test_n_goes_by_the_text_through_decided_and_undecided_and_round_the_ends() -> None:
    sheet = Sheet([*SPANS, *FACTS], EMPTY.having(replace(SPANS[2], status=Status.CONFIRMED)))
    stops, here, seen = Stops(sheet, PLACES, NOT), 0, []
    for _ in range(10):
        here = stops.seen_beside(here)
        seen.append(here.id)
    assert seen == ["Ana", "met", "Bo", "Oslo", "struck", "Rome", "left", "Cy", "said", "Ana"]
    assert stops.seen_beside(here, -1).id == "said"


@pytest.mark.parametrize(
    ("way", "here", "expected"),
    [
        (AFTER_SENTENCE, FACTS[1], "Ana Bo Oslo Rome met struck"),
        (AFTER_ARTICLE, FACTS[0], "Ana Bo Oslo Rome Cy met"),
        (AFTER_SENTENCE, TEXT.index("Rome"), "Ana Bo Oslo met struck"),
        (AFTER_ARTICLE, TEXT.index("Rome"), "Ana Bo Oslo"),
        (AFTER_ARTICLE, len(TEXT), "Ana Bo Oslo Rome Cy met struck left said"),
        (NOT, len(TEXT), "Ana Bo Oslo Rome Cy"),
    ],
)
def test_all_up_to_a_fact_or_place_is_what_the_way_has_passed(
    way: str, here: Fact | int, expected: str
) -> None:
    spans, facts = Stops(SHEET, PLACES, way).up_to(here)
    assert " ".join(stop.id for stop in (*spans, *facts)) == expected


def test_a_fact_with_words_behind_a_place_is_not_up_to_it() -> None:
    far = fact("met", roles=(Role("target", (Filler(*PLACES.at(40)),)),))
    assert Stops(Sheet([far], EMPTY), PLACES).up_to(20) == ([], [])


def test_escape_finds_the_first_undecided_span_of_the_sentence_else_its_first() -> None:
    sheet = Sheet(SPANS[3:], EMPTY.having(span(12, 16, id_="Oslo")))
    found = [Stops(sheet, PLACES).span_of_sentence(TEXT.index(q)) for q in ("met", "struck", "left", "said")]
    assert [span and span.id for span in found] == [None, "Rome", None, "Cy"]
    assert Stops(Sheet([], sheet.set), PLACES).span_of_sentence(20) == sheet.get("Oslo")


def test_between_two_sentences_there_is_no_gap() -> None:
    assert [PLACES.at(place) for place in (0, 11, 12, 28)] == [(0, 12), (0, 12), (12, 30), (12, 30)]
    assert [PLACES.at(place) for place in (30, 31, len(TEXT))] == [(30, 31), (31, 47), (47, 59)]


texts = st.text("Ab. \n", max_size=40)
places = st.tuples(st.integers(0, 40), st.integers(1, 6))


def stop(n: int, at: tuple[int, int], is_fact: bool) -> Stop:
    bounds = (at[0], sum(at))
    return (
        Fact(f"f{n}", "ATTACK", bounds, status=Status.SUGGESTED)
        if is_fact
        else suggested(*bounds, id_=f"s{n}")
    )


@given(texts, st.lists(st.tuples(places, st.booleans()), max_size=12), st.sampled_from(FACTS_IN_PATH))
def test_any_stops_are_walked_as_if_all_were_sorted(text: str, given_: list, way: str) -> None:
    text += "x" * 60
    every = [stop(n, *one) for n, one in enumerate(given_) if not text[one[0][0]].isspace()]
    sheet, known = Sheet(every, EMPTY), SentencePlaces(text)
    facts = [] if way == NOT else sheet.undecided_facts()

    def rank(one: Stop) -> tuple:
        begun = [low for low, _ in sentences(text) if low <= place_of(one)] if way == AFTER_SENTENCE else []
        is_fact = isinstance(one, Fact)
        return (max(begun, default=0), is_fact, in_text_order(one) if is_fact else in_order(one))

    wanted = sorted([*sheet.undecided, *facts], key=rank)
    assert walked(Stops(sheet, known, way)) == [one.id for one in wanted]


def test_a_fact_without_any_words_stands_at_the_start_of_the_article() -> None:
    empty = Fact("empty", "MEETING", status=Status.SUGGESTED)
    stops = Stops(Sheet([*SPANS, *FACTS, empty], EMPTY), PLACES)
    assert (place_of(empty), stops.beside(named("Bo"))) == (0, empty)
    assert stops.seen_beside(named("Ana"), -1) is not None


def test_a_key_costs_little_in_a_very_long_article() -> None:
    text = "Ana met Bo in Oslo today. " * 20_000  # one paragraph
    spans = [suggested(n * 104, n * 104 + 3) for n in range(5_000)]
    facts = [
        Fact(f"f{n}", "MEETING", (n * 1_716 + 4, n * 1_716 + 7), status=Status.SUGGESTED) for n in range(300)
    ]
    sheet, known = Sheet([*spans, *facts], EMPTY), SentencePlaces(text)
    known.at(0)
    here: Stop | None = Stops(sheet, known).first()
    began = perf_counter()
    for _ in range(1_000):
        here = here and Stops(sheet, known).beside(here)
    assert here
    assert perf_counter() - began < 1.0
