"""Agreement across articles: of what two people placed, whatever their spans are called, and silent where one is."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from annotations.agreement.across import across, placed_across
from annotations.agreement.compared import Compared
from annotations.agreement.tables import ACROSS, tables
from annotations.articles import Article
from annotations.compare.in_force import in_force
from annotations.compare.items import CompareItem, FactGroup, Grouped, Member, United, key_of
from annotations.compare.material import ComparedArticle
from annotations.facts import Fact
from annotations.sets import PROJECT, AnnotationSet, Boilerplate
from annotations.spans import Span
from tests.annotations.agreement.two_people import figures

TEXT = "Peru and Peru and Lima and Peru"
PLACES = {"a": (0, 4), "b": (9, 13), "c": (18, 22), "d": (27, 31)}


def seen(who: str, *facts: Fact) -> ComparedArticle:
    """The article with a span at each place, by ids of that annotator alone."""
    spans = [Span(f"{who}{name}", *place, "GPE") for name, place in PLACES.items()]
    return ComparedArticle(Article("x", TEXT), tuple(spans), facts)


def entities(who: str, *clusters: str) -> list[CompareItem]:
    return [
        Member(key_of("x", f"{who}{name}"), f"{who}-{cluster}", *PLACES[name], "GPE")
        for cluster in clusters
        for name in cluster
    ]


def found(
    anna: Sequence[CompareItem] | None,
    ben: Sequence[CompareItem] | None,
    *facts: Fact,
    boilerplate: Boilerplate | None = None,
) -> dict:
    """The figures of what the two said across articles; None: they have no project set."""
    sets = {
        who: AnnotationSet.of("x", who, [boilerplate] if boilerplate and who == "ben" else [])
        for who in ("anna", "ben")
    }
    placed = {
        who: None
        if said is None
        else placed_across([seen(who, *facts)], in_force(AnnotationSet.of(PROJECT, who, said)))
        for who, said in (("anna", anna), ("ben", ben))
    }
    return across([Compared("x", TEXT, sets)], placed, ["anna", "ben"])


def test_mentions_are_known_by_their_places_and_entities_by_their_mentions() -> None:
    (pair,) = found(entities("anna", "abd", "c"), entities("ben", "ab", "d", "c"))["pairs"]
    said = pair["entities"]
    assert said["placed"] == {"anna": 4, "ben": 4, "both": 4}
    assert said["b_cubed"] == {
        "recall": pytest.approx((2 * 2 / 3 + 1 / 3 + 1) / 4, abs=1e-6),
        "precision": 1.0,
        "f1": 0.8,
    }
    assert said["lea"]["recall"] == pytest.approx((3 / 3 + 1) / 4)


def test_what_one_alone_placed_is_not_found_and_left_out_of_both() -> None:
    (pair,) = found(entities("anna", "ab", "d"), entities("ben", "ab"))["pairs"]
    said = pair["entities"]
    assert (said["b_cubed"]["recall"], said["b_cubed"]["precision"]) == (0.666667, 1.0)
    assert (said["of_both"]["b_cubed"]["f1"], said["of_both"]["lea"]["f1"]) == (1.0, 1.0)


def test_entities_that_were_made_one_are_one() -> None:
    merged = [*entities("anna", "ab", "d"), United("entity", "anna-d", "anna-ab")]
    (pair,) = found(merged, entities("ben", "abd"))["pairs"]
    assert pair["entities"]["b_cubed"]["f1"] == 1.0


def test_groups_are_measured_by_trigger_and_type() -> None:
    facts = [Fact("f", "ATTACK", (5, 8)), Fact("g", "ATTACK", (14, 17)), Fact("h", "CASUALTY", (14, 17))]

    def grouped(*groups: str) -> list[CompareItem]:
        made: list[CompareItem] = [FactGroup(one) for one in groups]
        return made + [Grouped(key_of("x", id_), one, "ATTACK") for one in groups for id_ in one]

    (pair,) = found(grouped("fg", "h"), grouped("fg"), *facts)["pairs"]
    assert pair["groups"]["placed"] == {"anna": 3, "ben": 2, "both": 2}
    assert pair["entities"]["b_cubed"]["f1"] is None


def test_boilerplate_of_either_is_left_out() -> None:
    (pair,) = found(entities("anna", "ab"), entities("ben", "abd"), boilerplate=Boilerplate(22, 31))["pairs"]
    assert pair["entities"]["placed"] == {"anna": 2, "ben": 2, "both": 2}


@pytest.mark.parametrize(
    ("anna", "ben", "why"),
    [
        ([FactGroup("g")], None, "ben has said nothing across articles."),
        (
            entities("anna", "ab"),
            [FactGroup("g")],
            "ben has put no mention of these articles into an entity.",
        ),
    ],
)
def test_where_one_has_placed_nothing_there_is_no_figure_and_a_reason(
    anna: list[CompareItem], ben: list[CompareItem] | None, why: str
) -> None:
    said = found(anna, ben)["pairs"][0]["entities"]
    assert said["b_cubed"] == {"recall": None, "precision": None, "f1": None, "f1_why": why}
    assert said["of_both"]["lea"]["f1_why"] == why


def test_mentions_that_only_one_placed_give_no_figure_of_both() -> None:
    said = found(entities("anna", "ab"), entities("ben", "cd"))["pairs"][0]["entities"]
    assert (said["b_cubed"]["f1"], said["of_both"]["b_cubed"]["f1"]) == (0.0, None)


def test_the_tables_say_who_has_said_nothing() -> None:
    whole = figures([Compared("x", TEXT, {who: AnnotationSet("x", who) for who in ("anna", "ben")})])
    made = [
        t
        for t in tables({**whole, "across": found(entities("anna", "ab"), None)}, {})
        if t.question == ACROSS
    ]
    assert [table.title for table in made] == ["Entities", "Fact groups"]
    assert [cell.words for cell in made[0].rows[0]][:3] == ["anna and ben", "2 / 0 / 0", "–"]
    assert made[0].rows[0][-1].words == "ben has said nothing across articles."
    assert not [t for t in tables({**whole, "across": found(None, None)}, {}) if t.question == ACROSS]
