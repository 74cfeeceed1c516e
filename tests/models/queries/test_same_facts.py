"""Same facts: found by type and the words of their roles, and decided in one edit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations import fact_verbs, span_verbs
from annotations.carrying.carried import CarriedDecision
from annotations.carrying.fact_wording import FactWording
from annotations.carrying.hits import Hit
from annotations.errors import StaleEdit
from annotations.facts import Fact, Filler, Role
from annotations.sets import Progress, State
from annotations.spans import Status
from models.project import Project
from models.queries import same_facts
from tests.making import TEXT, edit, put_articles, suggested

RUIZ, OSLO = suggested(0, 10, id_="ruiz"), suggested(28, 32, "GPE", "oslo")
LEFT = Fact(
    "left",
    "DEPLOYMENT",
    (23, 27),
    (Role("actor", (Filler(0, 10, "ruiz"),)), Role("place", (Filler(28, 32, "oslo"),))),
    status=Status.SUGGESTED,
    origin="rule",
)
FEWER = replace(LEFT, id="fewer", trigger=(11, 13), roles=LEFT.roles[:1])
OTHER_TYPE = replace(LEFT, id="other", type="STATEMENT")
WORDING = FactWording.of(LEFT, TEXT)


@pytest.fixture
def full(project: Project) -> Project:
    """Articles a, b and c of the same words; the fact lies in a and b, with fewer roles in c."""
    put_articles(project, **{id_: f"{TEXT} {id_}" for id_ in "abc"})
    project.set_pools([(id_, [RUIZ, OSLO]) for id_ in "abc"], by="rules")
    project.set_facts([("a", [LEFT, OTHER_TYPE]), ("b", [replace(LEFT, id="b"), FEWER]), ("c", [FEWER])])
    return project


def found(project: Project, wording: FactWording = WORDING, who: str = "anna", **how) -> list[Hit]:
    return [hit for hits in same_facts.find(project, wording, who, **how) for hit in hits]


def carried(project: Project, chosen: list[Hit], kind: str) -> None:
    made = same_facts.edit(project, "all", chosen, CarriedDecision(kind), wording=WORDING, annotator="anna")
    project.apply(made, by="anna")


def statuses(project: Project) -> list[list[Status]]:
    return [[fact.status for fact in project.annotation_set(id_, "anna").facts.values()] for id_ in "abc"]


def test_facts_of_one_type_and_the_same_words_in_all_roles_are_found(full: Project) -> None:
    assert [(hit.article, hit.fact.id, hit.words[1]) for hit in found(full)] == [
        ("a", "left", "left"),
        ("b", "b", "left"),
    ]
    assert [hit.article for hit in found(full, articles=["b"])] == ["b"]


def test_white_space_and_order_of_roles_say_nothing(full: Project) -> None:
    turned = replace(LEFT, roles=LEFT.roles[::-1])
    assert FactWording.of(turned, TEXT.replace("Maria Ruiz", "Maria\nRuiz")) == WORDING


def test_a_fact_without_fillers_goes_by_its_trigger() -> None:
    bare = replace(LEFT, roles=())
    assert FactWording.of(bare, TEXT) == FactWording("DEPLOYMENT", (), "left")


def test_confirming_takes_the_fillers_along_and_is_one_undo(full: Project) -> None:
    carried(full, found(full), "confirm")
    assert statuses(full) == [[Status.CONFIRMED], [Status.CONFIRMED], []]
    assert set(full.annotation_set("b", "anna").spans) == {"ruiz", "oslo"}
    full.undo("anna")
    assert statuses(full) == [[], [], []]
    assert full.annotation_set("b", "anna").spans == {}


def test_rejecting_keeps_them_as_rejected_and_not_to_be_found(full: Project) -> None:
    carried(full, found(full)[1:], "none")
    assert statuses(full) == [[], [Status.REJECTED], []]
    assert [hit.article for hit in found(full)] == ["a"]


def test_those_that_are_closed_say_why(full: Project) -> None:
    edit(full, "review", full.annotation_set("b", "anna").having(Progress(State.IN_REVIEW)))
    assert [hit.reason for hit in found(full)] == ["", "the article is in review"]


def test_what_changed_meanwhile_is_not_decided(full: Project) -> None:
    hits = found(full)
    edit(full, "confirm", fact_verbs.confirm_fact(full.annotation_set("b", "anna"), hits[1].fact))
    with pytest.raises(StaleEdit):
        carried(full, hits, "none")
    assert [hit.fact.status for hit in found(full)] == [Status.SUGGESTED, Status.CONFIRMED]


def test_another_annotators_decisions_are_their_own(full: Project) -> None:
    edit(full, "put", span_verbs.put_fact(full.annotation_set("a", "bob"), LEFT))
    assert [hit.fact.status for hit in found(full)] == [Status.SUGGESTED] * 2
    assert [hit.fact.status for hit in found(full, who="bob")] == [Status.CONFIRMED, Status.SUGGESTED]
