"""The schema: labels by key, hues, and a hash that tells whether two projects label by the same rules."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from annotations.schema import types
from annotations.schema.types import FactType, Label, RoleType, Schema, free_hue

PERSON = Label("PERSON", "p", 210, "People.")
SCHEMA = Schema(
    "One", labels={"PERSON": PERSON}, facts={"ATTACK": FactType("ATTACK", roles={"actor": RoleType("actor")})}
)


def test_a_label_is_found_by_its_key_in_either_case() -> None:
    assert SCHEMA.label_for_key("P") == SCHEMA.label_for_key("p") == PERSON
    assert SCHEMA.label_for_key("q") is None


def test_added_labels_have_no_key_and_hues_of_their_own() -> None:
    more = SCHEMA.adding_labels(["ORG", "GPE", "PERSON"])
    assert list(more.labels) == ["PERSON", "ORG", "GPE"]
    assert more.labels["PERSON"] == PERSON
    assert len({label.hue for label in more.labels.values()}) == 3
    assert more.labels["ORG"].key is None


def test_an_archived_label_is_not_in_use() -> None:
    both = replace(SCHEMA, labels={"PERSON": PERSON, "OLD": Label("OLD", archived=True)})
    assert both.labels_in_use == {"PERSON"}


@given(st.lists(st.integers(0, 359), max_size=40))
def test_a_free_hue_lies_farthest_from_all_that_are_taken(taken) -> None:
    def distance(hue: int) -> int:
        return min((min((hue - other) % 360, (other - hue) % 360) for other in taken), default=360)

    assert 0 <= free_hue(taken) <= 359
    assert distance(free_hue(taken)) == max(map(distance, range(360)))


def test_the_hash_is_of_labels_and_fact_types_not_of_the_name() -> None:
    assert SCHEMA.called("Two").hash() == SCHEMA.hash()
    assert SCHEMA.adding_labels(["ORG"]).hash() != SCHEMA.hash()
    assert replace(SCHEMA, facts={}).hash() != SCHEMA.hash()
    assert len(SCHEMA.hash()) == 64


def test_a_field_that_came_later_is_in_the_hash_only_where_it_is_not_plain(monkeypatch) -> None:
    was = {kind: names for kind, names in types.FIRST.items() if kind is not Label}
    plain = Schema("A", labels={"PERSON": Label("PERSON"), "ORG": Label("ORG", archived=True)})
    monkeypatch.setattr(types, "FIRST", {**was, Label: types.FIRST[Label] - {"archived"}})
    later = replace(plain, labels={name: replace(one, archived=False) for name, one in plain.labels.items()})
    assert later.hash() != plain.hash()
    assert later.hash() == hash_of({"PERSON": {}, "ORG": {}})
    assert plain.hash() == hash_of({"PERSON": {}, "ORG": {"archived": True}})


def hash_of(labels: dict[str, dict[str, object]]) -> str:
    """The hash of a schema with labels that have these fields beside the plain ones of old."""
    body = {
        "labels": {
            name: {"name": name, "key": None, "hue": 0, "guideline": "", **more}
            for name, more in labels.items()
        },
        "facts": {},
    }
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
