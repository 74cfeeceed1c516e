from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.same_mentions import CarriedDecision, Hit, Wording, decided, hits, on_tokens, places, weigh
from annotations.sets import AnnotationSet, Boilerplate, Progress, State
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.text.tokens import tokens
from tests.making import span, suggested
from tests.strategies import NASTY

TEXT = "Acme met Acme Bank. Acme, not acme."  # 0, 9, 20 and 30
ORG = CarriedDecision("ORG", "ORG")
GONE = CarriedDecision(None, "ORG")


def found(*items: Span | Boilerplate | Progress, pool: tuple[Span | Boilerplate, ...] = ()) -> list[Hit]:
    """The hits of "Acme" for anna, who has those items."""
    sheet = Sheet(pool, AnnotationSet.of("a", "anna", items))
    return hits(TEXT, places(TEXT, Wording("Acme")), sheet, title="A")


def quotes(text: str, words: str, **options: bool) -> list[str]:
    at = places(text, Wording(words, **options))
    return [text[start:end] for start, end in at if on_tokens(text, start, end)]


@pytest.mark.parametrize(
    ("text", "words", "options", "expected"),
    [
        ("Acme's Acmes, Acme-led acme", "Acme", {}, ["Acme", "Acme"]),
        ("ACME Acme", "acme", {"any_case": True}, ["ACME", "Acme"]),
        (
            "al-Asad al Asad al\u2011Asad alAsad",
            "al-Asad",
            {"variants": True},
            ["al-Asad", "al Asad", "al\u2011Asad"],
        ),
        ("Sana'a Sana’a Sanaa", "Sana’a", {"variants": True}, ["Sana'a", "Sana’a"]),
        ("Sana'a Sana’a", "Sana’a", {}, ["Sana’a"]),
        ("New\u00a0York New \tYork", "New York", {}, ["New\u00a0York", "New \tYork"]),
        ("New\nYork New York", "New York", {}, ["New York"]),
        ("(U.S.) U.S.-led a+b", "U.S.", {}, ["U.S."]),
        ("a+b aab", "a+b", {}, ["a+b"]),
        ("東京都と東京", "東京", {}, ["東京", "東京"]),
        ("ฉันกินผัดไทยทุกวัน", "ผัดไทย", {}, ["ผัดไทย"]),
        ("กินน้ำ", "กินน", {}, []),
        ("10km 10 310", "10", {}, ["10", "10"]),
        ("👩\u200d🚀 👩", "👩", {}, ["👩"]),
        ("עזה, עזה", "עזה", {}, ["עזה", "עזה"]),
        ("", "Acme", {}, []),
        ("Acme", " ", {}, []),
    ],
)
def test_a_wording_is_found_on_token_bounds(text, words, options, expected) -> None:
    assert quotes(text, words, **options) == expected


@given(st.lists(st.sampled_from([*NASTY, "Al", "-", "’", " "]), max_size=30).map("".join), st.data())
def test_a_token_is_found_where_it_stands_and_no_place_within_a_token_counts(text, data) -> None:
    words = tokens(text)
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    variants = data.draw(st.booleans())
    at = places(text, Wording(text[slice(*words[first])], variants=variants, any_case=variants))
    assert words[first] in at or any(start < words[first][1] and words[first][0] < end for start, end in at)
    starts, ends = {start for start, _ in words}, {end for _, end in words}
    assert all(on_tokens(text, *bounds) == (bounds[0] in starts and bounds[1] in ends) for bounds in at)


def test_hits_tell_what_stands_there() -> None:
    first, other = suggested(0, 4, "ORG"), span(20, 24, "PERSON")
    here, inside, there = found(other, pool=(first, suggested(9, 18, "ORG")))
    assert (here.seen, there.seen) == ((first,), (other,))
    assert inside.reason == "ORG “Acme Bank” is there"
    assert here.words == ("", "Acme", "met Acme Bank. Acme, not acme.")


def test_boilerplate_and_what_is_in_review_are_closed() -> None:
    assert [hit.reason for hit in found(Boilerplate(0, 5))] == ["boilerplate", "", ""]
    assert [hit.reason for hit in found(pool=(Boilerplate(0, 5),))] == ["boilerplate", "", ""]
    reasons = {hit.reason for hit in found(Progress(State.REVIEWED))}
    assert reasons == {"the article is reviewed"}


def test_a_span_inside_a_longer_one_is_open() -> None:
    _, inside, _ = found(span(9, 18, "ORG"), span(9, 13, "PERSON"))
    assert weigh(inside, ORG) == (True, True, "ORG")


def test_a_span_that_cuts_a_word_is_a_hit_and_a_bare_stretch_like_it_is_not() -> None:
    text = "Acmes, Acmes"
    sheet = Sheet([suggested(0, 4, "ORG")], AnnotationSet("a", "anna"))
    assert [hit.start for hit in hits(text, places(text, Wording("Acme")), sheet)] == [0]


def test_what_is_so_already_is_no_matter() -> None:
    assert weigh(found(span(0, 4, "ORG"))[0], ORG) is None
    assert weigh(found()[0], GONE) is None


def test_what_was_rejected_so_or_has_another_label_is_not_offered() -> None:
    refused = span(0, 4, "ORG", status=Status.REJECTED)
    assert weigh(found(refused)[0], ORG) == (True, False, "ORG")
    assert weigh(found(refused)[0], CarriedDecision("GPE", "GPE")) == (True, True, "GPE")
    assert weigh(found(span(0, 4, "GPE"))[0], GONE) == (True, False, "no span")


def after(hit: Hit, decision: CarriedDecision, *items: Span) -> list[Span]:
    return list(decided(AnnotationSet.of("a", "anna", items), [hit], decision).spans.values())


def test_a_suggestion_is_confirmed_as_it_is_and_a_bare_place_is_the_annotators() -> None:
    first = suggested(0, 4, "ORG")
    hit, bare, _ = found(pool=(first,))
    assert [(s.id, s.origin, s.score, s.status) for s in after(hit, ORG)] == [
        (first.id, first.origin, first.score, Status.CONFIRMED)
    ]
    (made,) = after(bare, ORG)
    assert (made.start, made.end, made.label, made.origin, made.score) == (9, 13, "ORG", "anna", None)


def test_a_suggestion_relabelled_keeps_what_it_was_at_first() -> None:
    hit = found(pool=(suggested(0, 4, "GPE", "low", 0.2), suggested(0, 4, "PERSON", "high", 0.9)))[0]
    assert [(s.id, s.label, s.first) for s in after(hit, ORG)] == [("high", "ORG", (0, 4, "PERSON"))]


def test_what_was_rejected_is_taken_back() -> None:
    refused = span(0, 4, "ORG", "r", status=Status.REJECTED)
    hit = found(refused)[0]
    assert [(s.id, s.status) for s in after(hit, ORG, refused)] == [("r", Status.CONFIRMED)]


def test_rejecting_takes_out_only_the_label_decided_about() -> None:
    own, other = span(0, 4, "ORG", "own", origin="anna"), span(0, 4, "GPE", "other", origin="anna")
    hit = found(own, other)[0]
    assert after(hit, GONE, own, other) == [other]
    assert [s.status for s in after(found(pool=(suggested(0, 4, "ORG"),))[0], GONE)] == [Status.REJECTED]
