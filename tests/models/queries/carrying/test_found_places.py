"""Found places as hits of the store: read in steps, decided in one edit, refused when they are others now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations import fact_verbs, span_verbs
from annotations.carrying.carried import CarriedDecision, Extent
from annotations.carrying.decisions import weigh
from annotations.carrying.hits import Hit
from annotations.errors import StaleEdit
from annotations.facts import Fact, Filler, Role
from annotations.schema.types import FactType, RoleType
from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from annotations.sets import Progress, State
from annotations.spans import Status
from models.project import Project
from models.queries.carrying import found_places
from tests.making import SMALL, edit, exported, put_articles, small_project, suggested

ORG = CarriedDecision("label", "ORG")
SPAN = suggested(0, 4, "GPE", "s")
MET = Fact("m", "MEET", (5, 8), (Role("who", (Filler(0, 4, "s"),)),), status=Status.SUGGESTED, origin="rule")


@pytest.fixture
def project(tmp_path) -> Project:
    made = small_project(tmp_path / "p")
    put_articles(made, **dict.fromkeys(("a", "b", "c"), "Acme met Bob. Acme left."))
    made.set_pools([("a", [SPAN])], by="rules")
    made.set_facts([("a", [MET])])
    yield made
    made.close()


def words(*articles: str) -> list[FoundPlace]:
    return [
        FoundPlace(id_, start, start + 4, SearchTarget.WORDS, "anna") for id_ in articles for start in (0, 14)
    ]


OF_SPAN = FoundPlace("a", 0, 4, SearchTarget.SPANS, "anna", "s", "GPE", "suggested")
OF_FACT = FoundPlace("a", 5, 8, SearchTarget.FACTS, "anna", "m", "MEET", "suggested")


def hits(project: Project, *found: FoundPlace, **how: Extent) -> list[Hit]:
    return [hit for some in found_places.find(project, found, "anna", **how) for hit in some]


def carry(project: Project, chosen: list[Hit], decision: CarriedDecision) -> None:
    made = found_places.edit(project, "do", chosen, decision, annotator="anna")
    project.apply(made, by="anna")


def labels(project: Project, article: str) -> list[tuple[int, str, str]]:
    spans = project.annotation_set(article, "anna").spans.values()
    return sorted((span.start, span.label, str(span.status)) for span in spans)


def test_hits_come_article_by_article_without_those_that_are_gone(project: Project) -> None:
    found = hits(project, *words("c", "gone", "a"))
    assert [(hit.article, hit.start, bool(hit.seen)) for hit in found] == [
        ("a", 0, True),
        ("a", 14, False),
        ("c", 0, False),
        ("c", 14, False),
    ]


def test_one_edit_goes_over_all_sets_and_one_undo_takes_it_back(project: Project) -> None:
    before = exported(project)
    carry(project, hits(project, *words("a", "b", "c")), ORG)
    assert [labels(project, id_) for id_ in "ac"] == [[(0, "ORG", "confirmed"), (14, "ORG", "confirmed")]] * 2
    project.undo("anna")
    assert exported(project) == before
    assert project.history.problems() == []


def test_a_fact_is_confirmed_with_its_undecided_fillers(project: Project) -> None:
    carry(project, hits(project, OF_FACT), CarriedDecision("confirm"))
    made = project.annotation_set("a", "anna")
    assert [fact.status for fact in made.facts.values()] == [Status.CONFIRMED]
    assert labels(project, "a") == [(0, "GPE", "confirmed")]


def test_a_fact_keeps_a_deleted_span_as_a_bare_range(project: Project) -> None:
    carry(project, hits(project, OF_FACT), CarriedDecision("confirm"))
    now = FoundPlace("a", 0, 4, SearchTarget.SPANS, "anna", "s", "GPE", "confirmed")
    carry(project, hits(project, now), CarriedDecision("delete"))
    assert [fact.fillers() for fact in project.annotation_set("a", "anna").facts.values()] == [
        (Filler(0, 4),)
    ]


def test_a_needed_role_that_is_open_is_known_from_the_schema(project: Project) -> None:
    roles = {"who": RoleType("who"), "place": RoleType("place", required=True)}
    project.set_schema(replace(SMALL, facts={"MEET": FactType("MEET", roles=roles)}))
    (hit,) = hits(project, OF_FACT)
    assert hit.lacks == ("place",)


@pytest.mark.parametrize("found", [OF_SPAN, OF_FACT, words("a")[0]])
def test_what_was_decided_meanwhile_stops_the_edit_whole(project: Project, found: FoundPlace) -> None:
    chosen = hits(project, found, *words("c"))
    made = project.annotation_set("a", "anna")
    edit(project, "reject", fact_verbs.reject_fact(span_verbs.reject(made, SPAN), MET))
    with pytest.raises(StaleEdit):
        carry(project, chosen, CarriedDecision("reject"))
    assert labels(project, "c") == []


def test_an_article_that_was_removed_meanwhile_stops_the_edit(project: Project) -> None:
    chosen = hits(project, *words("a", "c"))
    project.remove_article("c")
    with pytest.raises(StaleEdit):
        carry(project, chosen, ORG)
    assert labels(project, "a") == []


def test_what_changed_since_the_search_is_barred(project: Project) -> None:
    edit(project, "label", span_verbs.relabel(project.annotation_set("a", "anna"), SPAN, "ORG"))
    (hit,) = hits(project, OF_SPAN)
    assert weigh(hit, ORG) == (False, False, "changed since the search")


def test_a_closed_article_is_barred_and_the_others_are_not(project: Project) -> None:
    made = project.annotation_set("c", "anna")
    edit(project, "hand over", made.having(Progress(State.IN_REVIEW)), by="bert")
    assert [hit.reason for hit in hits(project, *words("b", "c"))] == [
        "",
        "",
        *["the article is in review"] * 2,
    ]


@pytest.mark.parametrize(("extent", "marked"), [(Extent.SENTENCE, ["0-13"]), (Extent.PARAGRAPH, ["0-24"])])
def test_a_sentence_or_paragraph_becomes_boilerplate(
    project: Project, extent: Extent, marked: list[str]
) -> None:
    (hit,) = hits(project, words("b")[0], extent=extent)
    carry(project, [hit], CarriedDecision("boilerplate", extent=extent))
    assert list(project.annotation_set("b", "anna").boilerplate) == marked


def test_comments_stand_on_each_place(project: Project) -> None:
    asked = CarriedDecision("comment", text="Which one?", at="2024-01-01T00:00:00+00:00", in_done=False)
    carry(project, hits(project, OF_SPAN, OF_FACT, *words("b")), asked)
    assert sorted(str(said.on) for said in project.annotation_set("a", "anna").comments.values()) == [
        "m",
        "s",
    ]
    assert len(project.annotation_set("b", "anna").comments) == 2
    project.undo("anna")
    assert len(project.annotation_set("b", "anna").comments) == 0


def test_steps_leave_nothing_out(project: Project, monkeypatch) -> None:
    monkeypatch.setattr(found_places, "ROOM", 1)
    found = words("a", "b", "c")
    assert [len(some) for some in found_places.find(project, found, "anna")] == [2, 2, 2]
