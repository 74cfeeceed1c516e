"""Renames and merges in the store: schema, sets and pools together, or not at all."""

from __future__ import annotations

import shutil
import sqlite3

import pytest

from annotations.errors import UserError
from annotations.facts import Fact
from annotations.schema import changes as schema_changes
from annotations.schema import reader as schema_reader
from annotations.schema.types import FactType
from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from models.queries import schema_renames
from models.queries.schema_renames import Recast
from tests.making import SMALL, TEXT, edit, put_articles, span, suggested

MARIA, NAVY = span(0, 10, "PERSON", "m", origin="anna"), span(18, 22, "ORG", "n", origin="anna")


@pytest.fixture
def at(project: Project) -> Project:
    """anna and bert have spans on a, cy's set is in review; the pool has suggestions."""
    project.set_schema(schema_changes.add(SMALL, "facts", "ATTACK"))
    put_articles(project, a=TEXT, b=TEXT + " ")
    edit(project, "label", AnnotationSet.of("a", "anna", [MARIA, NAVY]))
    edit(project, "label", AnnotationSet.of("a", "bert", [span(0, 5, "PERSON", "b"), Progress(State.DONE)]))
    edit(project, "label", AnnotationSet.of("b", "anna", [span(0, 5, "PERSON", "x")]))
    project.set_pools([("b", [suggested(0, 10, id_="s"), suggested(28, 32, "GPE", "t")])], by="rules")
    return project


def plan(project: Project, old: str, new: str, part: str = "labels", *, merging: bool = False) -> Recast:
    return schema_renames.plan(project, project.schema, part, old, new, merging=merging)


def labels(project: Project, article: str = "a", annotator: str = "anna") -> list[str]:
    return sorted(one.label for one in project.annotation_set(article, annotator).spans.values())


def pooled(project: Project) -> list[str]:
    return sorted(one.label for one in project.pool("b"))


def everything(project: Project) -> tuple:
    return (
        labels(project),
        labels(project, "b"),
        pooled(project),
        list(schema_reader.read(project.folder / "project.yaml").labels),
    )


def test_a_plan_counts_and_changes_nothing(at: Project) -> None:
    before = everything(at)
    made = plan(at, "PERSON", " HUMAN ")
    assert (made.new, dict(made.carried), made.pooled) == ("HUMAN", {"anna": 2, "bert": 1}, 1)
    assert (everything(at), made.edit.verb) == (before, "rename label PERSON to HUMAN")


def test_a_rename_carries_all_sets_and_pools_and_one_undo_takes_it_back(at: Project) -> None:
    before = everything(at)
    at.recast(plan(at, "PERSON", "HUMAN"), by="anna")
    after = everything(at)
    assert after == (["HUMAN", "ORG"], ["HUMAN"], ["GPE", "HUMAN"], ["HUMAN", "ORG", "GPE"])
    at.undo("anna")
    assert everything(at) == before
    at.redo("anna")
    assert everything(at) == after
    assert at.history.problems() == []


def test_a_rename_marks_no_finished_article_as_changed(at: Project) -> None:
    at.recast(plan(at, "PERSON", "HUMAN"), by="anna")
    assert at.annotation_set("a", "bert").progress == Progress(State.DONE)


def test_undo_works_after_a_restart(at: Project) -> None:
    before = everything(at)
    at.recast(plan(at, "PERSON", "HUMAN"), by="anna")
    at.close()
    again = Project(at.folder)
    again.undo("anna")
    assert everything(again) == before
    again.close()


def test_an_undo_after_the_schema_was_changed_again_puts_back_the_name_alone(at: Project) -> None:
    at.recast(plan(at, "PERSON", "HUMAN"), by="anna")
    at.set_schema(schema_changes.add(at.schema, "labels", "SHIP"))
    at.undo("anna")
    assert list(at.schema.labels) == ["HUMAN", "ORG", "GPE", "SHIP", "PERSON"]


def test_an_undo_of_something_else_leaves_the_schema(at: Project) -> None:
    at.recast(plan(at, "PERSON", "HUMAN"), by="anna")
    edit(at, "label", at.annotation_set("a", "anna").having(span(28, 32, "GPE")))
    at.undo("anna")
    assert (labels(at), "HUMAN" in at.schema.labels) == (["HUMAN", "ORG"], True)


