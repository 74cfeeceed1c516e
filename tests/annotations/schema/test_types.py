"""The schema: labels by key, hues, and a hash that tells whether two projects label by the same rules."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

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
