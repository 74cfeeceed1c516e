"""A rename or merge carried through a review by itself: any sets, any decisions."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from annotations.facts import Fact, Filler, Role
from annotations.review import decisions, set_states
from annotations.review.cases import Case, content
from annotations.review.recasting import recast
from annotations.review.standing import Standing
from annotations.schema import changes, role_changes
from annotations.sets import AnnotationSet, Comment, Decision, State
from annotations.spans import Span
from tests.annotations.review.golds import NEW, made, settled, standing
from tests.making import TEXT, span

MERGE = partial(changes.carried, part="labels", old="GPE", new="ORG")
RENAME = partial(changes.carried, part="labels", old="GPE", new="ZONE")
LABELS = st.sampled_from(["ORG", "GPE", "LOC"])
BOUNDS = st.sampled_from([(0, 5), (0, 10), (3, 8), (6, 10), (28, 32)])
SPANS = st.lists(st.tuples(BOUNDS, LABELS), max_size=5, unique=True)
ROLES = st.sampled_from(["who", "where"])
FACTS = st.lists(
    st.tuples(st.sampled_from(["LEAVE", "STAY"]), BOUNDS, ROLES, BOUNDS), max_size=2, unique=True
)
STEPS = st.lists(
    st.tuples(st.sampled_from(["take", "both", "neither", "add"]), st.integers(0, 9), st.booleans()),
    max_size=8,
)
CHANGES = st.sampled_from(
    [
        MERGE,
        RENAME,
        partial(changes.carried, part="facts", old="LEAVE", new="STAY"),
        partial(role_changes.carried_role, type_="LEAVE", old="where", new="who"),
        partial(role_changes.carried_role, type_="LEAVE", old="where", new=""),
    ]
)


def sets_of(spans, facts) -> tuple[AnnotationSet, ...]:
    found = []
    for who, own, stated in zip(("anna", "ben", "cy"), spans, facts, strict=False):
        items = [span(*bounds, label, f"{who}{n}") for n, (bounds, label) in enumerate(own)]
        for n, (type_, trigger, role, (start, end)) in enumerate(stated):
            on = next((s.id for s in items if isinstance(s, Span) and (s.start, s.end) == (start, end)), None)
            items.append(Fact(f"{who}-{n}", type_, trigger, (Role(role, (Filler(start, end, on),)),)))
        found.append(made(who, *items))
    return tuple(found)


def decided(verb: str, n: int, who: str, by: str, now: Standing) -> AnnotationSet:
    gold = now.gold
    if verb == "add" or not now.cases:
        item = Span("", 28, 32, ("ORG", "GPE")[n % 2])
        there = decisions.gold_id(gold.article, item) in gold.spans
        return gold if there else decisions.add(gold, item, TEXT, by=by, reason="missed")
    case = now.cases[n % len(now.cases)]
    if verb == "both":
        return decisions.take_both(gold, case, by=by)
    if verb == "neither":
        return decisions.take_neither(gold, case, by=by, reason="x")
    return decisions.take(gold, case, who, by=by)


def reviewed(sets: tuple[AnnotationSet, ...], steps) -> AnnotationSet:
    gold = settled(decisions.of_sides(NEW, [one.annotator for one in sets], only=False), *sets)
    for n, (verb, number, first) in enumerate(steps):
        who, by = ("anna", "rex") if first else ("ben", "sue")
        after = decided(verb, number, who, by, standing(gold, *sets))
        fresh = [one for one in decisions.all_of(after) if one not in decisions.all_of(gold)]
        gold = settled(after.having(*(replace(one, at=f"{n:03}") for one in fresh)), *sets)
    return gold


def told(gold: AnnotationSet) -> tuple:
    """Return gold's items, and what was decided when and by whom; the voices of a clash may change places."""
    steps = [(one.at, one.by, sorted(map(repr, map(content, one.made)))) for one in decisions.all_of(gold)]
    return {item for item in gold if not isinstance(item, Decision)}, sorted(steps)


def is_new(case: Case, was: Standing) -> bool:
    """Return whether nothing was open where the open case lies: of two spans that are one now, one may have been."""
    return not any(one.place[0] < case.place[1] and case.place[0] < one.place[1] for one in was.open)


@given(st.lists(SPANS, min_size=1, max_size=3), st.lists(FACTS, min_size=3, max_size=3), STEPS, CHANGES)
def test_nothing_is_open_that_was_not_and_gold_follows(spans, facts, steps, change) -> None:
    sets = sets_of(spans, facts)
    gold = reviewed(sets, steps)
    was = standing(gold, *sets)
    now = standing(recast(gold, change, sets, (), ()), *map(change, sets))
    assert now.settled() is now.gold
    assert [case for case in now.open if is_new(case, was)] == []


@given(st.lists(SPANS, min_size=1, max_size=3), st.lists(FACTS, min_size=3, max_size=3), STEPS)
def test_a_rename_changes_names_alone_and_back_gives_all(spans, facts, steps) -> None:
    sets = sets_of(spans, facts)
    gold = reviewed(sets, steps)
    after = recast(gold, RENAME, sets, (), ())
    back = partial(changes.carried, part="labels", old="ZONE", new="GPE")
    renamed = tuple(map(RENAME, sets))
    assert len(after) == len(gold)
    assert told(recast(gold, RENAME, sets, (), (), is_plain=True)) == told(after)
    assert told(recast(after, back, renamed, (), ())) == told(gold)


def test_what_was_approved_is_so_after_a_merge_and_a_comment_stays_on_its_span() -> None:
    sets = made("anna", span(28, 32, "GPE", "o")), made("ben", span(28, 32, "GPE", "p"))
    gold = set_states.approve(decisions.note_approval(NEW, standing(NEW, *sets).seal, by="rex", at="t"))
    gold = settled(gold, *sets)
    gold = gold.having(Comment("c", "sure?", "rex", "t", on=next(iter(gold.spans))))
    after = recast(gold, MERGE, sets, (), ())
    assert [content(item) for item in after.spans.values()] == [(28, 32, "ORG")]
    assert after.comments["c"].on in after.spans
    assert (after.state, standing(after, *map(MERGE, sets)).wrong()) == (State.REVIEWED, [])


def test_gold_whose_sides_are_not_here_gets_the_name_alone() -> None:
    sets = made("anna", span(28, 32, "GPE", "o")), made("ben", span(0, 10, "GPE", "p"))
    gold = reviewed(sets, [("take", 0, True), ("take", 1, False)])
    after = recast(gold, RENAME, (), (), ())
    assert after == recast(gold, RENAME, sets, (), ())
