"""A fact being built: each step gives the next draft, and the way back leads through all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import fact_draft as drafts
from annotations.fact_draft import Draft, Nearby
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.schema import reader as schema_reader
from annotations.schema.types import FactType, RoleType
from tests.making import span, suggested

TYPES = schema_reader.parse(schema_reader.shipped("news")).facts
ATTACK = TYPES["ATTACK"]
TEXT = "\U0001f6a2 Orland struck two depots since May 3. Drone strikes by Tarn hit Selby."
NEARBY = Nearby(
    TEXT,
    drafts.sentences_near(TEXT, (0, 1)),
    [
        suggested(2, 8, "GPE", "orland"),
        suggested(16, 19, "CARDINAL", "two"),
        suggested(33, 38, "DATE", "may"),
        suggested(57, 61, "ORG", "tarn"),
        suggested(66, 71, "GPE", "selby"),
    ],
    date(2024, 5, 8),
)
STRUCK = TEXT.index("struck"), TEXT.index("struck") + 6


def new(hand: int = 1) -> Draft:
    return replace(drafts.begun(ATTACK, STRUCK, STRUCK, by="anna"), hand=hand)


def words(draft: Draft) -> list[str]:
    """What is in the slot in hand."""
    return [TEXT[filler.start : filler.end] for filler in draft.there]


def took(draft: Draft, *quotes: str) -> Draft:
    for quote in quotes:
        start = TEXT.index(quote)
        draft = drafts.take(draft, drafts.as_filler(draft, NEARBY, (start, start + len(quote))), NEARBY)
    return draft


def offered(draft: Draft) -> list[str]:
    return [TEXT[filler.start : filler.end] for filler in drafts.offered(draft, NEARBY).fillers]


def test_the_text_of_this_file_is_marked_where_it_says() -> None:
    assert [TEXT[s.start : s.end] for s in NEARBY.spans] == ["Orland", "two", "May 3", "Tarn", "Selby"]
    assert len(NEARBY.sentences) == 2


def test_a_new_fact_has_its_first_role_in_hand() -> None:
    draft = new()
    assert (draft.role.name, draft.fact.trigger, draft.fact.origin) == ("actor", STRUCK, "anna")


def test_a_fact_that_is_there_has_its_first_open_required_role_in_hand() -> None:
    fact = Fact("f", "ATTACK", STRUCK, (Role("actor", (Filler(2, 8, "orland"),)),))
    assert drafts.resumed(fact, ATTACK).role.name == "target"
    full = replace(fact, roles=(*fact.roles, Role("target", (Filler(66, 71),))))
    assert drafts.resumed(full, ATTACK).role.name == "actor"


def test_what_is_offered_are_the_spans_that_the_role_allows_the_nearest_first() -> None:
    assert offered(new()) == ["Orland", "Tarn", "Selby"]
    assert offered(replace(new(), near=(66, 71))) == ["Selby", "Tarn", "Orland"]
    assert offered(new(hand=3)) == ["two"]


def test_for_a_trigger_the_words_that_may_be_one_are_offered() -> None:
    assert offered(new(hand=0)) == ["struck", "Drone strikes", "hit"]


@pytest.mark.parametrize(("count", "sizes"), [(0, [0, 0]), (9, [9, 9]), (10, [9, 1, 9]), (20, [9, 9, 2, 9])])
def test_page_by_page_as_many_are_offered_as_there_are_digits(count: int, sizes: list[int]) -> None:
    nearby = replace(NEARBY, spans=[span(n, n + 1, "ORG") for n in range(count)])
    pages = [drafts.offered(new(), nearby, page) for page in range(len(sizes))]
    assert [len(page.fillers) for page in pages] == sizes
    assert [page.of for page in pages] == [count] * len(sizes)
    assert (pages[-1].first, pages[0].has_more) == (0, count > 9)
    shown = [filler.start for page in pages[:-1] for filler in page.fillers]
    assert len(shown) == len(set(shown)) == count


def test_a_second_filler_takes_the_place_of_the_first_unless_one_more_is_wanted() -> None:
    first = took(new(), "Orland")
    assert words(took(first, "Tarn")) == ["Tarn"]
    assert words(took(drafts.one_more(first), "Tarn")) == ["Orland", "Tarn"]
    assert words(took(took(drafts.one_more(first), "Tarn"), "Selby")) == ["Orland", "Selby"]


def test_what_is_taken_again_goes() -> None:
    assert words(took(new(), "Orland", "Orland")) == []
    trigger = took(new(hand=0), "struck")
    assert trigger.fact.trigger is None


def test_the_last_filler_can_be_dropped_and_the_trigger_too() -> None:
    both = took(drafts.one_more(took(new(), "Orland")), "Tarn")
    assert words(drafts.dropped(both)) == ["Orland"]
    assert drafts.dropped(new(hand=0)).fact.trigger is None
    empty = new()
    assert drafts.dropped(empty) is empty


def test_a_role_takes_no_more_than_it_may() -> None:
    type_ = replace(ATTACK, roles={"actor": RoleType("actor", most=1)})
    draft = drafts.begun(type_, STRUCK, STRUCK, by="anna")
    assert words(took(drafts.one_more(took(draft, "Orland")), "Tarn")) == ["Tarn"]


def test_numbers_and_dates_get_their_values_at_once() -> None:
    assert took(new(hand=3), "two").there[0].value == Number(2.0)
    value = took(new(hand=5), "May 3").there[0].value
    assert isinstance(value, Date)
    assert (value.earliest, value.latest, value.resolved_against) == ("2024-05-03", "..", "2024-05-08")


@pytest.mark.parametrize(("quote", "id_"), [("Orland", "orland"), ("two", None), ("depots", None)])
def test_words_are_the_span_with_those_bounds_if_the_role_allows_it(quote: str, id_: str | None) -> None:
    start = TEXT.index(quote)
    assert drafts.as_filler(new(), NEARBY, (start, start + len(quote))).span == id_


@pytest.mark.parametrize(
    ("at", "expected"),
    [("Orland", "struck"), ("struck", "struck"), ("hit", "hit"), ("Selby", "Drone strikes")],
)
def test_the_trigger_is_the_word_at_the_place_or_the_first_of_the_sentence(at: str, expected: str) -> None:
    start = TEXT.index(at)
    found = drafts.trigger_of(ATTACK, NEARBY, (start, start + len(at)))
    assert found
    assert TEXT[slice(*found)] == expected


def test_a_word_in_a_span_is_a_trigger_only_when_it_is_pointed_at() -> None:
    covered = replace(NEARBY, spans=[span(*STRUCK, "ORG")])
    assert drafts.trigger_of(ATTACK, covered, (2, 8)) is None
    assert drafts.trigger_of(ATTACK, covered, STRUCK) == STRUCK


def test_a_sentence_without_a_trigger_word_gives_none() -> None:
    assert drafts.trigger_of(TYPES["MEETING"], NEARBY, (2, 8)) is None


def test_a_type_without_roles_has_its_trigger_in_hand() -> None:
    draft = drafts.begun(FactType("NEWS"), STRUCK, None, by="anna")
    assert (draft.role, drafts.beside(draft, 1), offered(draft)) == (None, draft, [])


STEPS = (
    lambda d: took(d, "Orland"),
    lambda d: took(d, "depots"),
    drafts.one_more,
    drafts.dropped,
    lambda d: drafts.beside(d, 1),
    lambda d: drafts.beside(d, -1),
)


@given(st.lists(st.sampled_from(range(len(STEPS))), max_size=12))
def test_the_way_back_leads_through_every_step_to_the_first(chosen: list[int]) -> None:
    path = [new()]
    for n in chosen:
        if (draft := STEPS[n](path[-1])) is not path[-1]:
            path.append(draft)
    back = [path[-1]]
    while back[-1].before:
        back.append(back[-1].before)
    assert back == path[::-1]


@pytest.mark.parametrize("text", ["", " \n ", "x" * 500_000, "A b. " * 100_000])
def test_sentences_are_looked_for_round_a_place_only(text: str) -> None:
    at = len(text) // 2
    found = drafts.sentences_near(text, (at, at))
    assert all(at - drafts.AROUND <= start < end <= at + drafts.AROUND for start, end in found)
    assert not text.strip() or any(start - 1 <= at <= end for start, end in found)
