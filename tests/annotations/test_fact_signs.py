"""The signs of a sentence: dealt once, in text order, and the same in every role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from annotations import fact_draft as drafts
from annotations import fact_signs as signs
from annotations.fact_draft import Draft, Nearby, Range
from annotations.fact_signs import SignedWords
from annotations.facts import Fact, Filler, Role
from annotations.schema import reader as schema_reader
from annotations.spans import Span
from annotations.suggest.facts.grammar.noun_phrases import noun_phrases
from tests.making import span, suggested

ATTACK = schema_reader.parse(schema_reader.shipped("news")).facts["ATTACK"]
TEXT = (
    "U.S. and British aircraft, warships and a submarine struck Houthi missile, drone and radar sites across "
    "Yemen early on Friday, the first attack on Yemeni soil."
)


def at(quote: str) -> Range:
    start = TEXT.index(quote)
    return start, start + len(quote)


SPANS = [
    suggested(*at(quote), label, quote.lower())
    for quote, label in (("U.S.", "GPE"), ("British", "NORP"), ("Yemen", "GPE"), ("Friday", "DATE"))
]
WHOLE = (0, len(TEXT))
NEARBY = Nearby(TEXT, [WHOLE], SPANS)
FACT = Fact("f", "ATTACK", at("struck"))
ACTOR, PLACE, TRIGGER = 0, 5, 7


def draft(hand: int = ACTOR) -> Draft:
    return Draft(FACT, ATTACK, hand)


def told(found: Sequence[SignedWords]) -> list[str]:
    return [f"{one.sign} {TEXT[one.start : one.end]}" for one in found]


def deal(
    fact: Fact = FACT, by_hand: Sequence[Range] = (), before: Sequence[SignedWords] = ()
) -> list[SignedWords]:
    phrases = noun_phrases(TEXT, WHOLE, SPANS)
    found = signs.found_in(NEARBY, WHOLE, fact, phrases, by_hand)
    return signs.dealt(found, at("struck"), before)


def one(quote: str) -> SignedWords:
    return next(candidate for candidate in deal() if candidate.bounds == at(quote))


def test_spans_and_noun_phrases_have_their_signs_in_text_order() -> None:
    assert told(deal()) == [
        "1 U.S.",
        *("2 British aircraft", "3 British", "4 warships", "5 submarine"),
        *("6 Houthi missile", "7 drone", "8 radar sites", "9 Yemen", "0 Friday", "a attack", "b Yemeni soil"),
    ]


def test_a_phrase_round_the_trigger_is_none() -> None:
    assert "a attack" in told(deal())
    assert " attack" not in " ".join(told(deal(replace(FACT, trigger=at("attack")))))


def test_what_is_selected_by_hand_has_the_next_sign_and_changes_none() -> None:
    first = deal()
    after = deal(by_hand=[at("early on Friday")], before=first)
    assert {*told(first)} < {*told(after)}
    assert {*told(after)} - {*told(first)} == {"c early on Friday"}


def test_the_fillers_of_the_fact_are_candidates() -> None:
    words = at("Houthi missile, drone and radar sites")
    fact = replace(FACT, roles=(Role("target", (Filler(*words),)),))
    assert "6 Houthi missile, drone and radar sites" in told(deal(fact))


def test_a_sign_stays_when_another_candidate_goes() -> None:
    first = deal()
    found = [candidate for candidate in first if TEXT[slice(*candidate.bounds)] != "warships"]
    assert {*told(signs.dealt(found, at("struck"), first))} == {*told(found)}


@pytest.mark.parametrize(("quote", "place", "is_taken"), [("Friday", PLACE, False), ("Yemen", PLACE, True)])
def test_a_span_fits_by_its_label_and_words_without_one_fit_everywhere(
    quote: str, place: int, *, is_taken: bool
) -> None:
    assert one(quote).fits(draft(place).role) is is_taken
    assert all(one("warships").fits(draft(n).role) for n in range(TRIGGER + 1))
    assert not one(quote).fits(draft(TRIGGER).role)


def test_what_a_role_does_not_take_says_why_and_how_to_take_it_anyway() -> None:
    why = "place takes GPE, LOC, FAC; “Friday” is a DATE. 0 again takes it anyway."
    assert signs.refusal(draft(PLACE), one("Friday"), TEXT) == why
    assert signs.refusal(draft(PLACE), one("Yemen"), TEXT) == ""
    assert "the trigger takes words without a label" in signs.refusal(draft(TRIGGER), one("Yemen"), TEXT)


def test_what_was_taken_anyway_can_be_given_back() -> None:
    taken = drafts.take(draft(PLACE), one("Friday").filler(draft(PLACE).role), NEARBY)
    assert signs.refusal(taken, one("Friday"), TEXT) == ""


def test_two_spans_on_the_same_words_are_one_candidate_that_gives_the_one_that_fits() -> None:
    twice = replace(NEARBY, spans=[*SPANS, suggested(*at("Friday"), "GPE", "other")])
    found = signs.found_in(twice, WHOLE, FACT)
    friday = next(c for c in found if c.bounds == at("Friday"))
    assert friday.filler(draft(PLACE).role).span == "other"
    assert friday.filler(ATTACK.roles["time"]).span == "friday"


def test_a_trigger_is_bare_words() -> None:
    assert one("Yemen").filler(None) == Filler(*at("Yemen"))


def towns(count: int) -> tuple[Nearby, list[Span]]:
    text = "Rebels struck " + "".join(f"town{n:04} " for n in range(count))
    spans = [span(14 + 9 * n, 22 + 9 * n, "GPE", f"s{n}") for n in range(count)]
    return Nearby(text, [(0, len(text))], spans), spans


def test_of_forty_candidates_the_nearest_have_the_signs_and_all_are_there() -> None:
    nearby, _ = towns(40)
    found = signs.dealt(signs.found_in(nearby, nearby.sentences[0], FACT), (7, 13))
    assert [candidate.sign for candidate in found] == [*signs.SIGNS, "", "", "", ""]


def test_of_a_thousand_only_the_nearest_are_candidates() -> None:
    nearby, spans = towns(1000)
    middle = spans[500].start, spans[500].end
    found = signs.dealt(signs.found_in(nearby, nearby.sentences[0], FACT), middle)
    assert (len(found), found[50].spans[0].id) == (signs.MOST, "s500")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Navy struck more than 60 boats.", ["Navy", "60 boats"]),
        ("It fired at them.", ["It", "them"]),
        ("وقال المتحدث إن القوات قصفت المدينة يوم الجمعة أمس.", []),
        ("\U0001f6a2 A ship sank.", ["ship"]),
    ],
)
def test_noun_phrases_are_told_without_their_article(text: str, expected: list[str]) -> None:
    assert [text[slice(*bounds)] for bounds in noun_phrases(text, (0, len(text)), ())] == expected
