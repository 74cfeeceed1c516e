"""Roles renamed and removed in the store: schema, facts and pools together, or not at all."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.schema import reader as schema_reader
from annotations.schema import role_changes
from annotations.schema.types import FactType, RoleType
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Status
from models.project import Project
from models.queries.role_renames import RoleRecast, plan_role
from tests.making import SMALL, TEXT, edit, put_articles, span

LEAVE = FactType(
    "LEAVE", roles={"who": RoleType("who", ("PERSON",), required=True), "when": RoleType("when")}
)
MARIA = span(0, 10, "PERSON", "m")
WHO, WHEN = Role("who", (Filler(0, 10, "m"),)), Role("when", (Filler(36, 43),))
FULL = Fact("f", "LEAVE", (23, 27), (WHO, WHEN))
SUGGESTED = replace(FULL, id="s", status=Status.SUGGESTED, origin="rules", score=0.6)
BARE = replace(SUGGESTED, id="t", trigger=None, roles=(WHO,))


@pytest.fixture
def at(project: Project) -> Project:
    """anna and bert have facts on a, anna one on b; the pool of b has two."""
    project.set_schema(replace(SMALL, facts={"LEAVE": LEAVE, "STAY": replace(LEAVE, name="STAY")}))
    put_articles(project, a=TEXT, b=TEXT + " ")
    other = Fact("g", "STAY", None, (WHO,))
    edit(project, "fact", AnnotationSet.of("a", "anna", [MARIA, FULL, other]))
    edit(project, "fact", AnnotationSet.of("a", "bert", [MARIA, replace(FULL, id="h"), Progress(State.DONE)]))
    edit(project, "fact", AnnotationSet.of("b", "anna", [MARIA, replace(FULL, id="i", roles=(WHO,))]))
    project.set_facts([("b", [SUGGESTED, BARE])])
    return project


def plan(project: Project, old: str, new: str) -> RoleRecast:
    return plan_role(project, project.schema, "LEAVE", old, new)


def names(*facts: Fact) -> list[str]:
    return [" ".join(role.role for role in fact.roles) for fact in sorted(facts, key=lambda fact: fact.id)]


def everything(project: Project) -> dict[str, list[str]]:
    sets = [("a", "anna"), ("a", "bert"), ("b", "anna")]
    return {
        "facts": names(*(fact for which in sets for fact in project.annotation_set(*which).facts.values())),
        "pool": names(*(item for item in project.pool("b") if isinstance(item, Fact))),
        "schema": list(schema_reader.read(project.folder / "project.yaml").facts["LEAVE"].roles),
    }


RENAMED = {"facts": ["guest when", "who", "guest when", "guest"], "pool": ["guest when", "guest"]}


def test_a_plan_counts_and_changes_nothing(at: Project) -> None:
    before = everything(at)
    made = plan(at, "who", " guest ")
    assert (made.new, dict(made.carried), made.articles, made.fillers) == (
        "guest",
        {"anna": 2, "bert": 1},
        2,
        3,
    )
    assert made.told() == "3 facts of 2 articles are changed. 2 suggestions are changed too."
    assert (everything(at), made.edit.verb) == (before, "rename role who of LEAVE to guest")


def test_a_rename_carries_all_facts_and_pools_and_one_undo_takes_it_back(at: Project) -> None:
    before = everything(at)
    at.recast(plan(at, "who", "guest"), by="anna")
    after = everything(at)
    assert after == {**RENAMED, "schema": ["guest", "when"]}
    at.undo("anna")
    assert everything(at) == before
    at.redo("anna")
    assert everything(at) == after
    assert at.history.problems() == []


def test_a_rename_marks_no_finished_article_as_changed(at: Project) -> None:
    at.recast(plan(at, "who", "guest"), by="anna")
    assert at.annotation_set("a", "bert").progress == Progress(State.DONE)


def test_undo_works_after_a_restart(at: Project) -> None:
    before = everything(at)
    at.recast(plan(at, "who", "guest"), by="anna")
    at.close()
    again = Project(at.folder)
    again.undo("anna")
    assert everything(again) == before
    again.close()


def test_a_removal_says_how_many_fillers_go_and_undo_brings_them_back(at: Project) -> None:
    sets = [at.annotation_set("a", "anna"), at.annotation_set("a", "bert")]
    made = plan(at, "when", "")
    assert (made.told(), made.edit.verb) == (
        "2 facts of 1 article lose 2 fillers. 1 suggestion is changed too.",
        "remove role when of LEAVE",
    )
    at.recast(made, by="anna")
    assert everything(at) == {"facts": ["who"] * 4, "pool": ["who", "who"], "schema": ["who"]}
    at.undo("anna")
    assert [at.annotation_set("a", "anna"), at.annotation_set("a", "bert")] == sets
    assert at.schema.facts["LEAVE"] == LEAVE


def test_a_suggestion_that_says_nothing_without_the_role_goes(at: Project) -> None:
    at.recast(plan(at, "who", ""), by="anna")
    assert everything(at)["pool"] == ["when"]
    assert at.sheet("b", "bert").undecided_facts() == [replace(SUGGESTED, roles=(WHEN,))]


def test_an_undo_after_the_schema_was_changed_again_puts_back_the_role_alone(at: Project) -> None:
    at.recast(plan(at, "who", "guest"), by="anna")
    at.set_schema(role_changes.add_role(at.schema, "LEAVE", "why"))
    at.undo("anna")
    assert list(at.schema.facts["LEAVE"].roles) == ["guest", "when", "why", "who"]
    assert at.schema.facts["LEAVE"].roles["who"] == LEAVE.roles["who"]


def test_an_undo_where_the_type_is_gone_leaves_the_schema(at: Project) -> None:
    at.recast(plan(at, "who", "guest"), by="anna")
    at.set_schema(SMALL)
    at.undo("anna")
    assert (at.schema, at.annotation_set("b", "anna").facts["i"].roles) == (SMALL, (WHO,))


def test_facts_in_review_follow(at: Project) -> None:
    edit(at, "send", at.annotation_set("a", "bert").having(Progress(State.IN_REVIEW)))
    before = everything(at)
    at.recast(plan(at, "who", "guest"), by="bert")
    assert everything(at)["facts"] == RENAMED["facts"]
    assert at.annotation_set("a", "bert").state is State.IN_REVIEW
    at.undo("bert")
    assert everything(at) == before


def test_a_fact_that_says_nothing_without_the_role_goes_and_undo_brings_it_back(at: Project) -> None:
    bare = replace(FULL, id="e", trigger=None, roles=(WHEN,))
    edit(at, "fact", at.annotation_set("b", "anna").having(bare))
    made = plan(at, "when", "")
    assert "3 facts of 2 articles lose 3 fillers. 1 fact that says nothing without it goes." in made.told()
    at.recast(made, by="anna")
    assert list(at.annotation_set("b", "anna").facts) == ["i"]
    at.undo("anna")
    assert at.annotation_set("b", "anna").facts["e"] == bare


def test_a_role_that_no_fact_has_is_renamed_without_an_edit(at: Project) -> None:
    at.set_schema(role_changes.add_role(at.schema, "LEAVE", "why"))
    made = plan(at, "why", "because")
    assert made.told() == "No fact has why."
    at.recast(made, by="anna")
    assert (everything(at)["schema"], at.history.next_undo("anna")) == (["who", "when", "because"], "fact")


def test_where_the_schema_cannot_be_written_nothing_is_changed(at: Project) -> None:
    before, made = everything(at), plan(at, "who", "guest")
    shutil.rmtree(at.folder / "backups", ignore_errors=True)
    (at.folder / "backups").write_text("no folder")
    with pytest.raises(UserError, match="schema could not be written"):
        at.recast(made, by="anna")
    assert everything(at) == before
    assert at.history.problems() == []


def test_where_a_fact_was_changed_meanwhile_nothing_is_changed(at: Project) -> None:
    made = plan(at, "who", "guest")
    edit(at, "fact", at.annotation_set("a", "bert").lacking(replace(FULL, id="h")))
    before = everything(at)
    with pytest.raises(UserError, match="meantime"):
        at.recast(made, by="anna")
    assert everything(at) == before


def test_what_the_schema_refuses_is_refused(at: Project) -> None:
    with pytest.raises(UserError, match="has a role when already"):
        plan(at, "who", "when")
    with pytest.raises(UserError, match="no role why in LEAVE"):
        plan(at, "why", "")
