"""Boilerplate is left out of all other figures, and has its own, as topics have: against scikit-learn."""

from __future__ import annotations

import random

import pytest
from sklearn.metrics import cohen_kappa_score, f1_score

from annotations.agreement.compared import Compared
from annotations.agreement.confusion import confusion
from annotations.facts import Fact
from annotations.sets import AnnotationSet, Boilerplate, Item, Topic
from annotations.spans import Status
from tests.annotations.agreement.two_people import WORDS, Mark, figures, made

WHO = ("anna", "ben")
NAMES = ("War", "Trade", "Sport")


def held(who: str, marks: list[Mark], *items: Item, id_: str = "a") -> AnnotationSet:
    return made(id_, who, marks).having(*items)


def compared(ours: AnnotationSet, theirs: AnnotationSet, text: str = WORDS) -> Compared:
    return Compared(ours.article, text, {"anna": ours, "ben": theirs})


def by_chance(articles: int) -> list[Compared]:
    """Articles with topics and boilerplate, on which two mostly say the same."""
    chance, found = random.Random(5), []
    for n in range(articles):
        base = [
            *(Topic(name) for name in NAMES if chance.random() < 0.4),
            Boilerplate(0, 20),
            Boilerplate(70, 90),
        ]
        sets = [held(who, [], *(i for i in base if chance.random() < 0.8), id_=f"a{n}") for who in WHO]
        found.append(compared(*sets))
    return found


MANY = by_chance(20)


def test_what_anybody_holds_for_boilerplate_counts_for_nobody() -> None:
    ours = held("anna", [(0, 6, "ORG"), (21, 27, "GPE")], Fact("f", "ATTACK", (14, 20)))
    theirs = held("ben", [(21, 27, "GPE"), (14, 27, "LAW")], Boilerplate(0, 20))
    found = figures([compared(ours, theirs)])
    assert set(found["spans"]["exact"]["labels"]) == {"GPE", "LAW"}
    assert found["tokens"]["count"] == 40 - 3
    assert found["facts"]["type"]["micro"]["f1"] is None
    assert confusion([compared(ours, theirs)], *WHO)["labels"] == ["GPE", "LAW"]


def test_unitizing_alpha_is_that_of_the_text_without_boilerplate() -> None:
    ours, theirs = [(21, 27, "ORG"), (35, 48, "ORG")], [(21, 34, "ORG"), (35, 41, "ORG")]
    cut = Boilerplate(0, 14)
    whole = compared(held("anna", ours, cut), held("ben", theirs))
    moved = [[(start - 14, end - 14, label) for start, end, label in marks] for marks in (ours, theirs)]
    short = compared(held("anna", moved[0]), held("ben", moved[1]), WORDS[14:])
    assert figures([whole])["alpha"] == figures([short])["alpha"]


def test_suggested_and_rejected_boilerplate_is_none() -> None:
    for status in (Status.SUGGESTED, Status.REJECTED):
        one = compared(held("anna", [], Boilerplate(0, 20, status)), held("ben", []))
        found = figures([one])
        assert (found["tokens"]["count"], found["boilerplate"]["micro"]["f1"]) == (40, None)
        assert found["boilerplate"]["kappa_why"] == "Neither annotator has marked boilerplate."


def test_boilerplate_has_f1_of_its_ranges_and_kappa_over_all_tokens() -> None:
    found = figures(MANY)["boilerplate"]
    ranges = [[b in one.boilerplate[who] for one in MANY for b in ((0, 20), (70, 90))] for who in WHO]
    inside = [
        [any(s <= start < e for s, e in one.boilerplate[who]) for one in MANY for start, _ in one.all_tokens]
        for who in WHO
    ]
    assert found["micro"]["f1"] == pytest.approx(f1_score(*ranges), abs=1e-6)
    assert found["kappa"] == pytest.approx(cohen_kappa_score(*inside), abs=1e-6)
    assert 0 < found["kappa"] < 1


def test_topics_have_f1_by_name_and_kappa_over_every_article_and_topic() -> None:
    found = figures(MANY)["topics"]
    given = {n: [[n in one.sets[who].topics for one in MANY] for who in WHO] for n in NAMES}
    each = {name: f1_score(*sides) for name, sides in given.items()}
    assert {name: one["f1"] for name, one in found["labels"].items()} == pytest.approx(each, abs=1e-6)
    flat = [[said for sides in given.values() for said in sides[at]] for at in (0, 1)]
    assert found["micro"]["f1"] == pytest.approx(f1_score(*flat), abs=1e-6)
    assert found["kappa"] == pytest.approx(cohen_kappa_score(*flat), abs=1e-6)
    assert 0 < found["kappa"] < 1


def test_without_a_topic_the_reason_is_given() -> None:
    found = figures([compared(held("anna", []), held("ben", []))])["topics"]
    assert (found["kappa"], found["micro"]["f1_why"]) == (None, "Neither annotator has given a topic.")
