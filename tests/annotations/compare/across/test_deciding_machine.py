"""Any decisions across articles, in any order: gold stays whole, and what was taken is what it says."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.compare.across import deciding
from annotations.compare.comparison import ComparedEntity, ComparedGroup
from annotations.compare.items import Verdict
from annotations.errors import UserError
from tests.annotations.compare.across.people import WORDS, Gold, Person, reviewed
from tests.strategies import examples

ARTICLES = "abc"
saying = st.tuples(
    st.sampled_from(["anna", "ben", "gold"]),
    st.sampled_from(["one", "one", "split", "apart", "relate", "group", "judge", "label"]),
    st.lists(st.integers(0, 20), min_size=3, max_size=3),
)
decisions = st.tuples(st.sampled_from(["anna", "ben", "neither", "approve", "keep"]), st.integers(0, 9))


def say(who: Person, what: str, at: list[int]) -> None:
    words, ids = [WORDS[n % len(WORDS)] for n in at], [ARTICLES[n % 3] for n in at]
    if what == "one":
        who.one(*words[: 1 + at[0] % 3])
    elif what in ("split", "label"):
        who.split(words[0]) if what == "split" else who.describe(words[0], label="NORP")
    elif what in ("apart", "relate"):
        getattr(who, what)(*words[:2])
    elif what == "group":
        who.group(*ids)
    elif any(f.article == ids[0] and g.verdicts for g in who.stands().groups for f in g.facts):
        who.judge(ids[0], list(Verdict)[at[1] % 5])


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.one_of(saying, decisions), max_size=25))
def test_any_decisions_in_any_order_leave_gold_whole_and_what_was_taken_decided(
    steps: list[tuple[str, int] | tuple[str, str, list[int]]],
) -> None:
    anna, ben, gold = Person("anna"), Person("ben"), Gold()
    gold.articles = anna.articles
    for step in steps:
        if len(step) == 3:
            try:
                say({"anna": anna, "ben": ben, "gold": gold}[step[0]], step[1], step[2])
            except UserError:
                continue  # it was refused with a sentence
        else:
            decide_and_check(gold, step[0], step[1], anna, ben)


def decide_and_check(gold: Gold, how: str, at: int, anna: Person, ben: Person) -> None:
    """Decide so; after each decision gold is asserted to be whole, and what was taken to be decided."""
    found = reviewed(gold, anna, ben)
    if how == "approve":
        gold.said = deciding.approve(found)
        assert_whole(gold)
        assert deciding.approve(reviewed(gold, anna, ben)) == gold.said, "there is nothing left to approve"
        return
    if not found.cases:
        return
    case = found.cases[at % len(found.cases)]
    if how == "keep":
        gold.said = deciding.keep(found, case)
    else:
        gold.said = (
            deciding.take(found, case, how) if how in case.sides else deciding.take_neither(found, case)
        )
    assert_whole(gold)
    now = reviewed(gold, anna, ben)
    others = {one.key for one in found.cases if not one.is_open and one.what == case.what}
    assert not ({case.key} | others) & {one.key for one in now.open}, "what was decided is decided"
    if how in case.sides and case.what != "verdict":
        has = {*gold.has(), *gold.groups()}
        for one in case.sides[how].parts:
            assert shown(one) in has, "gold says what was taken"


def assert_whole(gold: Gold) -> None:
    """Gold has no mention in two entities, no fact in two groups, and does not go against itself."""
    now = gold.stands()
    settled = [m for e in now.entities for m in e.mentions if m.is_settled and not m.is_gone]
    places = Counter((m.article, m.start, m.end) for m in settled)
    assert not places or max(places.values()) == 1
    facts = Counter((f.article, f.fact.fact.place) for g in now.groups for f in g.facts if f.fact)
    assert not facts or max(facts.values()) == 1
    assert now.overruled == ()
    for entity in now.entities:
        assert entity.id not in {other for other, _ in entity.apart}


def shown(one: ComparedEntity | ComparedGroup) -> str:
    if isinstance(one, ComparedEntity):
        return " ".join(sorted(f"{m.article}:{m.text}" for m in one.mentions if m.is_settled))
    return " ".join(f.article for f in one.facts if f.is_settled)
