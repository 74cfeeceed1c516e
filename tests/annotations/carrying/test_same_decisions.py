"""Decisions carried to the same words."""

from __future__ import annotations

from annotations.carrying.carried import CarriedDecision
from annotations.carrying.decisions import decided, weigh
from annotations.carrying.hits import Hit
from annotations.carrying.placing import hits
from annotations.same_mentions import Wording, places
from annotations.sets import AnnotationSet, Boilerplate, Progress, State
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from tests.making import span, suggested

TEXT = "Acme met Acme Bank. Acme, not acme."  # 0, 9, 20 and 30
ORG = CarriedDecision("label", "ORG", "ORG")
GONE = CarriedDecision("none", was="ORG")


def found(*items: Span | Boilerplate | Progress, pool: tuple[Span | Boilerplate, ...] = ()) -> list[Hit]:
    """The hits of "Acme" for anna, who has those items."""
    sheet = Sheet(pool, AnnotationSet.of("a", "anna", items))
    return hits(TEXT, places(TEXT, Wording("Acme")), sheet, title="A")


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
    assert weigh(found(refused)[0], CarriedDecision("label", "GPE", "GPE")) == (True, True, "GPE")
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
