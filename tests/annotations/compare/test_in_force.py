"""What is in force where two people said different things: the later counts, and every copy agrees."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from annotations.compare.in_force import InForce, in_force
from annotations.compare.items import CompareItem, Entity, Grouped, JudgedRole, KeptApart, United, Verdict
from annotations.exchange.merge import Stamp, key_of
from annotations.sets import PROJECT, AnnotationSet

SAID = (("x", "ORG"), ("y", "ORG"))


def held(*items: CompareItem) -> InForce:
    """The items, each said later than those before it."""
    stamps = {key_of(item): Stamp(number, "u") for number, item in enumerate(items)}
    return in_force(AnnotationSet.of(PROJECT, "anna", items), stamps)


def apart(one: str, other: str, of: str = "entity") -> KeptApart:
    return KeptApart(of, *sorted((one, other)), SAID)  # type: ignore[arg-type]


def test_what_was_merged_is_what_it_was_merged_into_at_last() -> None:
    found = held(United("entity", "a", "b"), United("entity", "b", "c"))
    assert [found.now(id_) for id_ in "abcd"] == ["c", "c", "c", "d"]


def test_a_ring_is_one_entity_with_the_smallest_id() -> None:
    found = held(United("entity", "b", "a"), United("entity", "c", "b"), United("entity", "a", "c"))
    assert [found.now(id_) for id_ in "abc"] == ["a", "a", "a"]


def test_one_that_two_people_merged_into_different_ones_makes_all_three_one() -> None:
    found = held(United("entity", "b", "c"), United("entity", "b", "a"))
    assert [found.now(id_) for id_ in "abc"] == ["a", "a", "a"]


def test_who_kept_apart_later_is_followed() -> None:
    found = held(United("entity", "a", "b"), apart("a", "b"))
    assert (found.now("a"), found.overruled) == ("a", (United("entity", "a", "b"),))


def test_who_merged_later_is_followed() -> None:
    found = held(apart("a", "b"), United("entity", "a", "b"))
    assert (found.now("a"), found.apart, len(found.overruled)) == ("b", (), 1)


def test_the_last_merge_goes_when_two_at_its_ends_are_kept_apart() -> None:
    found = held(United("entity", "a", "b"), United("entity", "b", "c"), apart("a", "c"))
    assert (found.now("b"), found.now("a")) == ("c", "a")


def test_a_fact_that_is_kept_apart_later_is_out_of_its_group() -> None:
    first, second = Grouped("p/1", "g", "ATTACK"), Grouped("q/1", "g", "ATTACK")
    found = held(first, second, apart("p/1", "q/1", "fact"))
    assert (list(found.grouped), found.overruled) == (["q/1"], (first,))


def test_a_verdict_follows_the_group_that_its_group_was_merged_into() -> None:
    judged = JudgedRole("g", "count", Verdict.SAME)
    found = held(judged, United("fact", "g", "h"))
    assert (found.judged("h"), found.judged("g")) == ({"count": judged}, {})


ids = st.sampled_from("abcdef")
pairs = st.tuples(ids, ids).filter(lambda pair: pair[0] != pair[1])
statements = st.lists(
    st.one_of(
        pairs.map(lambda pair: United("entity", *pair)),
        pairs.map(lambda pair: apart(*pair)),
        ids.map(lambda id_: Entity(id_, id_)),
    ),
    max_size=12,
    unique_by=key_of,
)


@given(statements)
def test_nothing_in_force_goes_against_anything_else_in_force(items: list[CompareItem]) -> None:
    found = held(*items)
    assert all(found.now(item.one) != found.now(item.other) for item in found.apart)
    taken = [i for i in items if isinstance(i, United) and i not in found.overruled]
    assert all(found.now(item.one) == found.now(item.other) for item in taken)
    assert all(found.now(found.now(id_)) == found.now(id_) for id_ in "abcdef")


@given(statements.filter(lambda items: len(items) <= 4))
def test_the_order_in_which_items_are_held_does_not_matter(items: list[CompareItem]) -> None:
    stamps = {key_of(item): Stamp(number % 2, "u") for number, item in enumerate(items)}
    found = [in_force(AnnotationSet.of(PROJECT, "anna", order), stamps) for order in permutations(items)]
    assert all(
        (one.one_of, one.apart, one.overruled) == (found[0].one_of, found[0].apart, found[0].overruled)
        for one in found
    )
