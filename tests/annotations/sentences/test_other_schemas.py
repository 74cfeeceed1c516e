"""Types of one's own, changed types, and what a schema has no longer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.fact_attributes import Modality
from annotations.schema.types import FactType, RoleType, Schema
from annotations.sentences import open_needed, sentence_of
from tests.marked_facts import NEWS, marked, shown, told, with_sentence

ROLES = {
    "hunter": RoleType("hunter", required=True),
    "prey": RoleType("prey", required=True),
    "day": RoleType("day", value="date"),
}
OWN = Schema("P", facts={"CATCH": FactType("CATCH", triggers=("catch",), roles=ROLES)})
CAUGHT = "[hunter Foxes] [* caught] [prey a hare] [day on Friday]"


def own(sentence: str) -> Schema:
    return with_sentence(sentence, "CATCH", OWN)


def roles_of(type_: str, **renamed: str) -> Schema:
    """The news with roles of a type under other names; "" for roles that are gone."""
    roles = {
        renamed.get(name, name): replace(role, name=renamed.get(name, name))
        for name, role in NEWS.facts[type_].roles.items()
        if renamed.get(name, name)
    }
    return replace(NEWS, facts={**NEWS.facts, type_: replace(NEWS.facts[type_], roles=roles)})


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (CAUGHT, "CATCH: hunter Foxes · prey a hare · day on Friday"),
        ("[prey hares] were [* caught]", "CATCH: _no hunter_ · prey hares"),
        ("they [* caught] it", "CATCH: _no hunter_ · _no prey_"),
    ],
)
def test_a_type_without_a_sentence_is_told_role_by_role(written: str, said: str) -> None:
    assert shown(told("CATCH", written, schema=OWN)) == said


def test_how_it_is_meant_stands_behind_a_list_of_roles() -> None:
    said = told("CATCH", CAUGHT, Modality.PLANNED, negated=True, schema=OWN)
    assert said.words == "CATCH: hunter Foxes · prey a hare · day on Friday (planned, not so)"
    assert told("CATCH", CAUGHT, Modality.DENIED, schema=OWN).words.endswith("Friday (denied)")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("{hunter} *caught* {prey} [on {day}]", "Foxes are to catch a hare on Friday"),
        ("{prey} *was caught* [by {hunter}]", "a hare is to be caught by Foxes · day on Friday"),
        ("{prey}: {hunter} [({day})]", "a hare: Foxes (on Friday) (planned)"),
        (
            "{hunter} *ate* {prey} on {day}\n{hunter} *caught, snared (catch)* {prey}",
            "Foxes are to catch a hare · day on Friday",
        ),
    ],
)
def test_a_type_of_ones_own_is_said_as_its_schema_has_it(sentence: str, said: str) -> None:
    assert told("CATCH", CAUGHT, Modality.PLANNED, schema=own(sentence)).words == said


def test_the_schemas_sentence_goes_before_the_shipped_one() -> None:
    schema = with_sentence("{target} *was hurled at* [by {actor}]")
    assert (
        told("ATTACK", "[actor:GPE U.S.] [* hit] [target Taiz]", schema=schema).words
        == "Taiz was hurled at by U.S."
    )


def test_a_sentence_that_no_file_could_hold_is_passed_over() -> None:
    assert (
        told("ATTACK", "[actor:GPE U.S.] [* hit] [target Taiz]", schema=with_sentence("{")).words
        == "U.S. hit Taiz"
    )


def test_a_renamed_role_is_said_in_its_place() -> None:
    schema = roles_of("ATTACK", actor="Täter", target="Ziel", time="Tag")
    said = told("ATTACK", "[Täter:NORP British] jets [* hit] [Ziel Taiz] [Tag:DATE Friday]", schema=schema)
    assert said.words == "British forces hit Taiz on Friday"
    assert shown(told("ATTACK", "[* hit]", schema=schema)) == "_someone_ hit _something_"


def test_a_role_that_is_gone_has_no_place_but_its_fillers_are_said() -> None:
    schema = roles_of("ATTACK", target="", place="")
    assert told("ATTACK", "[actor:GPE U.S.] [* hit] it", schema=schema).words == "U.S. hit"
    still = told("ATTACK", "[actor:GPE U.S.] [* hit] [target Taiz] [blame none]", schema=schema)
    assert still.words == "U.S. hit Taiz · blame none"


def test_an_archived_type_and_one_that_is_gone_are_said_as_before() -> None:
    attack = "[actor:GPE U.S.] [* hit] [target Taiz]"
    archived = replace(NEWS, facts={"ATTACK": replace(NEWS.facts["ATTACK"], archived=True)})
    for schema in (archived, OWN):
        assert told("ATTACK", attack, schema=schema).words == "U.S. hit Taiz"
    assert told("CATCH", CAUGHT).words == "CATCH: hunter Foxes · prey a hare · day on Friday"
    assert told("CATCH", "they [* caught] it").words == "CATCH: caught"


def test_a_shipped_type_under_another_name_is_said_as_before() -> None:
    attack = replace(NEWS.facts["ATTACK"], name="ANGRIFF")
    schema = replace(NEWS, facts={"ANGRIFF": attack})
    assert told("ANGRIFF", "[actor:GPE U.S.] [* hit] [target Taiz]", schema=schema).words == "U.S. hit Taiz"
    bare = replace(NEWS, facts={"ANGRIFF": replace(attack, roles={"x": RoleType("x")})})
    assert told("ANGRIFF", "[x Taiz] [* hit]", schema=bare).words == "ANGRIFF: x Taiz"


def test_what_is_needed_and_open_is_told_by_name() -> None:
    fact, text, spans = marked("CATCH", "[prey hares] were [* caught]")
    assert open_needed(fact, OWN) == ("hunter",)
    assert open_needed(fact, NEWS) == ()
    assert sentence_of(fact, text, OWN, spans).pieces[1].role == "hunter"
