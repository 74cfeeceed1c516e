"""Facts: what holds them in the text, and how they follow their spans."""

from __future__ import annotations

from dataclasses import replace

from annotations.facts import Fact, Filler, Number, Role
from tests.making import span

ACTOR = Role("actor", (Filler(0, 5, "s1"), Filler(10, 12)))
COUNT = Role("count", (Filler(20, 21, "s2", Number(2, ">=", "sites")),))
FACT = Fact("f", "ATTACK", (6, 9), (ACTOR, COUNT))


def test_a_fact_knows_its_fillers_in_the_annotators_order() -> None:
    assert FACT.fillers() == (*ACTOR.fillers, *COUNT.fillers)
    assert FACT.span_ids() == {"s1", "s2"}


def test_the_ranges_of_a_fact_come_in_text_order() -> None:
    assert FACT.ranges() == [(0, 5), (6, 9), (10, 12), (20, 21)]


def test_a_fact_without_trigger_and_filler_is_empty() -> None:
    assert Fact("f", "ATTACK", roles=(Role("actor", ()),)).is_empty()
    assert not Fact("f", "ATTACK", (0, 1)).is_empty()
    assert not replace(FACT, trigger=None).is_empty()


def test_a_filler_follows_the_span_that_fills_it() -> None:
    moved = FACT.with_fillers({"s1": span(1, 4, id_="s1")})
    assert moved.roles[0].fillers == (Filler(1, 4, "s1"), Filler(10, 12))
    assert moved.roles[1] == COUNT


def test_a_filler_whose_span_goes_stays_as_a_bare_range_with_its_value() -> None:
    bare = FACT.with_fillers({"s2": None})
    assert bare.roles[1].fillers == (Filler(20, 21, None, Number(2, ">=", "sites")),)
    assert bare.span_ids() == {"s1"}
