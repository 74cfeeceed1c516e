"""Precision and recall of each annotator against gold that was approved, against scikit-learn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sklearn.metrics import precision_recall_fscore_support

from annotations.agreement.compared import Compared
from annotations.facts import Fact
from annotations.sets import GOLD, AnnotationSet, Boilerplate, Topic
from tests.annotations.agreement.two_people import LABELS, WORDS, Mark, by_chance, figures, made

PEOPLE = ("anna", "rex")  # gold stands between them in the alphabet
JUDGED = [
    replace(one, sets={who: one.sets[who] for who in PEOPLE}, gold=one.sets[GOLD])
    for one in by_chance(15, (*PEOPLE, GOLD))
]


def marks(sets: list[AnnotationSet]) -> set[tuple[str, int, int, str]]:
    return {(made.article, s.start, s.end, s.label) for made in sets for s in made.spans.values()}


def reference(gold: set, mine: set) -> tuple[float, float, float]:
    union = sorted(gold | mine)
    sides = [m in gold for m in union], [m in mine for m in union]
    return precision_recall_fscore_support(*sides, average="binary")[:3]


def told(found: dict) -> tuple[float, float, float]:
    return found["precision"], found["recall"], found["f1"]


@pytest.mark.parametrize("who", PEOPLE)
def test_precision_and_recall_of_spans_are_those_of_scikit_learn(who: str) -> None:
    found = figures(JUDGED, *PEOPLE)["gold"][who]
    gold, mine = marks([one.gold for one in JUDGED if one.gold]), marks([one.sets[who] for one in JUDGED])
    assert found["articles"] == 15
    assert told(found["spans"]["exact"]["micro"]) == pytest.approx(reference(gold, mine), abs=1e-6)
    for label in LABELS:
        of_label = ({m for m in side if m[3] == label} for side in (gold, mine))
        assert told(found["spans"]["exact"]["labels"][label]) == pytest.approx(reference(*of_label), abs=1e-6)
    assert found["spans"]["exact"]["micro"]["precision"] != found["spans"]["exact"]["micro"]["recall"]


def judged(gold: AnnotationSet, **sets: AnnotationSet) -> dict:
    return figures([Compared("a", WORDS, sets, gold)], *PEOPLE)["gold"]


def of(who: str, marks: list[Mark], *items: Fact | Boilerplate | Topic) -> AnnotationSet:
    return made("a", who, marks).having(*items)


def test_gold_says_what_is_boilerplate() -> None:
    gold = of(GOLD, [(21, 27, "ORG")], Boilerplate(0, 20))
    anna = of("anna", [(0, 6, "ORG"), (21, 27, "ORG")])
    rex = of("rex", [], Boilerplate(21, 27))
    found = judged(gold, anna=anna, rex=rex)
    assert told(found["anna"]["spans"]["exact"]["micro"]) == (1.0, 1.0, 1.0)
    assert told(found["rex"]["spans"]["exact"]["micro"]) == (None, 0.0, 0.0)
    assert found["rex"]["spans"]["exact"]["micro"]["precision_why"] == "The annotator has none."
    assert told(found["rex"]["boilerplate"]["micro"]) == (0.0, 0.0, 0.0)


def test_facts_and_topics_are_told_too() -> None:
    gold = of(GOLD, [], Fact("g", "ATTACK", (0, 6)), Fact("h", "ATTACK", (21, 27)), Topic("War"))
    anna = of("anna", [], Fact("f", "ATTACK", (0, 6)), Topic("War"), Topic("Sport"))
    found = judged(gold, anna=anna, rex=of("rex", []))["anna"]
    assert told(found["facts"]["type"]["micro"]) == (1.0, 0.5, pytest.approx(2 / 3, abs=1e-6))
    assert told(found["topics"]["micro"]) == (0.5, 1.0, pytest.approx(2 / 3, abs=1e-6))


def test_without_gold_there_are_none_and_gold_is_not_measured_against_itself() -> None:
    assert figures(by_chance(2))["gold"] == {}
    both = [replace(one, sets={**one.sets, GOLD: one.gold}) for one in JUDGED if one.gold]
    assert set(figures(both, "anna", GOLD)["gold"]) == {"anna"}
