"""Agreement on facts: which are paired, and what is counted over the pairs."""

from __future__ import annotations

import pytest
from sklearn.metrics import cohen_kappa_score, f1_score

from annotations.agreement.compared import Compared
from annotations.fact_attributes import Modality, stated
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.review.pairing import pair_facts
from tests.annotations.agreement.two_people import WORDS, figures, made

CLAIMED, ASSERTED, DENIED = Modality.CLAIMED, Modality.ASSERTED, Modality.DENIED


def fact(id_: str, start: int, type_: str = "ATTACK", **rest) -> Fact:
    return Fact(id_, type_, (start, start + 6), **rest)


def saying(side: str, modalities: list[Modality]) -> list[Fact]:
    return [
        fact(f"{side}{n}", 21 * n, attributes=stated(modality=modality))
        for n, modality in enumerate(modalities)
    ]


def compared(ours: list[Fact], theirs: list[Fact]) -> Compared:
    return Compared("a", WORDS, {"anna": made("a", "anna", [], *ours), "ben": made("a", "ben", [], *theirs)})


def test_facts_on_one_trigger_are_paired_and_the_nearest_first() -> None:
    ours = [fact("a1", 0), fact("a2", 21, "MEETING")]
    theirs = [fact("b1", 0, "MEETING"), Fact("b2", "ATTACK", (2, 6)), fact("b3", 70)]
    assert [(a.id, b.id) for a, b in pair_facts(ours, theirs)] == [("a1", "b1")]


def test_facts_without_a_trigger_are_paired_by_type_and_filler() -> None:
    actor = (Role("actor", (Filler(0, 6),)),)
    ours, theirs = Fact("a", "ATTACK", roles=actor), Fact("b", "ATTACK", (21, 27), roles=actor)
    assert pair_facts([ours], [theirs]) == [(ours, theirs)]
    assert pair_facts([ours], [Fact("c", "MEETING", roles=actor)]) == []


def test_type_f1_counts_pairs_of_one_type() -> None:
    one = compared(
        [fact("a1", 0), fact("a2", 21)], [fact("b1", 0), fact("b2", 21, "MEETING"), fact("b3", 42)]
    )
    found = figures([one])["facts"]
    assert found["trigger"]["micro"]["f1"] == pytest.approx(2 * 2 / 5, abs=1e-6)
    assert found["type"]["micro"]["f1"] == pytest.approx(2 * 1 / 5, abs=1e-6)
    assert found["type"]["labels"]["ATTACK"]["f1"] == pytest.approx(2 * 1 / 4, abs=1e-6)


def test_role_f1_counts_fillers_of_matched_facts_only() -> None:
    roles = (Role("actor", (Filler(7, 13), Filler(14, 20))),)
    other = (Role("actor", (Filler(7, 13),)), Role("place", (Filler(14, 20),)))
    one = compared([fact("a1", 0, roles=roles), fact("a2", 70, roles=roles)], [fact("b1", 0, roles=other)])
    assert figures([one])["facts"]["role"]["micro"]["f1"] == pytest.approx(2 * 1 / 4, abs=1e-6)


def test_kappa_of_modality_is_that_of_scikit_learn_over_the_pairs() -> None:
    ours, theirs = [CLAIMED, ASSERTED, DENIED, CLAIMED], [CLAIMED, ASSERTED, CLAIMED, ASSERTED]
    found = figures([compared(saying("a", ours), saying("b", theirs))])["facts"]
    assert found["modality"]["kappa"] == pytest.approx(cohen_kappa_score(ours, theirs), abs=1e-6)
    assert found["negated"]["kappa"] is None
    assert "chance alone" in found["negated"]["kappa_why"]


def test_without_facts_the_reason_is_given() -> None:
    assert figures([compared([], [])])["facts"]["type"]["micro"]["f1_why"] == "Neither annotator has a fact."


def filled(id_: str, start: int, *fillers: Filler, type_: str = "ATTACK") -> Fact:
    return fact(id_, start, type_, roles=(Role("count", fillers),) if fillers else ())


def day(by: str, latest: str = "2024-01-23") -> Date:
    return Date("2024-01-23", latest, "day", by=by)


def test_a_whole_fact_has_the_type_and_every_filler_of_its_pair_and_its_values_mean_the_same() -> None:
    ours = [
        filled("a1", 0, Filler(7, 13, value=day("anna"))),
        filled("a2", 21, Filler(28, 34)),
        filled("a3", 42),
    ]
    theirs = [filled("b1", 0, Filler(7, 13, value=day("ben"))), filled("b2", 21, Filler(35, 41))]
    theirs += [filled("b3", 42, type_="MEETING")]
    found = figures([compared(ours, theirs)])["facts"]["whole"]
    union = ["1", "a2", "a3", "b2", "b3"]
    sides = [[u == "1" or u[0] == side for u in union] for side in "ab"]
    assert found["micro"]["f1"] == pytest.approx(f1_score(*sides), abs=1e-6)
    assert found["labels"]["ATTACK"]["f1"] == pytest.approx(2 * 1 / 5, abs=1e-6)


def test_the_order_of_fillers_makes_no_other_fact() -> None:
    one, other = Filler(7, 13), Filler(14, 20)
    found = figures([compared([filled("a", 0, one, other)], [filled("b", 0, other, one)])])
    assert found["facts"]["whole"]["micro"]["f1"] == 1.0


def test_values_are_counted_over_fillers_that_both_have() -> None:
    ours = [
        filled("a1", 0, Filler(7, 13, value=day("anna"))),
        filled("a2", 21, Filler(28, 34, value=Number(3))),
        filled("a3", 42, Filler(49, 55, value=Number(5))),
    ]
    theirs = [
        filled("b1", 0, Filler(7, 13, value=day("ben"))),
        filled("b2", 21, Filler(28, 34, value=Number(4))),
        filled("b3", 42, Filler(49, 55), Filler(56, 62, value=Number(9))),
    ]
    found = figures([compared(ours, theirs)])["facts"]
    said = {(7, "day"), (28, 3), (49, 5)}, {(7, "day"), (28, 4)}
    union = sorted(said[0] | said[1], key=str)
    reference = f1_score(*([one in side for one in union] for side in said))
    assert found["value"]["micro"]["f1"] == pytest.approx(reference, abs=1e-6)
    assert found["whole"]["micro"]["f1"] == pytest.approx(2 * 1 / 6, abs=1e-6)


def test_without_a_value_the_reason_is_given() -> None:
    found = figures([compared([filled("a", 0, Filler(7, 13))], [filled("b", 0, Filler(7, 13))])])["facts"]
    assert (
        found["value"]["micro"]["f1_why"] == "No two facts that share a trigger share a filler with a value."
    )
