"""Cases: what is agreed, what differs, and how a case is named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.fact_attributes import Modality, stated
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.review.cases import Difference, by_difference, content, ordered_roles
from annotations.review.comparing import compare
from annotations.schema.types import FactType, RoleType, Schema
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Span, Status
from tests.making import span

LABELS = ("PERSON", "ORG", "GPE")


def made(who: str, *items, article: str = "a") -> AnnotationSet:
    return AnnotationSet.of(article, who, [*items, Progress(State.DONE)])


def only(*sets: AnnotationSet):
    """The one case there is."""
    (case,) = compare(sets).cases
    return case


DIFFERENT = [
    (span(0, 10), span(0, 10, "ORG"), Difference.LABEL),
    (span(0, 10), span(0, 5), Difference.BOUNDS),
    (span(0, 10), span(6, 17, "ORG"), Difference.LABEL_AND_BOUNDS),
]


@pytest.mark.parametrize(("ours", "theirs", "difference"), DIFFERENT)
def test_spans_that_overlap_are_one_case(ours: Span, theirs: Span, difference: Difference) -> None:
    case = only(made("anna", ours), made("ben", theirs))
    assert (case.difference, case.sides) == (difference, {"anna": ours, "ben": theirs})


@pytest.mark.parametrize(("first", "second"), [("anna", "ben"), ("ben", "anna")])
def test_what_only_one_has_is_a_case(first: str, second: str) -> None:
    case = only(made(first, span(0, 10)), made(second))
    assert (case.difference, list(case.sides)) == (Difference.ONLY, [first])


def test_what_both_have_is_agreed_whatever_its_id_and_rejected_spans_do_not_count() -> None:
    gone = span(18, 22, "ORG", status=Status.REJECTED)
    found = compare([made("anna", span(0, 10, id_="x"), gone), made("ben", span(0, 10, id_="y"))])
    assert (len(found.agreed), found.cases) == (1, ())


def test_nested_spans_are_paired_with_the_nearest() -> None:
    ours = [span(0, 22, "ORG"), span(0, 10)]
    theirs = [span(0, 22, "GPE"), span(0, 5)]
    sides = [
        (c.sides["anna"], c.sides["ben"]) for c in compare([made("anna", *ours), made("ben", *theirs)]).cases
    ]
    assert sorted(sides, key=repr) == sorted(zip(ours, theirs, strict=True), key=repr)


def test_two_spans_from_one_suggestion_belong_together() -> None:
    ours, theirs = span(0, 10, id_="s"), span(8, 22, "ORG", id_="s")
    cases = compare([made("anna", ours), made("ben", theirs, span(0, 5, "ORG"))]).cases
    assert {c.difference for c in cases if len(c.sides) == 2} == {Difference.LABEL_AND_BOUNDS}
    assert len(cases) == 2


def test_the_key_is_of_the_article_and_of_what_each_has() -> None:
    one, other = made("anna", span(0, 10)), made("ben", span(0, 10, "ORG"))
    assert only(one, other).key == only(other, one).key
    again, relabelled = made("ben", span(0, 10, "ORG", id_="new")), made("ben", span(0, 10, "LAW"))
    assert only(one, again).key == only(one, other).key
    assert only(one, relabelled).key != only(one, other).key
    assert only(one, made("cy", span(0, 10, "ORG"))).key != only(one, other).key
    elsewhere = [made("anna", span(0, 10), article="b"), made("ben", span(0, 10, "ORG"), article="b")]
    assert only(*elsewhere).key != only(one, other).key


def test_three_annotators_make_one_case_of_what_overlaps() -> None:
    sets = [made("anna", span(0, 10)), made("ben", span(0, 10)), made("cy", span(0, 5))]
    case = only(*sets)
    assert (case.difference, len(case.sides)) == (Difference.BOUNDS, 3)
    assert {len(who) for who in case.readings().values()} == {1, 2}


def test_spans_come_before_facts_and_each_in_text_order() -> None:
    fact = Fact("f", "ATTACK", (0, 5))
    found = compare([made("anna", fact, span(23, 27), span(0, 10)), made("ben", span(30, 34))]).cases
    assert [(c.is_fact, c.place[0]) for c in found] == [(False, 0), (False, 23), (False, 30), (True, 0)]


ACTOR = (Role("actor", (Filler(0, 10),)),)
FACTS = [
    (Fact("y", "MEETING", (23, 27), ACTOR), Difference.FACT_TYPE),
    (Fact("y", "ATTACK", (23, 27)), Difference.ROLE),
    (Fact("y", "ATTACK", (23, 28), ACTOR), Difference.ROLE),
    (Fact("y", "ATTACK", (23, 27), ACTOR, stated(modality=Modality.CLAIMED)), Difference.ATTRIBUTE),
    (Fact("y", "ATTACK", (23, 27), ACTOR, stated(negated=True)), Difference.ATTRIBUTE),
    (
        Fact("y", "ATTACK", (23, 27), (Role("actor", (Filler(0, 10, None, Number(2)),)),)),
        Difference.ATTRIBUTE,
    ),
    (Fact("y", "ATTACK", (34, 38), ACTOR), Difference.ONLY),
]


@pytest.mark.parametrize(("theirs", "difference"), FACTS)
def test_facts_differ_in_type_role_or_attribute(theirs: Fact, difference: Difference) -> None:
    ours = Fact("x", "ATTACK", (23, 27), ACTOR)
    found = compare([made("anna", ours), made("ben", theirs)])
    assert {case.difference for case in found.cases} == {difference}
    assert by_difference(found.cases) == {difference.value: len(found.cases)}


def test_the_same_day_typed_by_two_is_agreed_and_another_day_is_a_case() -> None:
    def dated(who: str, day: str) -> AnnotationSet:
        value = Date(day, day, "day", "2024-01-24" if who == "anna" else None, who)
        return made(who, Fact(who, "ATTACK", (23, 27), (Role("time", (Filler(36, 43, None, value),)),)))

    found = compare([dated("anna", "2024-01-23"), dated("ben", "2024-01-23")])
    assert (len(found.agreed), found.cases) == (1, ())
    assert only(dated("anna", "2024-01-23"), dated("ben", "2024-01-24")).difference is Difference.ATTRIBUTE


def test_a_note_is_compared_in_whatever_spacing_it_was_typed() -> None:
    def noted(who: str, note: str) -> AnnotationSet:
        return made(who, Fact(who, "ATTACK", (23, 27), ACTOR, stated(note=note)))

    assert only(noted("anna", "by night"), noted("ben", "")).difference is Difference.ATTRIBUTE
    assert compare([noted("anna", "by night"), noted("ben", " by  night")]).cases == ()


def test_the_order_of_fillers_counts_only_where_the_schema_says_so() -> None:
    there, back = (Filler(0, 5), Filler(6, 10)), (Filler(6, 10), Filler(0, 5))
    sets = [
        made(w, Fact(w, "SAID", (23, 27), (Role("source", f),))) for w, f in (("anna", there), ("ben", back))
    ]
    source = FactType("SAID", roles={"source": RoleType("source", ordered=True)})
    assert compare(sets).cases == ()
    assert len(compare(sets, ordered=ordered_roles(Schema("s", facts={"SAID": source}))).cases) == 1


bounds = st.tuples(st.integers(0, 20), st.integers(1, 9))
marks = st.lists(st.tuples(bounds, st.sampled_from(LABELS)), max_size=8, unique=True)


@given(marks, marks, marks)
def test_every_span_is_agreed_or_in_one_case(ours, theirs, others) -> None:
    each = {"anna": ours, "ben": theirs, "cy": others}
    sets = [
        made(w, *(Span(f"{w}{n}", at[0], sum(at), label) for n, (at, label) in enumerate(said)))
        for w, said in each.items()
    ]
    found = compare(sets)
    agreed = {content(item) for item in found.agreed}
    in_cases = [item.id for case in found.cases for item in case.sides.values()]
    wanted = [s.id for one in sets for s in one.spans.values() if content(s) not in agreed]
    assert sorted(in_cases) == sorted(wanted)
    assert agreed == set.intersection(*({content(s) for s in one.spans.values()} for one in sets))
