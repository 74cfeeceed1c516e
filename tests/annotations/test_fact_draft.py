"""A fact being built: each step gives the next draft, and the way back leads through all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import fact_draft as drafts
from annotations.fact_draft import Draft, Nearby
from annotations.fact_signs import words_taken
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
ACTOR, TARGET, COUNT, TIME, TRIGGER = 0, 1, 2, 4, 7


def new(hand: int = ACTOR) -> Draft:
    return replace(drafts.begun(ATTACK, STRUCK, by="anna"), hand=hand)


def words(draft: Draft) -> list[str]:
    """What is in the role in hand."""
    return [TEXT[filler.start : filler.end] for filler in draft.there]


def took(draft: Draft, *quotes: str) -> Draft:
    for quote in quotes:
        start = TEXT.index(quote)
        filler = words_taken(NEARBY, (start, start + len(quote)), draft.role)
        draft = drafts.take(draft, filler, NEARBY)
    return draft


def test_the_text_of_this_file_is_marked_where_it_says() -> None:
    assert [TEXT[s.start : s.end] for s in NEARBY.spans] == ["Orland", "two", "May 3", "Tarn", "Selby"]
    assert len(NEARBY.sentences) == 2


def test_a_new_fact_has_its_first_role_in_hand_and_the_trigger_is_the_last() -> None:
    draft = new()
    assert (draft.role.name, draft.fact.trigger, draft.fact.origin) == ("actor", STRUCK, "anna")
    assert (new(TRIGGER).role, words(new(TRIGGER))) == (None, ["struck"])


def test_a_fact_that_is_there_has_its_first_open_required_role_in_hand() -> None:
    fact = Fact("f", "ATTACK", STRUCK, (Role("actor", (Filler(2, 8, "orland"),)),))
    assert drafts.resumed(fact, ATTACK).role.name == "target"
    full = replace(fact, roles=(*fact.roles, Role("target", (Filler(66, 71),))))
    assert drafts.resumed(full, ATTACK).role.name == "actor"


def test_a_fact_can_be_changed_at_a_role() -> None:
    fact = Fact("f", "ATTACK", STRUCK)
    assert drafts.resumed(fact, ATTACK, "place").role.name == "place"
    assert drafts.resumed(fact, ATTACK, "no such").role.name == "actor"


def test_what_is_taken_again_is_given_back() -> None:
    assert words(took(new(), "Orland", "Tarn")) == ["Orland", "Tarn"]
    assert words(took(new(), "Orland", "Tarn", "Orland")) == ["Tarn"]
    assert took(new(TRIGGER), "struck").fact.trigger is None


def test_a_role_is_emptied_at_once_and_the_trigger_too() -> None:
    assert words(drafts.without(took(new(), "Orland", "Tarn"))) == []
    assert drafts.without(new(TRIGGER)).fact.trigger is None
    empty = new()
    assert drafts.without(empty) is empty


def test_only_a_role_that_can_have_one_filler_goes_on_to_the_next_open_one() -> None:
    assert took(new(), "Orland").role.name == "actor"
    roles = {
        "actor": RoleType("actor", most=1),
        "target": RoleType("target"),
        "place": RoleType("place", most=1),
    }
    draft = drafts.begun(replace(ATTACK, roles=roles), STRUCK, by="anna")
    assert took(draft, "Orland").role.name == "target"
    last = took(drafts.in_hand(took(draft, "Orland", "Tarn"), 2), "Selby")
    assert last.role.name == "place"  # none is open
    assert words(took(last, "Tarn")) == ["Tarn"]


def test_tab_goes_round_the_roles_and_never_to_the_trigger() -> None:
    names = [new().role.name]
    draft = new()
    for _ in range(7):
        draft = drafts.beside(draft, 1)
        names.append(draft.role.name)
    assert names == [*ATTACK.roles, "actor"]
    assert drafts.beside(new(), -1).role.name == "source"
    assert [drafts.beside(new(TRIGGER), step).role.name for step in (1, -1)] == ["actor", "source"]


def test_numbers_and_dates_get_their_values_at_once() -> None:
    assert took(new(COUNT), "two").there[0].value == Number(2.0)
    value = took(new(TIME), "May 3").there[0].value
    assert isinstance(value, Date)
    assert (value.earliest, value.latest, value.resolved_against) == ("2024-05-03", "..", "2024-05-08")


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


def test_the_types_whose_trigger_is_at_the_place_come_first() -> None:
    types = [TYPES["MEETING"], TYPES["CASUALTY"], ATTACK]
    assert [t.name for t in drafts.types_at(types, NEARBY, STRUCK)] == ["ATTACK", "MEETING", "CASUALTY"]
    assert drafts.types_at(types, NEARBY, (2, 8)) == types


def test_a_fact_with_the_trigger_and_type_is_found() -> None:
    there = [Fact("a", "CASUALTY", STRUCK), Fact("b", "ATTACK", STRUCK), Fact("c", "ATTACK")]
    assert drafts.the_same(there, new()).id == "b"
    assert drafts.the_same(there[2:], replace(new(), fact=Fact("d", "ATTACK"))) is None


def test_a_type_without_roles_has_its_trigger_in_hand() -> None:
    draft = drafts.begun(FactType("NEWS"), None, by="anna")
    assert (draft.role, drafts.beside(draft, 1), drafts.beside(draft, -1)) == (None, draft, draft)


STEPS = (
    lambda d: took(d, "Orland"),
    lambda d: took(d, "depots"),
    drafts.without,
    lambda d: drafts.saying(d, negated=not d.fact.negated),
    lambda d: drafts.beside(d, 1),
    lambda d: drafts.beside(d, -1),
)


@given(st.lists(st.sampled_from(range(len(STEPS))), max_size=12))
def test_the_way_back_leads_through_every_change_to_the_first(chosen: list[int]) -> None:
    path = [new()]
    for n in chosen:
        path.append(STEPS[n](path[-1]))
    facts = [path[0].fact, *(b.fact for a, b in pairwise(path) if a.fact != b.fact)]
    back, draft = [path[-1].fact], path[-1]
    while draft := draft.before:
        back.append(draft.fact)
    assert back == facts[::-1]


@pytest.mark.parametrize("text", ["", " \n ", "x" * 500_000, "A b. " * 100_000])
def test_sentences_are_looked_for_round_a_place_only(text: str) -> None:
    at = len(text) // 2
    found = drafts.sentences_near(text, (at, at))
    assert all(at - drafts.AROUND <= start < end <= at + drafts.AROUND for start, end in found)
    assert not text.strip() or any(start - 1 <= at <= end for start, end in found)


def test_one_goes_from_sentence_to_sentence_and_back() -> None:
    first, second = NEARBY.sentences
    assert drafts.sentence_beside(TEXT, first, 1) == second
    assert drafts.sentence_beside(TEXT, second, -1) == first
    assert drafts.sentence_beside(TEXT, first, -1) == first
    assert drafts.sentence_beside(TEXT, second, 1) == second


def test_a_sentence_of_half_a_megabyte_is_gone_through_in_parts_without_a_gap() -> None:
    text = "word " * 100_000
    here = Nearby(text, drafts.sentences_near(text, (250_000, 250_004)), ()).sentence((250_000, 250_004))
    after = drafts.sentence_beside(text, here, 1)
    before = drafts.sentence_beside(text, here, -1)
    assert text[here[1] : after[0]].strip() == text[before[1] : here[0]].strip() == ""
    assert max(end - start for start, end in (here, after, before)) <= 2 * drafts.AROUND + 4
