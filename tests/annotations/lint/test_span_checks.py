"""Lint: every look finds its slip where it stands, says a sentence, and leaves sound work alone."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.facts import Fact, Filler, Role
from annotations.lint.check import Work, labels_of, work_of
from annotations.lint.span_checks import LOOKS, lint
from annotations.schema.types import FactType, Label, RoleType, Schema
from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import Sheet
from annotations.spans import Status
from tests import strategies
from tests.making import SMALL, TEXT, span, suggested

ROLES = {"speaker": RoleType("speaker", ("PERSON", "ORG")), "topic": RoleType("topic")}
ACTING = {
    "actor": RoleType("actor", required=True, most=1),
    "count": RoleType("count", value="number"),
    "source": RoleType("source"),
}
SCHEMA = Schema(
    "Lint",
    labels={**SMALL.labels, "OLD": Label("OLD", archived=True)},
    facts={"STATEMENT": FactType("STATEMENT", roles=ROLES), "ATTACK": FactType("ATTACK", roles=ACTING)},
)
TWO = "Navy ships left.\nThe Navy said so. Oslo waits for Navy men."
NAVY, SHIPS, AGAIN, OSLO = span(0, 4, "ORG"), span(5, 10, "PERSON"), span(21, 25, "ORG"), span(35, 39, "GPE")
LAST = span(50, 54, "ORG")


def found(*items, text: str = TWO, pool=()) -> list[tuple[str, str]]:
    """Look and sentence of each finding."""
    sheet = Sheet(pool, AnnotationSet.of("a", "anna", items))
    return [(finding.look, finding.sentence) for finding in lint(work_of(text, sheet, SCHEMA))]


def said_of(role: str, filler, *spans) -> list[tuple[str, str]]:
    fact = Fact("f", "STATEMENT", (26, 30), (Role(role, (filler,)),))
    return [one for one in found(fact, *spans) if one[0] == "role"]


def test_sound_work_gives_nothing() -> None:
    assert found(NAVY, SHIPS, AGAIN, OSLO, LAST) == []
    assert found() == []


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([span(34, 39, "GPE")], ("white space", "“Oslo” begins or ends with white space.")),
        ([span(35, 38, "GPE")], ("off tokens", "“Osl” begins or ends inside a token.")),
        ([span(36, 39, "GPE")], ("off tokens", "“slo” begins or ends inside a token.")),
        ([span(11, 20, "ORG")], ("paragraph", "“left. The” runs over a paragraph break.")),
        ([OSLO, span(35, 39, "GPE", "b")], ("twice", "“Oslo” is labelled GPE twice here.")),
        ([span(35, 39, "ODD")], ("unknown label", "“Oslo” is ODD, a label the schema lacks.")),
        ([span(35, 39, "OLD")], ("archived label", "“Oslo” is OLD, a label that is archived.")),
    ],
)
def test_a_look_finds_its_slip(items, expected: tuple[str, str]) -> None:
    assert found(*items) == [expected]


def test_a_wording_in_two_ways_is_said_of_the_rarer_label() -> None:
    assert found(NAVY, AGAIN, span(50, 54, "GPE")) == [
        ("two ways", "“Navy” is GPE here and ORG 2 times elsewhere.")
    ]
    assert [look for look, _ in found(NAVY, span(21, 25, "GPE"), suggested(50, 54))] == ["two ways"] * 2


def test_a_wording_is_held_against_the_whole_project_when_that_is_known() -> None:
    sheet = Sheet((), AnnotationSet.of("a", "anna", [OSLO]))
    work = Work(TWO, sheet, SCHEMA, [(35, 39)], {"Oslo": {"ORG": 1_200, "GPE": 1}})
    assert [one.sentence for one in lint(work)] == ["“Oslo” is GPE here and ORG 1,200 times elsewhere."]


def test_repeats_that_nobody_decided_on_are_found() -> None:
    assert found(NAVY, AGAIN) == [("repeat", "“Navy” is labelled ORG elsewhere, and not here.")]


@pytest.mark.parametrize(
    "decided",
    [LAST, span(50, 58, "ORG"), span(50, 54, "GPE", status=Status.REJECTED), Boilerplate(35, 59)],
    ids=["a span", "a longer span", "a rejection", "boilerplate"],
)
def test_a_repeat_is_let_be_where_somebody_decided(decided) -> None:
    assert found(NAVY, AGAIN, decided) == []


def test_a_repeat_that_is_suggested_waits_for_its_decision() -> None:
    assert found(NAVY, AGAIN, pool=[suggested(50, 54, "GPE")]) == []


def test_a_repeat_lies_on_token_bounds_and_the_longest_wording_goes_first() -> None:
    text = "Oslo Bank, Oslo. Oslos. Oslo Bank."
    sheet = Sheet((), AnnotationSet.of("a", "anna", [span(0, 9, "ORG"), span(11, 15, "GPE")]))
    assert [(one.start, one.end) for one in lint(work_of(text, sheet, SCHEMA))] == [(24, 33)]


def test_a_role_filled_by_a_label_that_it_does_not_allow_is_found_at_its_filler() -> None:
    said = said_of("speaker", Filler(35, 39, OSLO.id), OSLO)
    assert said == [("role", "“Oslo”, the speaker of STATEMENT, is GPE; it may be PERSON, ORG.")]


@pytest.mark.parametrize(
    ("role", "filler"),
    [
        ("speaker", Filler(21, 25, AGAIN.id)),
        ("topic", Filler(35, 39, OSLO.id)),
        ("speaker", Filler(35, 39)),
        ("unknown", Filler(35, 39, OSLO.id)),
        ("speaker", Filler(35, 39, "gone")),
    ],
)
def test_other_fillers_are_let_be(role: str, filler: Filler) -> None:
    assert said_of(role, filler, OSLO, AGAIN) == []


def test_rejected_spans_and_suggestions_are_not_looked_at() -> None:
    assert found(span(34, 39, "ODD", status=Status.REJECTED), pool=[suggested(3, 6, "ODD")]) == []


def test_findings_come_in_text_order_and_name_their_item() -> None:
    sheet = Sheet((), AnnotationSet.of("a", "anna", [span(35, 39, "ODD", "x"), span(0, 4, "ODD", "y")]))
    findings = lint(work_of(TWO, sheet, SCHEMA))
    assert [one.item for one in findings if one.look == "unknown label"] == ["y", "x"]
    assert [one.start for one in findings] == sorted(one.start for one in findings)


def test_every_look_has_a_name_of_its_own_and_says_what_it_looks_for() -> None:
    assert len({look.name for look in LOOKS}) == len(LOOKS)
    assert all(re.fullmatch(r"an? .+|white space .+", look.about) for look in LOOKS)


def test_labels_are_counted_by_wording() -> None:
    assert labels_of(TEXT, [span(28, 32, "GPE"), span(28, 32, "ORG"), span(18, 22, "ORG")]) == {
        "Oslo": {"GPE": 1, "ORG": 1},
        "Navy": {"ORG": 1},
    }


@given(st.data())
def test_any_work_can_be_looked_at(data: st.DataObject) -> None:
    article = data.draw(strategies.articles("a"))
    made = data.draw(strategies.annotation_sets(article, "anna"))
    for finding in lint(work_of(article.text, Sheet((), made), SCHEMA)):
        assert 0 <= finding.start < finding.end
        assert finding.sentence.endswith(".")


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (Fact("f", "PARTY", (5, 10)), ("unknown type", "“ships”: The schema has no fact type PARTY.")),
        (Fact("f", "ATTACK", (5, 10)), ("open role", "“ships”: The ATTACK has no actor.")),
        (
            Fact("f", "ATTACK", (5, 10), (Role("actor", (Filler(0, 4), Filler(21, 25))),)),
            ("too many", "“ships”: The actor has 2 fillers; 1 at most."),
        ),
        (
            Fact("f", "ATTACK", (5, 10), (Role("actor", (Filler(0, 4),)), Role("source", (Filler(21, 25),)))),
            ("own source", "“Navy”: The source is also the actor, and nothing is quoted: is it claimed?"),
        ),
        (
            Fact("f", "ATTACK", (5, 10), (Role("actor", (Filler(0, 4),)), Role("count", (Filler(26, 30),)))),
            ("no number", "“said”: There is no number in the count “said”."),
        ),
        (
            Fact("f", "ATTACK", (5, 10), (Role("actor", (Filler(0, 4, "gone"),)),)),
            ("no text", "“Navy”: The span that fills the actor is not there."),
        ),
    ],
)
def test_what_is_odd_about_a_fact_is_found_at_its_words(fact: Fact, expected: tuple[str, str]) -> None:
    assert found(fact) == [expected]


def test_of_two_equal_facts_the_second_is_found_and_suggested_and_rejected_ones_are_let_be() -> None:
    one = Fact("f", "STATEMENT", (26, 30), (Role("topic", (Filler(31, 34),)),))
    sheet = Sheet([replace(one, id="p", status=Status.SUGGESTED)], AnnotationSet.of("a", "anna", [one]))
    assert lint(work_of(TWO, sheet, SCHEMA)) == []
    assert found(one, replace(one, id="n", status=Status.REJECTED)) == []
    (twice,) = found(one, replace(one, id="g"))
    assert twice == ("said twice", "“said”: There is an equal STATEMENT already.")
