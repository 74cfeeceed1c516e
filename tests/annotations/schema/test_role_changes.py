"""Changes to the roles of a fact type, and what they mean for a set."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.schema import reader as schema_reader
from annotations.schema import role_changes
from annotations.schema import writer as schema_writer
from annotations.schema.types import FactType, Label, RoleType, Schema
from annotations.sets import AnnotationSet

SERVE = FactType(
    "SERVE",
    sentence="{cook, someone} *served* {dish} [at {place}]",
    roles={"cook": RoleType("cook", ("CHEF",)), "dish": RoleType("dish"), "place": RoleType("place")},
)
SCHEMA = Schema(
    "Kitchen", labels={"CHEF": Label("CHEF", "1", 20), "DISH": Label("DISH", "2", 90)}, facts={"SERVE": SERVE}
)


def roles(schema: Schema) -> list[str]:
    return list(schema.facts["SERVE"].roles)


def test_a_new_role_is_last_and_plain() -> None:
    made = role_changes.add_role(SCHEMA, "SERVE", " the  guest ")
    assert roles(made) == ["cook", "dish", "place", "the guest"]
    assert made.facts["SERVE"].roles["the guest"] == RoleType("the guest")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        (" ", "needs a name"),
        ("a\x07", "invisible"),
        ("a, b", "cannot hold ,"),
        ("dish", "has a role dish already"),
    ],
)
def test_a_name_that_will_not_do_is_refused(name: str, why: str) -> None:
    with pytest.raises(UserError, match=why):
        role_changes.add_role(SCHEMA, "SERVE", name)
    with pytest.raises(UserError, match=why):
        role_changes.rename_role(SCHEMA, "SERVE", "cook", name)


def test_what_is_gone_is_said() -> None:
    with pytest.raises(UserError, match="There is no fact type EAT any more"):
        role_changes.add_role(SCHEMA, "EAT", "who")
    with pytest.raises(UserError, match="There is no role guest in SERVE any more"):
        role_changes.move_role(SCHEMA, "SERVE", "guest", 0)


def test_the_fields_of_a_role_are_changed() -> None:
    fields = {
        "labels": ["DISH", "CHEF", "DISH"],
        "required": True,
        "most": 3,
        "ordered": True,
        "value": "number",
    }
    made = role_changes.change_role(SCHEMA, "SERVE", "dish", **fields, kind="item")
    assert made.facts["SERVE"].roles["dish"] == RoleType(
        "dish", ("DISH", "CHEF"), True, 3, "number", True, "item"
    )
    plain = role_changes.change_role(made, "SERVE", "dish", value="", most=None, ordered=False, kind="")
    assert plain.facts["SERVE"].roles["dish"] == RoleType("dish", ("DISH", "CHEF"), True)


def test_a_kind_that_was_implied_follows_the_value_and_one_that_was_said_stays() -> None:
    counted = role_changes.change_role(SCHEMA, "SERVE", "dish", value="number")
    assert counted.facts["SERVE"].roles["dish"].kind == "count"
    dated = role_changes.change_role(counted, "SERVE", "dish", value="date")
    assert dated.facts["SERVE"].roles["dish"].kind == "time"
    said = role_changes.change_role(counted, "SERVE", "dish", kind="item")
    assert (
        role_changes.change_role(said, "SERVE", "dish", value="date").facts["SERVE"].roles["dish"].kind
        == "item"
    )


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"labels": ("DISH", "PLACE")}, "There is no label PLACE for role dish"),
        ({"kind": "food"}, "There is no kind food for role dish; it is one of agent"),
        ({"value": "weight"}, "value of role dish is number or date, not weight"),
        ({"most": 0}, "from 1 to 1,000 fillers, or any number; not 0"),
    ],
)
def test_a_field_that_will_not_do_is_refused(fields: dict, why: str) -> None:
    with pytest.raises(UserError, match=why):
        role_changes.change_role(SCHEMA, "SERVE", "dish", **fields)


def test_a_renamed_role_keeps_place_and_kind_and_the_sentence_follows() -> None:
    made = role_changes.rename_role(SCHEMA, "SERVE", "place", "Lokal").facts["SERVE"]
    assert (list(made.roles), made.roles["Lokal"].kind) == (["cook", "dish", "Lokal"], "place")
    assert made.sentence == "{cook, someone} *served* {dish} [at {Lokal}]"
    again = role_changes.rename_role(SCHEMA, "SERVE", "cook", "chef").facts["SERVE"]
    assert again.sentence == "{chef, someone} *served* {dish} [at {place}]"


def test_a_role_is_removed_once_the_sentence_does_without_it() -> None:
    with pytest.raises(UserError, match=r"The sentence of SERVE says \{place\}; take it out there"):
        role_changes.remove_role(SCHEMA, "SERVE", "place")
    plain = replace(SCHEMA, facts={"SERVE": replace(SERVE, sentence="{cook} *served*")})
    assert roles(role_changes.remove_role(plain, "SERVE", "place")) == ["cook", "dish"]


def test_roles_are_moved_and_their_order_is_a_change() -> None:
    made = role_changes.move_role(SCHEMA, "SERVE", "place", 0)
    assert roles(made) == ["place", "cook", "dish"]
    assert roles(role_changes.move_role(made, "SERVE", "place", 99)) == ["cook", "dish", "place"]
    assert (made == SCHEMA, made.hash() == SCHEMA.hash()) == (False, True)


COOKED = Fact("f", "SERVE", (0, 3), (Role("cook", (Filler(4, 6, "c"),)), Role("dish", (Filler(7, 9),))))


def test_facts_of_the_type_are_carried_and_others_left() -> None:
    other = replace(COOKED, id="g", type="EAT")
    made = role_changes.carried_role(AnnotationSet.of("a", "anna", [COOKED, other]), "SERVE", "cook", "chef")
    assert [role.role for role in made.facts["f"].roles] == ["chef", "dish"]
    assert (made.facts["f"].fillers(), made.facts["g"]) == (COOKED.fillers(), other)


def test_the_fillers_of_a_removed_role_go_and_those_of_a_name_that_is_there_join() -> None:
    there = AnnotationSet.of("a", "anna", [COOKED])
    gone = role_changes.carried_role(there, "SERVE", "cook", "").facts["f"]
    assert gone.roles == (Role("dish", (Filler(7, 9),)),)
    joined = role_changes.carried_role(there, "SERVE", "dish", "cook").facts["f"]
    assert joined.roles == (Role("cook", (Filler(4, 6, "c"), Filler(7, 9))),)


names = st.sampled_from(["cook", "dish", "place", "NO", "1.0", "a b", "", "~"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("add_role"), names),
        st.tuples(st.just("rename_role"), names, names),
        st.tuples(st.just("remove_role"), names),
        st.tuples(st.just("move_role"), names, st.integers(-2, 5)),
    )
)


@given(steps)
def test_whatever_is_done_the_schema_can_be_written_and_read_back(done: list[tuple]) -> None:
    schema = SCHEMA
    for verb, *rest in done:
        try:
            schema = getattr(role_changes, verb)(schema, "SERVE", *rest)
        except UserError:
            continue
    assert schema_reader.parse(schema_writer.dump(schema)) == schema
