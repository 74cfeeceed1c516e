"""The sheet: a set and what of the pool is undecided, kept edit by edit."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations import span_verbs
from annotations.edits import Change, Edit
from annotations.errors import StaleEdit
from annotations.facts import Fact, Filler, Role
from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import Sheet
from annotations.spans import Hint, Span, Status
from tests.making import span, suggested

EMPTY = AnnotationSet("a", "anna")
MARIA, NAVY = suggested(0, 10), suggested(18, 22, "ORG")


def ids(spans) -> list[str]:
    return [span.id for span in spans]


def after(pool: list[Span], *own: Span) -> Sheet:
    return Sheet(pool, EMPTY.having(*own))


def test_a_suggestion_is_undecided_until_its_id_is_in_the_set() -> None:
    assert ids(after([MARIA, NAVY]).undecided) == [MARIA.id, NAVY.id]
    assert ids(Sheet([MARIA, NAVY], span_verbs.confirm(EMPTY, MARIA)).undecided) == [NAVY.id]
    assert ids(Sheet([MARIA, NAVY], span_verbs.reject(EMPTY, NAVY)).undecided) == [MARIA.id]


def test_a_span_with_the_same_bounds_and_label_decides_a_suggestion() -> None:
    twin = span(0, 10, id_="other", status=Status.REJECTED)
    assert ids(after([MARIA], twin).undecided) == []
    assert ids(after([MARIA], span(0, 10, "ORG", "other", status=Status.REJECTED)).undecided) == [MARIA.id]


def test_a_confirmed_span_hides_what_crosses_it_but_not_what_is_nested() -> None:
    pool = [MARIA, suggested(0, 5, "ORG"), suggested(6, 17, "ORG")]
    assert ids(after(pool, span(2, 8, id_="own")).undecided) == [MARIA.id]
    assert ids(after(pool, span(0, 10, "GPE", "own")).undecided) == [pool[1].id]


def test_rejected_spans_are_not_seen() -> None:
    assert list(Sheet([MARIA], span_verbs.reject(EMPTY, MARIA))) == []


def test_what_was_seen_tells_what_a_confirmation_took_off_and_put_on() -> None:
    sheet = after([MARIA])
    seen = sheet.apply(Change.between(EMPTY, span_verbs.confirm(EMPTY, MARIA)))
    assert (seen.removed, ids(seen.added)) == ((MARIA.id,), [MARIA.id])
    assert sheet.get(MARIA.id).status is Status.CONFIRMED


def test_a_change_against_another_set_is_refused_and_leaves_the_sheet() -> None:
    sheet, change = after([MARIA]), Change("a", "anna", removed=(NAVY,))
    with pytest.raises(StaleEdit):
        sheet.apply(change)
    assert list(sheet) == [MARIA]


labels = st.sampled_from(["PERSON", "ORG"])
places = st.tuples(st.integers(0, 12), st.integers(1, 6)).map(lambda pair: (pair[0], sum(pair)))
own = st.builds(
    lambda at, label, id_, status: span(*at, label, id_, status=status),
    places,
    labels,
    st.sampled_from("abcd"),
    st.sampled_from([Status.CONFIRMED, Status.REJECTED]),
)
pools = st.lists(
    st.builds(lambda at, label, id_: suggested(*at, label, id_), places, labels, st.sampled_from("cdef"))
)
sets = st.lists(own, max_size=4).map(lambda items: EMPTY.having(*items))


@given(pools, st.lists(sets, min_size=1, max_size=5))
def test_a_sheet_kept_by_changes_is_the_sheet_built_anew(pool, steps) -> None:
    sheet, shown = Sheet(pool, EMPTY), {s.id: s for s in Sheet(pool, EMPTY)}
    for step in steps:
        seen = sheet.apply(Change.between(sheet.set, step))
        for id_ in seen.removed:
            del shown[id_]
        shown |= {s.id: s for s in seen.added}
        anew = Sheet(pool, step)
        assert (list(sheet.confirmed), list(sheet.undecided)) == (list(anew.confirmed), list(anew.undecided))
        assert shown == {s.id: s for s in anew}


facts = st.builds(
    lambda id_, type_, at, fills, status: Fact(
        id_, type_, at, (Role("actor", tuple(Filler(s.start, s.end, s.id) for s in fills)),), status=status
    ),
    st.sampled_from("xyz"),
    st.sampled_from(["ATTACK", "MEETING"]),
    places,
    st.lists(own, max_size=2),
    st.sampled_from([Status.CONFIRMED, Status.REJECTED]),
)
marks = st.builds(
    lambda at, n: Boilerplate(*at, status=[Status.CONFIRMED, Status.REJECTED][n]), places, st.integers(0, 1)
)
stated = st.lists(st.one_of(own, facts, marks), max_size=6).map(lambda items: EMPTY.having(*items))
undecided = facts.map(lambda fact: replace(fact, status=Status.SUGGESTED))


@given(
    pools, st.lists(undecided, max_size=4, unique_by=lambda f: f.id), st.lists(stated, min_size=1, max_size=5)
)
def test_facts_kept_by_changes_are_those_of_the_sheet_built_anew(pool, pooled, steps) -> None:
    sheet = Sheet([*pool, *pooled], EMPTY)
    for step in steps:
        before = {fact.id: (fact, sheet.fillers_of(fact)) for fact in sheet.facts()}
        seen = sheet.apply(Change.between(sheet.set, step))
        anew = Sheet([*pool, *pooled], step)
        assert sheet.facts() == anew.facts()
        after = {fact.id: (fact, sheet.fillers_of(fact)) for fact in sheet.facts()}
        assert {id_ for id_ in before | after if before.get(id_) != after.get(id_)} <= set(seen.facts)


@given(st.lists(facts, max_size=4, unique_by=lambda f: f.id), st.integers(0, 20), st.sampled_from("abcd"))
def test_the_facts_at_a_place_are_those_that_say_it_or_that_the_span_fills(found, at, span_id) -> None:
    sheet = Sheet((), EMPTY.having(*(replace(fact, status=Status.CONFIRMED) for fact in found)))
    there = [f for f in sheet.facts() if any(s <= at < e for s, e in f.ranges()) or span_id in f.span_ids()]
    assert sheet.facts_at(at, span_id) == there


def test_a_hint_goes_where_a_span_or_boilerplate_comes() -> None:
    hints = [Hint(0, 4, 0.5), Hint(10, 14, 0.4), Hint(20, 24, 0.3)]
    own = AnnotationSet.of("a", "anna", [Span("s", 0, 4, "ORG", origin="anna"), Boilerplate(19, 30)])
    assert Sheet(hints, own).hints() == [(10, 14)]


def test_a_suggestion_in_boilerplate_is_not_offered_until_the_mark_is_taken_away() -> None:
    pool = [Span("s", 3, 6, "ORG", Status.SUGGESTED, "rule"), Boilerplate(0, 9, Status.SUGGESTED)]
    sheet = Sheet(pool, AnnotationSet("a", "anna"))
    assert (list(sheet.undecided), sheet.boilerplate) == ([], [(0, 9)])
    after = span_verbs.unmark_boilerplate(sheet.set, sheet.marks(), 2, 7)
    seen = sheet.apply(Edit.between("take as article", sheet.set, after).changes[0])
    assert [span.id for span in seen.added] == ["s"]
    assert (seen.boilerplate, sheet.boilerplate) == (True, [(0, 2), (7, 9)])