def test_where_the_schema_cannot_be_written_nothing_is_changed(
    at: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, made = everything(at), plan(at, "PERSON", "HUMAN")
    shutil.rmtree(at.folder / "backups", ignore_errors=True)
    (at.folder / "backups").write_text("no folder")
    with pytest.raises(UserError, match="schema could not be written"):
        at.recast(made, by="anna")
    assert everything(at) == before
    assert at.history.problems() == []


def test_where_the_database_fails_last_the_schema_is_put_back(at: Project) -> None:
    before, made = everything(at), plan(at, "PERSON", "HUMAN")

    def deny(action: int, what: str | None, *_: object) -> int:
        is_end = action == sqlite3.SQLITE_TRANSACTION and what == "COMMIT"
        return sqlite3.SQLITE_DENY if is_end else sqlite3.SQLITE_OK

    at.db.connection.set_authorizer(deny)
    with pytest.raises(UserError, match="left as it was"):
        at.recast(made, by="anna")
    at.db.connection.set_authorizer(None)
    assert everything(at) == before
    assert list(at.schema.labels) == ["PERSON", "ORG", "GPE"]


def test_where_a_set_was_changed_meanwhile_nothing_is_changed(at: Project) -> None:
    made = plan(at, "PERSON", "HUMAN")
    edit(at, "label", at.annotation_set("a", "bert").lacking(span(0, 5, "PERSON", "b")))
    before = everything(at)
    with pytest.raises(UserError, match="meantime"):
        at.recast(made, by="anna")
    assert everything(at) == before


def test_a_merge_leaves_one_suggestion_where_both_lay_and_undo_leaves_the_pool(at: Project) -> None:
    at.set_pools([("b", [suggested(0, 10, id_="s"), suggested(0, 10, "ORG", "t")])], by="rules")
    at.recast(plan(at, "PERSON", "ORG", merging=True), by="anna")
    assert everything(at) == (["ORG", "ORG"], ["ORG"], ["ORG"], ["ORG", "GPE"])
    at.undo("anna")
    assert everything(at) == (["ORG", "PERSON"], ["PERSON"], ["ORG"], ["PERSON", "ORG", "GPE"])


def test_sets_in_review_and_reviewed_follow_and_stay_so(at: Project) -> None:
    edit(at, "send", at.annotation_set("a", "bert").having(Progress(State.IN_REVIEW)))
    edit(at, "send", at.annotation_set("b", "anna").having(Progress(State.REVIEWED)))
    before = everything(at), at.annotation_set("a", "bert")
    at.recast(plan(at, "PERSON", "HUMAN"), by="bert")
    assert (labels(at, "a", "bert"), labels(at, "b"), "PERSON" in at.schema.labels) == (
        ["HUMAN"],
        ["HUMAN"],
        False,
    )
    assert [at.annotation_set(*of).state for of in (("a", "bert"), ("b", "anna"))] == [
        State.IN_REVIEW,
        State.REVIEWED,
    ]
    at.undo("bert")
    assert (everything(at), at.annotation_set("a", "bert")) == before


def test_facts_are_carried_in_sets_and_pools(at: Project) -> None:
    edit(at, "fact", at.annotation_set("a", "anna").having(Fact("f", "ATTACK", (23, 27))))
    at.recast(plan(at, "ATTACK", "RAID", "facts"), by="anna")
    assert at.annotation_set("a", "anna").facts["f"].type == "RAID"
    assert at.schema.facts == {"RAID": FactType("RAID")}
    at.undo("anna")
    assert (at.annotation_set("a", "anna").facts["f"].type, list(at.schema.facts)) == ("ATTACK", ["ATTACK"])


def test_a_name_that_nobody_uses_is_renamed_without_an_edit(at: Project) -> None:
    at.recast(plan(at, "GPE", "PLACE"), by="anna")
    assert (list(at.schema.labels), pooled(at)) == (["PERSON", "ORG", "PLACE"], ["PERSON", "PLACE"])
    assert at.history.next_undo("anna") == "label"


def test_the_old_file_is_kept(at: Project) -> None:
    before = (at.folder / "project.yaml").read_text("utf-8")
    at.recast(plan(at, "PERSON", "HUMAN"), by="anna")
    assert before in [path.read_text("utf-8") for path in (at.folder / "backups").glob("*.yaml")]
