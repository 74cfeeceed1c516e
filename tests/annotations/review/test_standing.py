"""Gold follows: what all agree on, what stands of the decisions, what was added and imported; nothing else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from annotations.facts import Fact, Filler, Role
from annotations.review import decisions
from annotations.review.cases import Difference, content
from annotations.review.standing import Standing
from annotations.sets import AnnotationSet, Boilerplate, State, Topic
from annotations.spans import Span
from tests.annotations.review.golds import NEW, made, settled, standing
from tests.making import TEXT, span

ANNA = made("anna", span(18, 22, "ORG", id_="n"), span(28, 32, "ORG", id_="o"))
BEN = made("ben", span(28, 32, "GPE", id_="p"))


def take(gold: AnnotationSet, sets, who: str, *, at: int = 0, by: str = "rex") -> AnnotationSet:
    """Decide one of the open cases and settle."""
    case = standing(gold, *sets).open[at]
    return settled(decisions.take(gold, case, who, by=by), *sets)


def said(gold: AnnotationSet) -> set:
    return {content(item) for item in (*gold.spans.values(), *gold.facts.values())}


def test_a_decision_stands_on_what_it_saw_alone() -> None:
    gold = take(take(NEW, (ANNA, BEN), "anna"), (ANNA, BEN), "anna")
    assert said(gold) == {(18, 22, "ORG"), (28, 32, "ORG")}
    later = ANNA.having(replace(ANNA.spans["o"], label="LOC"))
    now = standing(gold, later, BEN)
    (case,) = now.open
    assert [said for _, said in case.changed.saw] == [ANNA.spans["o"], BEN.spans["p"]]
    assert said(now.settled()) == {(18, 22, "ORG")}
    back = standing(now.settled(), ANNA, BEN)
    assert (back.open, said(back.settled())) == ((), said(gold))


def test_what_was_taken_and_is_gone_since_is_asked_about_and_leaves() -> None:
    gold = take(NEW, (ANNA, BEN), "anna")
    later = ANNA.lacking(ANNA.spans["n"])
    case = standing(gold, later, BEN).open[-1]
    assert (case.difference, case.place) == (Difference.GONE, (18, 22))
    assert said(standing(gold, later, BEN).settled()) == set()
    left = settled(decisions.take(gold, case, "ben", by="rex"), later, BEN)
    assert [one.difference for one in standing(left, later, BEN).open] == [Difference.LABEL]
    kept = settled(decisions.take_other(gold, case, case.changed.made[0], TEXT, by="rex"), later, BEN)
    assert said(kept) == {(18, 22, "ORG")}


def test_what_is_gone_is_asked_about_once_whoever_decided_on_it() -> None:
    gold = NEW
    for by in ("rex", "sue"):  # each in their copy
        gold = gold.having(*decisions.all_of(take(NEW, (ANNA, BEN), "anna", by=by)))
    later = ANNA.lacking(ANNA.spans["n"])
    case = standing(gold, later, BEN).open[-1]
    assert case.difference is Difference.GONE
    after = settled(decisions.take(gold, case, "ben", by="rex"), later, BEN)
    assert [one.difference for one in standing(after, later, BEN).open] == [Difference.LABEL]


def test_what_all_say_by_now_is_settled_or_opened() -> None:
    gold = take(NEW, (BEN, ANNA), "ben", at=1)
    as_decided = made("anna", span(28, 32, "GPE", id_="o"))
    assert standing(gold, as_decided, BEN).open == ()
    both = made("anna", span(28, 32, "LOC", id_="o")), made("ben", span(28, 32, "LOC", id_="p"))
    (case,) = standing(gold, *both).open
    assert (case.difference, case.changed.choice) == (Difference.AGREED, "take ben")
    assert said(settled(decisions.take(gold, case, "ben", by="rex"), *both)) == {(28, 32, "LOC")}


def test_reviewers_who_differ_leave_a_case_until_one_settles_it() -> None:
    gold = NEW
    case = standing(NEW, ANNA, BEN).open[1]
    for who, by in (("anna", "rex"), ("ben", "sue")):
        alone = decisions.take(NEW, case, who, by=by)
        gold = gold.having(*decisions.all_of(alone))
    now = standing(gold, ANNA, BEN)
    assert case.key in {one.key for one in now.open}
    assert sorted(one.by for one in now.conflicts[case.key]) == ["rex", "sue"]
    assert said(now.settled()) == set()
    for by in ("rex", "sue", "tom"):
        after = settled(decisions.take(now.settled(), case, "ben", by=by), ANNA, BEN)
        assert said(after) == {(28, 32, "GPE")}


def test_the_same_words_have_two_labels_only_where_both_were_chosen() -> None:
    gold = settled(decisions.add(NEW, Span("", 28, 32, "LOC"), TEXT, by="sue", reason="missed"), ANNA, BEN)
    gold = take(gold, (ANNA, BEN), "ben", at=1)
    clash = standing(gold, ANNA, BEN).open[-1]
    assert (clash.difference, sorted(clash.of), said(gold)) == (Difference.CLASH, ["rex", "sue"], set())
    one = settled(decisions.take(gold, clash, "sue", by="rex"), ANNA, BEN)
    assert said(one) == {(28, 32, "LOC")}
    both = settled(decisions.take_both(gold, clash, by="rex"), ANNA, BEN)
    assert said(both) == {(28, 32, "LOC"), (28, 32, "GPE")}


def test_what_is_decided_on_two_labels_may_be_another_case_of_two_labels() -> None:
    gold = NEW
    for place in ((28, 32), (36, 43)):
        gold = decisions.add(gold, Span("", *place, "LOC"), TEXT, by="sue", reason="missed")
    gold = take(settled(gold, ANNA, BEN), (ANNA, BEN), "ben", at=1)
    first = standing(gold, ANNA, BEN).open[-1]
    moved = decisions.take_other(gold, first, Span("", 36, 43, "GPE"), TEXT, by="rex")
    second = standing(moved, ANNA, BEN).open[-1]
    assert (second.difference, second.place) == (Difference.CLASH, (36, 43))
    assert said(settled(moved, ANNA, BEN)) == set()
    after = settled(decisions.take(moved, second, "sue", by="rex"), ANNA, BEN)
    assert said(after) == {(36, 43, "LOC")}


def with_facts(who: str, start: int) -> AnnotationSet:
    target = span(start, 10, "PERSON", id_=f"{who}-s")
    facts = [
        Fact(f"{who}{n}", "LEFT", at, (Role("who", (Filler(start, 10, target.id),)),))
        for n, at in enumerate([(23, 27), (33, 35)])
    ]
    return made(who, target, *facts)


def test_facts_follow_the_case_of_their_fillers_span() -> None:
    sets = with_facts("anna", 0), with_facts("ben", 6)
    (bound,) = standing(NEW, *sets).open
    assert said(settled(NEW, *sets)) == set()
    gold = settled(decisions.take(NEW, bound, "ben", by="rex"), *sets)
    assert standing(gold, *sets).open == ()
    fillers = [f for fact in gold.facts.values() for f in fact.fillers()]
    assert [(f.start, f.end, f.span in gold.spans) for f in fillers] == [(6, 10, True)] * 2
    none = settled(decisions.take_neither(NEW, bound, by="rex", reason="x"), *sets)
    assert [case.is_fact for case in standing(none, *sets).open] == [True, True]


def test_topics_and_boilerplate_are_cases_and_gold() -> None:
    anna = made("anna", Topic("War"), Topic("Sea"), Boilerplate(0, 10))
    ben = made("ben", Topic("War"), Boilerplate(0, 12))
    cases = standing(NEW, anna, ben).open
    assert [case.difference for case in cases] == [Difference.ONLY, Difference.BOUNDS]
    gold = decisions.take(NEW, cases[0], "anna", by="rex")
    gold = settled(decisions.take(gold, cases[1], "ben", by="rex"), anna, ben)
    assert (sorted(gold.topics), sorted(gold.boilerplate)) == (["Sea", "War"], ["0-12"])


def test_what_was_imported_and_is_agreed_is_there_once() -> None:
    gold = settled(NEW.having(Span("i", 0, 10, "PERSON")), *(made(who, span(0, 10, id_=who)) for who in "ab"))
    assert [content(s) for s in gold.spans.values()] == [(0, 10, "PERSON")]


def test_what_was_imported_as_gold_stays_and_is_marked() -> None:
    gold = settled(NEW.having(Span("i", 0, 10, "PERSON")), ANNA, BEN)
    assert (0, 10, "PERSON") in said(gold)
    assert [s.choice for s in decisions.all_of(gold)] == ["imported"]
    assert said(take(gold, (ANNA, BEN), "anna", at=1)) == {(0, 10, "PERSON"), (28, 32, "ORG")}


def test_an_approval_holds_until_a_side_changes() -> None:
    gold = take(take(NEW, (ANNA, BEN), "anna"), (ANNA, BEN), "ben")
    gold = decisions.note_approval(gold, standing(gold, ANNA, BEN).seal, by="rex", at="t")
    gold = settled(gold, ANNA, BEN)
    assert gold.state is State.REVIEWED
    more = [made_.having(span(0, 10, id_=made_.annotator)) for made_ in (ANNA, BEN)]
    now = standing(gold, *more)
    assert (now.open, now.settled().state) == ((), State.STARTED)
    assert now.wrong() == [
        "work on it has changed since",
        "1 item of it is missing",
    ]


def test_an_approval_does_not_pass_over_a_return_that_it_did_not_know_of() -> None:
    gold = take(take(NEW, (ANNA, BEN), "anna"), (ANNA, BEN), "ben")
    back = decisions.note_return(gold, ANNA, [], reason="missed", by="sue", at="u", note="")
    approved = decisions.note_approval(gold, standing(gold, ANNA, BEN).seal, by="rex", at="t")
    merged = settled(approved, ANNA, BEN).having(*decisions.all_of(back))
    assert settled(merged, ANNA, BEN).state is State.STARTED
    known = decisions.note_approval(merged, standing(merged, ANNA, BEN).seal, by="rex", at="v")
    assert settled(known, ANNA, BEN).state is State.REVIEWED


# --- any sequence

SPANS = [span(start, end, label) for start, end in ((0, 10), (0, 5), (28, 32)) for label in ("ORG", "GPE")]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["toggle", "take", "both", "neither", "add"]), st.integers(0, 11), st.booleans()
    ),
    max_size=14,
)


@given(STEPS)
def test_gold_is_agreed_and_standing_and_added_whatever_came_before(steps) -> None:
    sets = {"anna": made("anna"), "ben": made("ben")}
    gold = decisions.of_sides(NEW, list(sets), only=False)
    for verb, n, first in steps:
        who, by = ("anna", "rex") if first else ("ben", "sue")
        if verb == "toggle":
            item = replace(SPANS[n % len(SPANS)], id=f"{who}{n % len(SPANS)}")
            own = sets[who]
            sets[who] = own.lacking(item) if item.id in own.spans else own.having(item)
        else:
            gold = decided(verb, n, who, by, standing(gold, *sets.values()))
        gold = settled(gold, *sets.values())
    now = standing(gold, *sets.values())
    assert now.settled() is now.gold
    follows(now)


def decided(verb: str, n: int, who: str, by: str, now: Standing) -> AnnotationSet:
    gold, cases = now.gold, now.cases
    if verb == "add":
        item = Span("", 36, 43, "DATE")
        there = decisions.gold_id(gold.article, item) in gold.spans
        return gold if there else decisions.add(gold, item, TEXT, by=by, reason="missed")
    if not cases:
        return gold
    case = cases[n % len(cases)]
    if verb == "both":
        return decisions.take_both(gold, case, by=by)
    if verb == "neither":
        return decisions.take_neither(gold, case, by=by, reason="x")
    return decisions.take(gold, case, who, by=by)


def follows(now: Standing) -> None:
    """Check gold against what it is made of, told in another way."""
    gold = {content(item) for item in now.gold.spans.values()}
    each = [{content(s) for s in made_.spans.values()} for made_ in now.sets]
    made_ = {content(item) for one in decisions.all_of(now.gold) if one.case for item in one.made}
    assert gold <= (each[0] & each[1]) | made_
    undecided = {content(item) for case in now.open for item in case.sides.values()}
    assert (each[0] & each[1]) - undecided - {
        content(item) for case in now.cases if case.key in now.decided for item in case.sides.values()
    } <= gold | {content(i) for one in now.decided.values() for _, i in one.saw if i}
    assert (
        len({(s.start, s.end) for s in now.gold.spans.values()}) == len(gold)
        or any(one.choice == decisions.BOTH for one in now.decided.values())
        or len(each[0] & each[1]) > 1
    )
