"""Agreement on facts: which are paired, and what is counted over the pairs."""

from __future__ import annotations

import pytest
from sklearn.metrics import cohen_kappa_score

from annotations.agreement.compared import Compared
from annotations.fact_attributes import Modality, stated
from annotations.facts import Fact, Filler, Role
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
