"""Differences: what two readings of one thing differ in, in words, a row for each part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.fact_attributes import Modality, stated
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.review.cases import content
from annotations.review.differences import PartKind, fact_differences, span_differences
from tests.making import TEXT, span

MARIA, NAVY, OSLO, TUESDAY = Filler(0, 10), Filler(18, 22), Filler(28, 32), Filler(36, 43)
SOURCES = [("LEFT", "source")]


def left(**roles: tuple[Filler, ...]) -> Fact:
    return Fact("f", "LEFT", (23, 27), tuple(Role(name, fillers) for name, fillers in roles.items()))


def valued(value: Number | Date | None) -> tuple[Filler, ...]:
    return (Filler(36, 43, None, value),)


DAY = Date("2024-01-23", "2024-01-23", "day", "2024-01-24", "rule")
WEEK = Date("2024-01-23", "2024-01-23", "week", None, "anna")
ROLES = [
    (left(count=valued(Number(2))), left(count=valued(Number(5))), "count of “Tuesday”: 2 → 5"),
    (left(count=valued(None)), left(count=valued(Number(5, ">"))), "count of “Tuesday”: no value → > 5"),
    (left(time=valued(DAY)), left(time=valued(WEEK)), "time of “Tuesday”: 2024-01-23 (against 2024-01-24) → 2024-01-23"),
    (left(actor=(MARIA,)), left(actor=(Filler(0, 5),)), "actor: “Maria Ruiz” → “Maria”"),
    (left(actor=(MARIA,)), left(actor=(NAVY,)), "actor: “Maria Ruiz” → “Navy”"),
    (left(), left(count=valued(Number(2))), "count: nothing → “Tuesday” (2)"),
    (left(place=(OSLO,)), left(), "place: “Oslo” → nothing"),
    (left(actor=(MARIA,)), left(actor=(MARIA, NAVY)), "actor: also “Navy”"),
    (left(actor=(MARIA, NAVY)), left(actor=(NAVY,)), "actor: not “Maria Ruiz”"),
    (left(source=(MARIA, NAVY)), left(source=(NAVY, MARIA)), "order of source: “Maria Ruiz”, “Navy” → “Navy”, “Maria Ruiz”"),
]  # fmt: skip


@pytest.mark.parametrize(("theirs", "ours", "sentence"), ROLES)
def test_a_role_that_differs_is_told_in_a_sentence(theirs: Fact, ours: Fact, sentence: str) -> None:
    (row,) = fact_differences(theirs, ours, TEXT, SOURCES)
    assert (row.kind, row.sentence) == (PartKind.ROLE, sentence)
    assert row.theirs != row.ours


def test_a_filler_in_another_role_is_said_once_for_both_roles() -> None:
    rows = fact_differences(left(actor=(MARIA,)), left(place=(MARIA,)), TEXT)
    assert [(row.name, row.theirs, row.ours) for row in rows] == [
        ("actor", "Maria Ruiz", ""),
        ("place", "", "Maria Ruiz"),
    ]
    assert {row.sentence for row in rows} == {"“Maria Ruiz” is place, not actor"}


def test_type_trigger_and_attributes_have_a_row_each() -> None:
    theirs = Fact("f", "LEFT", (23, 27), (), stated(note="by  night"))
    ours = Fact("g", "MEETING", None, (), stated(modality=Modality.CLAIMED, negated=True))
    assert [(row.name, row.sentence) for row in fact_differences(theirs, ours, TEXT)] == [
        ("type", "LEFT is MEETING"),
        ("trigger", "trigger: “left” → nothing"),
        ("modality", "modality: asserted → claimed"),
        ("negated", "negated: no → yes"),
        ("note", "note: “by night” → nothing"),
    ]


def test_the_same_words_elsewhere_are_told_by_their_place() -> None:
    (row,) = fact_differences(Fact("f", "A", (0, 1)), Fact("f", "A", (2, 3)), "a a")
    assert row.sentence == "trigger: “a” at characters 0 to 1 → “a” at characters 2 to 3"
    assert (row.theirs, row.ours) == ("a at characters 0 to 1", "a at characters 2 to 3")


def test_quotation_marks_of_the_text_stay() -> None:
    (row,) = fact_differences(Fact("f", "A", (0, 3)), Fact("f", "A", (0, 1)), "“a”")
    assert (row.theirs, row.ours) == ("“a”", "“")


def test_a_span_differs_in_label_and_in_words() -> None:
    rows = span_differences(span(0, 10), span(0, 5, "ORG"), TEXT)
    assert [row.sentence for row in rows] == ["PERSON is ORG", "“Maria Ruiz” → “Maria”"]
    assert span_differences(span(0, 10, id_="x"), span(0, 10, id_="y"), TEXT) == []


values = st.sampled_from(
    [None, Number(2), Number(2.0), Number(2, "=", " KM"), Number(2, "=", "km"), DAY, WEEK]
)
fillers = st.builds(Filler, st.sampled_from([0, 1]), st.sampled_from([9, 11]), st.none(), values)
roles = st.builds(Role, st.sampled_from(["actor", "source"]), st.lists(fillers, max_size=3).map(tuple))
attributes = st.sampled_from([(), stated(note="a b"), stated(note=" a  b"), stated(modality=Modality.DENIED)])
facts = st.builds(
    Fact,
    st.sampled_from("fg"),
    st.just("LEFT"),
    st.sampled_from([None, (0, 4)]),
    st.lists(roles, max_size=3).map(tuple),
    attributes,
)


@given(facts, facts)
def test_there_is_a_row_exactly_where_contents_differ(theirs: Fact, ours: Fact) -> None:
    rows = fact_differences(theirs, ours, TEXT, SOURCES)
    assert bool(rows) == (content(theirs, SOURCES) != content(ours, SOURCES))
    assert all(row.sentence and row.theirs != row.ours for row in rows)
