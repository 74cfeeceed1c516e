"""The planted facts of the samples, *proposed by the program* on its own facts: what is one event, what stays apart."""

from __future__ import annotations

from functools import cache

import pytest

from tests.annotations.compare.planted import articles, proposals

Told = tuple[int, str, str]  # sample, type, and words around the trigger
TOGETHER: dict[str, tuple[Told, ...]] = {
    "five killed": (
        (1, "CASUALTY", "five of its fighters had been killed"),
        (3, "CASUALTY", "five fighters were killed"),
        (4, "CASUALTY", "five members of the group were killed"),
        (6, "CASUALTY", "five of their men died"),
        (9, "CASUALTY", "five dead, six wounded"),
    ),
    "the sailors killed": (
        (8, "CASUALTY", "Two Filipino sailors and one Vietnamese were killed"),
        (
            9,
            "CASUALTY",
            "two of them Filipino and one Vietnamese, killed on 6 March",
        ),  # 10 has two of the three
    ),
    "six wounded": (
        (1, "CASUALTY", "and six wounded"),
        (3, "CASUALTY", "and six wounded. A health official"),
        (4, "CASUALTY", "and six were injured in 73 strikes"),
    ),
}
APART: dict[str, tuple[Told, Told]] = {
    "the strikes of 12 and of 13 January": (
        (1, "ATTACK", "struck Houthi missile, drone and radar sites"),
        (3, "ATTACK", "struck a Houthi radar site"),
    ),
    "the five dead of the raids and the dead sailors": (
        (1, "CASUALTY", "five of its fighters had been killed"),
        (8, "CASUALTY", "Two Filipino sailors and one Vietnamese were killed"),
    ),
    "the dead and the wounded": (
        (3, "CASUALTY", "five fighters were killed"),
        (4, "CASUALTY", "and six were injured in 73 strikes"),
    ),
}


@cache
def groups() -> dict[str, str]:
    return {key: group.id for group in proposals().groups for key in group.facts}


def group_of(told: Told) -> str:
    """The group of the fact of that type whose trigger lies in those words; its own key where it is in none."""
    sample, type_, words = told
    article = articles()[sample - 1]
    facts = [(key, fact) for key, fact in article.keyed_facts() if fact.type == type_ and fact.trigger]
    for key, fact in facts:
        start, end = fact.trigger or (0, 0)
        around = " ".join(article.text[max(0, start - 90) : end + 90].split())
        if words in around and article.text[start:end] in words:
            return groups().get(key, key)
    raise AssertionError(f"there is no such fact: {words}")


@pytest.mark.parametrize("name", TOGETHER)
def test_facts_of_one_event_are_proposed_together(name: str) -> None:
    assert len(set(map(group_of, TOGETHER[name]))) == 1


@pytest.mark.parametrize("name", APART)
def test_facts_that_look_alike_stay_apart(name: str) -> None:
    one, other = map(group_of, APART[name])
    assert one != other
