"""Another name for an annotator: wherever items say it, and nowhere else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from annotations import item_json
from annotations.facts import Date, Fact, Filler, Role
from annotations.review.renaming import item_renamed, renamed
from annotations.sets import Comment, Decision, Item
from annotations.spans import Span
from tests.unusual import unusual

DAY = Date("2024-01-23", "2024-01-23", "day", None, "anna")
SAYING: list[Item] = [
    Span("s", 0, 5, "ORG", origin="anna"),
    Fact("f", "ATTACK", (0, 5), (Role("time", (Filler(6, 9, None, DAY),)),), origin="anna"),
    Comment("c", "which?", "anna", "2024-01-23T10:00:00Z"),
    Decision("d", "take anna", by="anna"),
]


@pytest.mark.parametrize("item", SAYING, ids=lambda item: item.kind)
def test_every_name_in_an_item_is_the_new_one(item: Item) -> None:
    there = json.dumps(item_json.to_json(item))
    found = item_renamed(item, "anna", "Anna Lee")
    assert json.dumps(item_json.to_json(found)) == there.replace("anna", "Anna Lee") != there
    assert item_renamed(found, "Anna Lee", "anna") == item


@given(unusual(Fact))
def test_an_item_that_does_not_say_the_name_stays_itself(fact: Fact) -> None:
    assert item_renamed(fact, "anna", "ben") is fact


def test_words_that_only_contain_the_name_stay() -> None:
    for choice in ("take anna lee", "other anna", "both"):
        assert renamed(Decision("d", choice, "anna", "anna", "ann"), "anna", "ben").choice == choice
    assert renamed(Decision("d", "both", "anna", "anna", "ann"), "anna", "ben").note == "anna"
