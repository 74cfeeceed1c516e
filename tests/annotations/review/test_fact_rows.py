"""The rows of a fact in a review: which there are, their digits, and turning one over to another reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.facts import Fact, Filler, Number, Role
from annotations.review.cases import content
from annotations.review.fact_rows import (
    TRIGGER,
    TYPE,
    FactRow,
    RowKind,
    next_reading,
    numbers,
    reading,
    rows_of,
    turned,
)
from annotations.schema.types import FactType, RoleType

ROLES = ("actor", "target", "time")
TYPES = {
    "ATTACK": FactType("ATTACK", roles={name: RoleType(name) for name in ROLES}),
    "MEETING": FactType("MEETING", roles={name: RoleType(name) for name in ("actor", "with")}),
}
ACTOR, TARGET, TIME, WITH = (FactRow(RowKind.ROLE, name) for name in (*ROLES, "with"))
MODALITY, NEGATED, NOTE = (FactRow(RowKind.ATTRIBUTE, name) for name in ("modality", "negated", "note"))


def fact(type_: str = "ATTACK", trigger: tuple[int, int] | None = (9, 12), **roles: Filler) -> Fact:
    return Fact("f", type_, trigger, tuple(Role(name, (filler,)) for name, filler in roles.items()))


WE, YOU, TWO = Filler(0, 2, "s"), Filler(3, 6, "t"), Filler(20, 23, None, Number(2))
ANNA = fact(actor=WE, target=TWO).stating(modality="denied")
BEN = fact("MEETING", (13, 16), actor=YOU, **{"with": WE}).stating(negated=True, note="odd")


def test_type_and_trigger_come_first_then_the_roles_and_what_is_stated() -> None:
    assert rows_of([ANNA, BEN], TYPES) == [TYPE, TRIGGER, ACTOR, TARGET, TIME, WITH, MODALITY, NEGATED, NOTE]
    assert rows_of([fact(), fact(place=WE)], TYPES) == [
        TRIGGER, ACTOR, TARGET, TIME, FactRow(RowKind.ROLE, "place"), MODALITY,
    ]  # fmt: skip


def test_a_role_has_its_place_as_digit_and_others_have_those_behind() -> None:
    rows = rows_of([ANNA, BEN], TYPES)
    assert numbers(rows, {TARGET, TRIGGER, MODALITY}) == {TARGET: 2, TRIGGER: 5, MODALITY: 6}
    assert numbers(rows, rows) == {
        ACTOR: 1, TARGET: 2, TIME: 3, WITH: 4, TYPE: 5, TRIGGER: 6, MODALITY: 7, NEGATED: 8, NOTE: 9,
    }  # fmt: skip


def test_where_roles_leave_no_digit_behind_them_others_have_one_that_is_free() -> None:
    roles = [FactRow(RowKind.ROLE, f"role{n}") for n in range(12)]
    assert numbers([TRIGGER, *roles], {TRIGGER, *roles[2:]}) == {
        **{roles[n]: n + 1 for n in range(2, 9)}, TRIGGER: 1, roles[9]: 2,
    }  # fmt: skip


def test_a_row_is_turned_over_to_the_next_different_reading_and_round() -> None:
    sides = [fact(actor=WE), fact(actor=WE), fact(actor=YOU), fact()]
    found = next_reading(sides[0], ACTOR, sides)
    assert found is sides[2]
    assert next_reading(found, ACTOR, sides) is sides[3]
    assert next_reading(sides[3], ACTOR, sides) is sides[0]
    assert next_reading(fact(actor=TWO), ACTOR, sides) is sides[0]
    assert next_reading(sides[0], TARGET, sides) is None


def test_fillers_are_turned_over_with_their_values() -> None:
    assert turned(fact(actor=WE), TARGET, ANNA, TYPES) == fact(actor=WE, target=TWO)
    assert turned(ANNA, TARGET, fact(), TYPES).roles == (Role("actor", (WE,)),)
    assert turned(ANNA, MODALITY, BEN, TYPES).modality == "asserted"
    assert turned(ANNA, TRIGGER, BEN, TYPES).trigger == (13, 16)


def test_with_the_type_go_and_come_the_roles_that_only_one_has() -> None:
    made = turned(ANNA, TYPE, BEN, TYPES)
    assert (made.type, made.roles) == ("MEETING", (Role("actor", (WE,)), Role("with", (WE,))))
    assert content(turned(made, TYPE, ANNA, TYPES)) == content(ANNA)
    with pytest.raises(UserError, match=r"ATTACK has no role with; turn its type over first\."):
        turned(ANNA, WITH, BEN, TYPES)


def test_a_row_that_would_leave_the_fact_empty_is_not_turned() -> None:
    with pytest.raises(UserError, match="Nothing of the fact would be left"):
        turned(fact(), TRIGGER, fact(trigger=None, actor=WE), TYPES)
    with pytest.raises(UserError, match="Nothing of the fact would be left"):
        turned(fact(trigger=None, actor=WE), ACTOR, fact(), TYPES)


RANGES = st.tuples(st.integers(0, 9), st.integers(10, 19))
FACTS = st.builds(
    lambda type_, at, actor, modality: fact(type_, at, actor=Filler(*actor)).stating(modality=modality),
    st.sampled_from(list(TYPES)), RANGES, RANGES, st.sampled_from(["asserted", "denied"]),
)  # fmt: skip


@given(FACTS, FACTS)
def test_turning_all_rows_over_gives_the_other_fact(one: Fact, other: Fact) -> None:
    made = one
    for row in rows_of([one, other], TYPES):
        made = turned(made, row, other, TYPES)
        assert reading(made, row) == reading(other, row)
    assert content(made) == content(other)
