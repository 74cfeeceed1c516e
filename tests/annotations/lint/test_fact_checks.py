"""The looks at facts: each finds what is odd, and nothing in a good fact."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.facts import Fact, Filler, Number, Role
from annotations.lint.fact_checks import Ground, look
from annotations.schema import reader as schema_reader
from annotations.schema.types import FactType, RoleType, Schema
from annotations.spans import Status
from tests.making import span

NEWS = schema_reader.parse(schema_reader.shipped("news"))
TEXT = "Oslo said Oslo struck two sites near Narvik."
SPANS = {s.id: s for s in (span(0, 4, "GPE", "a"), span(10, 14, "GPE", "b"), span(37, 43, "PERSON", "p"))}
GOOD = Fact(
    "f",
    "ATTACK",
    (15, 21),
    (
        Role("actor", (Filler(10, 14, "b"),)),
        Role("target", (Filler(26, 31),)),
        Role("count", (Filler(22, 25, None, Number(2)),)),
    ),
)


def found(*facts: Fact, text: str = TEXT) -> list[tuple[str, int]]:
    return [(odd.look, odd.start) for odd in look(Ground(text, NEWS, SPANS, facts))]


def having(role: str, *fillers: Filler) -> Fact:
    return replace(
        GOOD, roles=(*(r for r in GOOD.roles if r.role != role), *((Role(role, fillers),) if fillers else ()))
    )


def test_a_good_fact_has_nothing_odd() -> None:
    assert found(GOOD) == []


ODD = [
    (having("target", Filler(37, 43, "p")), ("wrong label", 37)),
    (having("target"), ("open role", 15)),
    (having("count", Filler(26, 31)), ("no number", 26)),
    (having("source", Filler(0, 4)), ("own source", 0)),
    (having("colour", Filler(0, 4)), ("unknown role", 0)),
    (replace(GOOD, type="PARTY"), ("unknown type", 15)),
    (having("place", Filler(40, 90)), ("no text", 40)),
    (having("place", Filler(37, 43, "gone")), ("no span", 37)),
]


@pytest.mark.parametrize(("fact", "odd"), ODD, ids=[odd[0] for _, odd in ODD])
def test_what_is_odd_is_found_where_it_stands(fact: Fact, odd: tuple[str, int]) -> None:
    assert found(fact) == [odd]


def test_a_fact_without_any_words_is_odd_whatever_its_type_asks_for() -> None:
    own = Schema("Own", facts={"HIT": FactType("HIT")})
    [odd] = look(Ground(TEXT, own, {}, [Fact("f", "HIT")]))
    assert (odd.look, odd.start, odd.sentence) == ("open role", 0, "The HIT has no trigger.")


def test_of_two_equal_facts_the_second_is_odd() -> None:
    assert [odd.fact for odd in look(Ground(TEXT, NEWS, SPANS, [GOOD, replace(GOOD, id="g")]))] == ["g"]


def test_a_source_that_acts_is_not_odd_beside_a_quotation_mark() -> None:
    assert found(having("source", Filler(0, 4)), text=TEXT.replace("said Oslo", "said“Oslo")) == []


def test_who_acts_and_who_is_the_source_are_told_by_kind() -> None:
    roles = {"where from": RoleType("where from", kind="source"), "who": RoleType("who", kind="agent")}
    schema = Schema("Own", facts={"HIT": FactType("HIT", roles=roles)})
    told = (Role("where from", (Filler(0, 4),)), Role("who", (Filler(10, 14),)))
    [odd] = look(Ground(TEXT, schema, {}, [Fact("f", "HIT", (15, 21), told)]))
    assert odd.sentence == "The where from is also the who, and nothing is quoted: is it claimed?"


def test_a_count_in_words_needs_no_value() -> None:
    assert found(having("count", Filler(22, 25))) == []


def test_rejected_facts_are_not_looked_at() -> None:
    assert found(replace(having("target"), status=Status.REJECTED)) == []
