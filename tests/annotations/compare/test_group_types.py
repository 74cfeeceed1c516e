"""A group is of one type: facts of another that came into it are shown apart, told of, and never compared."""

from __future__ import annotations

from dataclasses import replace

from annotations.compare.in_force import in_force
from annotations.compare.items import FactGroup, Grouped
from annotations.compare.proposed import Proposals, ProposedGroup
from annotations.compare.resolving import compare
from annotations.sets import PROJECT, AnnotationSet
from tests.annotations.compare.across.people import SCHEMA, articles_of

TYPES = ("CASUALTY", "CASUALTY", "MEETING")


def mixed(group_type: str = "CASUALTY", types: tuple[str, ...] = TYPES) -> AnnotationSet:
    grouped = [Grouped(f"{id_}/af", "g", type_) for id_, type_ in zip("abc", types, strict=True)]
    return AnnotationSet.of(PROJECT, "anna", [FactGroup("g", "Deaths", group_type), *grouped])


def test_a_fact_of_another_type_is_in_no_group_and_told_of() -> None:
    articles = articles_of("a")
    (fact,) = articles[2].facts
    articles[2] = replace(articles[2], facts=(replace(fact, type="MEETING"),))
    proposed = Proposals(groups=(ProposedGroup("g", "Deaths", "CASUALTY", ("a/af", "c/af")),))
    found = compare(articles, mixed(), proposed, SCHEMA)
    (group,) = found.groups
    assert ([one.key for one in group.facts], group.type) == (["a/af", "b/af"], "CASUALTY")
    assert "c/af" not in found.group_of
    assert found.overruled == (
        "A MEETING fact of c was put into a group of another type: it is shown apart.",
    )


def test_a_fact_whose_type_was_changed_since_is_shown_apart() -> None:
    articles = articles_of("a")
    (fact,) = articles[0].facts
    articles[0] = replace(articles[0], facts=(replace(fact, type="MEETING"),))
    found = compare(articles, mixed(types=("CASUALTY",) * 3), Proposals(), SCHEMA)
    assert [one.key for one in found.groups[0].facts] == ["b/af", "c/af"]
    assert len(found.overruled) == 1


def test_a_group_of_no_type_of_its_own_is_of_its_first_fact() -> None:
    for type_ in ("", "ATTACK"):
        assert in_force(mixed(type_)).other_types == {"c/af"}
    assert in_force(mixed("MEETING")).other_types == {"a/af", "b/af"}
    assert in_force(mixed("ATTACK", ("CASUALTY",) * 3)).other_types == frozenset()
    found = compare(articles_of("a"), mixed("ATTACK", ("CASUALTY",) * 3), Proposals(), SCHEMA)
    assert (found.groups[0].type, len(found.groups[0].facts)) == ("CASUALTY", 3)
