"""Hits of a search: what each decision would be at them, and what bars it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.carrying.carried import CarriedDecision, Extent
from annotations.carrying.decisions import decided, weigh
from annotations.carrying.found import CHANGED, found_hits
from annotations.carrying.hits import Fate, Hit
from annotations.carrying.on_spans import stopped
from annotations.facts import Fact, Filler, Role
from annotations.schema.types import FactType, RoleType
from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from annotations.sets import AnnotationSet, Boilerplate, Item, Progress, State
from annotations.sheet import Pooled, Sheet
from annotations.spans import Span, Status
from tests.making import span, suggested

TEXT = "Acme met Acme Bank. Acme left.\nAcme, it said, is well."  # 0, 9, 20 and 31
ORG = CarriedDecision("label", "ORG")
MET = Fact(
    "m", "MEETING", (5, 8), (Role("who", (Filler(0, 4, "a"),)),), status=Status.SUGGESTED, origin="rule"
)


def at(start: int, end: int, annotator: str = "anna") -> FoundPlace:
    return FoundPlace("a", start, end, SearchTarget.WORDS, annotator)


def of(item: Span | Fact) -> FoundPlace:
    is_fact = isinstance(item, Fact)
    bounds = item.place if isinstance(item, Fact) else (item.start, item.end)
    label = item.type if isinstance(item, Fact) else item.label
    target = SearchTarget.FACTS if is_fact else SearchTarget.SPANS
    return FoundPlace("a", *bounds, target, "anna", item.id, label, item.status)


def made(
    *found: FoundPlace, own: tuple[Item, ...] = (), pool: tuple[Pooled, ...] = (), **how: object
) -> list[Hit]:
    sheet = Sheet(pool, AnnotationSet.of("a", "anna", own))
    return found_hits(TEXT, found, sheet, title="A", **how)


def fates(decision: CarriedDecision | str, *hits: Hit) -> list[Fate | None]:
    carried = CarriedDecision(decision) if isinstance(decision, str) else decision
    return [weigh(hit, carried) for hit in hits]


def reason(decision: CarriedDecision | str, hit: Hit) -> str:
    (fate,) = fates(decision, hit)
    assert fate
    assert not fate.is_open
    return fate.said


def test_words_are_labelled_where_nothing_is_in_the_way() -> None:
    free, part, blank, over = made(at(0, 4), at(1, 3), at(4, 5), at(20, 35))
    assert fates(ORG, free) == [(True, True, "ORG")]
    assert [reason(ORG, hit) for hit in (part, blank, over)] == [
        "only a part of a word",
        "nothing but blanks",
        "over a paragraph’s end",
    ]
    (inside,) = made(at(9, 13), own=(span(9, 18, "ORG"),))
    assert reason(ORG, inside) == "ORG “Acme Bank” is there"


def test_of_words_that_overlap_the_longest_can_have_a_span() -> None:
    short, long = made(at(9, 13), at(9, 18))
    assert fates(ORG, long) == [(True, True, "ORG")]
    assert reason(ORG, short) == "overlaps a longer hit"


def test_outer_blanks_are_no_part_of_words() -> None:
    (hit,) = made(at(4, 9))
    assert (hit.start, hit.end) == (5, 8)


def test_what_another_has_is_not_decided_nor_what_changed() -> None:
    own = span(0, 4, "ORG")
    other, gone, moved = made(
        at(0, 4, "bob"), of(span(9, 13, "ORG")), of(replace(own, label="GPE")), own=(own,)
    )
    for decision in ("reject", "comment", "boilerplate", "stop"):
        assert [reason(decision, hit) for hit in (other, gone, moved)] == ["bob’s work", CHANGED, CHANGED]


@pytest.mark.parametrize(
    ("progress", "said"),
    [
        (Progress(State.IN_REVIEW), "the article is in review"),
        (Progress(State.STARTED, machine="en_news 1"), "anna is a machine"),
        (Progress(State.DONE), "the article is done"),
    ],
)
def test_articles_that_are_closed_say_why(progress: Progress, said: str) -> None:
    (hit,) = made(at(0, 4), own=(progress,))
    assert reason(CarriedDecision("label", "ORG", in_done=False), hit) == said


def test_what_is_done_takes_comments_and_what_somebody_asks_for() -> None:
    (hit,) = made(at(0, 4), own=(Progress(State.DONE),))
    assert fates(CarriedDecision("comment", in_done=False), hit) == [(True, True, "comment on the article")]
    assert fates(ORG, hit) == [(True, True, "ORG")]


def test_a_span_is_confirmed_unless_it_crosses_another() -> None:
    one, other = suggested(0, 4, "ORG"), suggested(2, 8, "ORG")
    alone, crossing = made(of(suggested(20, 24)), of(one), pool=(suggested(20, 24), one, other))
    assert fates("confirm", alone) == [(True, True, "PERSON")]
    assert reason("confirm", crossing) == "crosses ORG “me met”"
    assert fates("reject", crossing) == [(True, True, "rejected")]


def test_a_span_with_another_label_beside_it_is_not_relabelled() -> None:
    one, other = suggested(0, 4, "ORG"), suggested(0, 4, "GPE")
    (hit,) = made(of(one), pool=(one, other))
    assert reason(CarriedDecision("label", "PERSON"), hit) == "GPE is on these words too"
    assert fates("confirm", hit) == [(True, False, "ORG")]


def test_rejecting_is_for_suggestions_and_deleting_for_what_was_confirmed() -> None:
    undecided, taken = suggested(0, 4, "ORG"), replace(suggested(9, 13, "ORG"), status=Status.CONFIRMED)
    own = span(20, 24, "ORG", origin="anna")
    hits = made(of(undecided), of(taken), of(own), own=(taken, own), pool=(undecided,))
    assert [fate and fate.said for fate in fates("reject", *hits)] == [
        "rejected",
        "rejected",
        "made by hand: delete it",
    ]
    assert [fate and fate.said for fate in fates("delete", *hits)] == [
        "undecided: reject it",
        "no span",
        "no span",
    ]


def test_what_was_rejected_is_confirmed_and_not_rejected_again() -> None:
    refused = span(0, 4, "ORG", status=Status.REJECTED)
    (hit,) = made(of(refused), own=(refused,))
    assert fates("reject", hit) == [None]
    assert fates("confirm", hit) == [(True, True, "ORG")]


def test_a_fact_has_no_label_and_a_span_no_type() -> None:
    (fact,) = made(of(MET), pool=(MET,))
    (one,) = made(of(suggested(0, 4)), pool=(suggested(0, 4),))
    assert reason(ORG, fact) == "a fact has a type, no label"
    assert reason(CarriedDecision("type", "TALK"), one) == "a span has a label, no type"
    assert reason("stop", fact) == "facts are not suggested by their words alone"


def test_a_fact_with_an_open_role_is_confirmed_when_somebody_asks() -> None:
    (hit,) = made(of(MET), pool=(MET,), lacking=lambda fact: ["place"])
    assert fates("confirm", hit) == [(True, False, "confirmed, no place yet")]


def test_a_fact_of_another_type_keeps_the_roles_that_this_has() -> None:
    (hit,) = made(of(MET), pool=(MET,))
    talk = FactType("TALK", roles={"who": RoleType("who")})
    strike = FactType("STRIKE", roles={"target": RoleType("target", required=True)})
    assert fates(CarriedDecision("type", fact_type=talk), hit) == [(True, True, "TALK")]
    ((is_open, is_offered, said),) = fates(CarriedDecision("type", fact_type=strike), hit)
    assert (is_open, is_offered, said) == (True, False, "STRIKE, without who, no target yet")
    after = decided(AnnotationSet("a", "anna"), [hit], CarriedDecision("type", fact_type=talk))
    assert [(fact.type, fact.status) for fact in after.facts.values()] == [("TALK", Status.CONFIRMED)]


def test_of_two_facts_on_the_same_words_one_is_confirmed() -> None:
    twin = replace(MET, id="n", roles=())
    first, second = made(of(MET), of(twin), pool=(MET, twin))
    assert fates("confirm", first) == [(True, True, "confirmed")]
    assert reason("confirm", second) == "MEETING is on these words twice"


def test_fillers_that_cross_a_span_stay_as_bare_ranges() -> None:
    fill, other = suggested(0, 4, "ORG", "a"), suggested(2, 8, "ORG", "b")
    second = replace(MET, id="n", trigger=(9, 13), roles=(Role("who", (Filler(2, 8, "b"),)),))
    hits = made(of(MET), of(second), pool=(MET, second, fill, other))
    after = decided(AnnotationSet("a", "anna"), hits, CarriedDecision("confirm"))
    assert list(after.spans) == ["a"]
    assert [fact.span_ids() for fact in after.facts.values()] == [{"a"}, set()]


def test_a_comment_is_on_the_span_or_quotes_the_words() -> None:
    one = suggested(0, 4, "ORG", "s")
    hits = made(at(0, 4), at(5, 8), pool=(one,))
    asked = CarriedDecision("comment", text="Which?", at="2024-01-01T00:00:00+00:00")
    after = decided(AnnotationSet("a", "anna"), hits, asked)
    assert sorted((said.on or "", said.text, said.by) for said in after.comments.values()) == [
        ("", "“met”: Which?", "anna"),
        ("s", "Which?", "anna"),
    ]


@pytest.mark.parametrize(
    ("extent", "marked"),
    [
        (Extent.WORDS, ["0-4", "9-13"]),
        (Extent.SENTENCE, ["0-19"]),
        (Extent.PARAGRAPH, ["0-30"]),
    ],
)
def test_boilerplate_is_the_hit_or_what_it_stands_in(extent: Extent, marked: list[str]) -> None:
    hits = made(at(0, 4), at(9, 13), extent=extent)
    after = decided(AnnotationSet("a", "anna"), hits, CarriedDecision("boilerplate", extent=extent))
    assert list(after.boilerplate) == marked


def test_words_in_boilerplate_are_so_already() -> None:
    (hit,) = made(at(0, 4), own=(Boilerplate(0, 19),))
    assert fates("boilerplate", hit) == [None]


def test_a_wording_is_stopped_once_for_each_label() -> None:
    one, two = suggested(0, 4, "ORG", "1"), suggested(9, 13, "ORG", "2")
    taken = span(20, 24, "ORG", "3")
    hits = made(of(one), of(two), of(taken), at(31, 35), own=(taken,), pool=(one, two))
    assert stopped(hits[:2]) == [("ORG", "Acme")]
    assert reason("stop", hits[2]) == "confirmed: delete it first"
    assert reason("stop", hits[3]) == "nothing is suggested here"
    after = decided(AnnotationSet.of("a", "anna", [taken]), hits[:2], CarriedDecision("stop"))
    assert [said.status for said in after.spans.values()].count(Status.REJECTED) == 2
