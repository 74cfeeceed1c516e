"""Made-up facts, which show how facts of a type are told."""

from __future__ import annotations

import pytest

from annotations.schema.types import FactType, RoleType, Schema
from annotations.sentences import open_needed, sentence_of
from annotations.sentences.made_up import made_up
from tests.marked_facts import NEWS

PLAIN = {name: RoleType(name) for name in ("cook", "dish", "place")}


def told(schema: Schema, name: str) -> str:
    fact, text = made_up(schema.facts[name])
    return sentence_of(fact, text, schema, {}).words


def told_alone(type_: FactType) -> str:
    return told(Schema("P", facts={type_.name: type_}), type_.name)


@pytest.mark.parametrize(
    ("type_", "said"),
    [
        (FactType("COOK", roles=PLAIN), "COOK: cook [cook] · dish [dish] · place [place]"),
        (
            FactType("COOK", roles=PLAIN, sentence="{cook, someone} *cooked* {dish} [at {place}]"),
            "[cook] cooked [dish] at [place]",
        ),
        (FactType("COOK", triggers=("cook",)), "COOK: cook"),
        (FactType("COOK"), "COOK"),
    ],
)
def test_a_made_up_fact_is_told_by_the_names_of_its_roles(type_: FactType, said: str) -> None:
    assert told_alone(type_) == said


def test_a_made_up_count_stands_before_what_it_counts() -> None:
    assert told(NEWS, "ATTACK").startswith("[actor] struck [count] [target] with [instrument]")


@pytest.mark.parametrize("name", NEWS.facts)
def test_a_made_up_fact_of_a_shipped_type_says_every_role(name: str) -> None:
    said, (fact, _) = told(NEWS, name), made_up(NEWS.facts[name])
    assert [role for role in NEWS.facts[name].roles if said.count(f"[{role}]") != 1] == []
    assert open_needed(fact, NEWS) == ()


def test_the_least_that_a_fact_can_be_fills_what_is_required_alone() -> None:
    fact, text = made_up(NEWS.facts["ATTACK"], least=True)
    assert [role.role for role in fact.roles] == [
        r.name for r in NEWS.facts["ATTACK"].roles.values() if r.required
    ]
    assert sentence_of(fact, text, NEWS, {}).words == "[actor] struck [target]"
