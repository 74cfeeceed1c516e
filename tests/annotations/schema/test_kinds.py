"""The kinds of roles: a closed list, implied by names, kept by renames, and out of the hash where it is implied."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest

from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.kinds import IMPLIED, KINDS, RoleKind
from annotations.schema.types import FactType, RoleType, Schema

ROOT = Path(__file__).parents[3]
NEWS = schema_reader.parse(schema_reader.shipped("news"))
HASHES = {  # what they are where no role says its kind
    "news": "4ee1aa0036627d980738f3b0732695ecef214aa9369da99c6abffc49809fb0dc",
    "blank": "ed10b7178da821a8966d3e72b4c43225cdfe9a74fb42c1607cdc34502cb7a7f9",
}


def of(*roles: RoleType) -> Schema:
    return Schema("P", facts={"A": FactType("A", roles={role.name: role for role in roles})})


def written(*roles: RoleType) -> list[str]:
    """The lines of the schema's file that name a kind."""
    return [line.strip() for line in schema_writer.dump(of(*roles)).splitlines() if "kind:" in line]


def test_the_table_of_the_documentation_is_the_closed_list() -> None:
    lines = (ROOT / "docs" / "role-kinds.md").read_text("utf-8").splitlines()
    rows = [
        f"| `{kind}` | {row.about} | {', '.join(f'`{name}`' for name in row.names)} |"
        for kind, row in KINDS.items()
    ]
    assert [line for line in lines if line.startswith("| `")] == rows
    assert list(KINDS) == list(get_args(RoleKind))


def test_no_name_implies_two_kinds() -> None:
    assert len(IMPLIED) == sum(1 + len(row.names) for row in KINDS.values())


def test_every_role_of_the_news_has_a_kind_that_its_file_need_not_say() -> None:
    roles = [role for fact in NEWS.facts.values() for role in fact.roles.values()]
    assert all(role.kind and role.said_kind is None for role in roles)
    assert "kind:" not in schema_writer.dump(NEWS)


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        (RoleType("Actor"), "agent"),
        (RoleType("toll", value="number"), "count"),
        (RoleType("day", value="date"), "time"),
        (RoleType("heard from", ordered=True), "source"),
        (RoleType("participant", ordered=True), "participant"),
        (RoleType("actor", kind="victim"), "victim"),
        (RoleType("hunter"), None),
    ],
)
def test_a_kind_is_said_or_implied_by_name_or_else_by_value(role: RoleType, kind: RoleKind | None) -> None:
    assert role.kind == kind


def test_a_role_under_another_name_keeps_its_kind_and_its_file_says_it() -> None:
    renamed = replace(RoleType("actor"), name="Täter")
    assert renamed.kind == "agent"
    assert written(renamed) == ["Täter: {kind: agent}"]
    assert schema_reader.parse(schema_writer.dump(of(renamed))) == of(renamed)


def test_a_kind_that_the_name_implies_is_neither_written_nor_in_the_hash() -> None:
    said, implied = RoleType("actor", kind="agent"), RoleType("actor")
    assert written(said) == []
    assert of(said).hash() == of(implied).hash()
    assert of(replace(implied, kind="victim")).hash() != of(implied).hash()


@pytest.mark.parametrize("name", HASHES)
def test_a_shipped_schema_has_the_hash_of_its_roles_without_kinds(name: str) -> None:
    assert schema_reader.parse(schema_reader.shipped(name), name).hash() == HASHES[name]


@pytest.mark.parametrize("made_by", ["v1", "v2", "v7"])
def test_the_schema_of_an_old_project_has_the_hash_it_had(made_by: str) -> None:
    made = schema_reader.read(ROOT / "tests" / "projects" / made_by / "project.yaml")
    assert made.hash() == "6dd075041896396fd5bce2e628722b1c8d08aa28c67ea372edcb6b1f4687c0f6"


def test_roles_of_ones_own_names_have_the_hash_they_had() -> None:
    roles = (RoleType("hunter", ("GPE",), required=True), RoleType("toll", most=2, value="number"))
    assert of(*roles).hash() == "db277c14b8d444241d6eb23108b663d62b7f829dc5bd24404025828d5cec5979"
