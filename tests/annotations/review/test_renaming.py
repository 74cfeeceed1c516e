"""Another name for an annotator: wherever items say it, and nowhere else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given

from annotations import item_json
from annotations.facts import Date, Fact, Filler, Role
from annotations.review import decisions
from annotations.review.renaming import item_renamed, moved_stamps, renamed
from annotations.sets import GOLD, AnnotationSet, Comment, Decision, Item
from annotations.spans import Span
from tests.annotations.review.golds import NEW, made, settled, standing
from tests.making import span
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


def test_the_keys_of_a_review_follow_so_that_nothing_is_open_again() -> None:
    anna, ben = made("anna", span(28, 32, "ORG", "o")), made("ben", span(28, 32, "GPE", "p"))
    gold = settled(decisions.of_sides(NEW, ["anna", "ben"], only=False), anna, ben)
    (case,) = standing(gold, anna, ben).open
    gold = settled(decisions.take(gold, case, "anna", by="rex"), anna, ben)
    gold = settled(decisions.take(gold, case, "ben", by="sue"), anna, ben)
    gold = decisions.note_return(gold, anna, [], reason="r", by="rex", at="t", note="")
    moved = moved_stamps(decisions.all_of(gold), "anna", "zoe", article="a", ordered=())
    now = AnnotationSet.of(
        "a", GOLD, (item_renamed(i, "anna", "zoe", article="a", moved=moved) for i in gold)
    )
    zoe = AnnotationSet("a", "zoe", anna.items)
    assert (standing(now, ben, zoe).open, decisions.sides_of(now)[0]) == ((), ["ben", "zoe"])
    assert (decisions.round_of(now, "zoe"), decisions.round_of(now, "anna")) == (2, 1)
    assert settled(now, ben, zoe) is now
