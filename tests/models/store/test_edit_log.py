"""Edits in the store: undo and redo from the log, stale edits, tombstones and Lamport numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations import span_verbs
from annotations.articles import Article
from annotations.edits import Edit
from annotations.errors import StaleEdit, UserError
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from tests.making import TEXT, arrive, edit, put_articles, small_project, span

MARIA, OSLO = span(0, 10, origin="anna"), span(28, 32, "GPE", origin="anna")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Project]:
    """A small project with the articles a and b."""
    project = small_project(tmp_path / "p")
    put_articles(project, a=TEXT, b=TEXT + " Again.")
    yield project
    project.close()


def label(project: Project, made, article: str = "a", annotator: str = "anna", by: str = "") -> Edit:
    return edit(project, f"label {made.label}", project.annotation_set(article, annotator).having(made), by)


def spans(project: Project, article: str = "a", annotator: str = "anna") -> list[str]:
    return sorted(project.annotation_set(article, annotator).spans)


def reopened(project: Project) -> Project:
    project.close()
    return Project(project.folder)


def test_undo_and_redo_survive_reopening(at: Project) -> None:
    label(at, MARIA)
    again = reopened(at)
    assert again.undo("anna").verb == "label PERSON"
    assert (spans(again), again.annotation_set("a", "anna").state) == ([], State.NEW)
    third = reopened(again)
    assert third.redo("anna").verb == "label PERSON"
    assert spans(third) == [MARIA.id]
    third.close()


def test_undo_crosses_articles(at: Project) -> None:
    label(at, MARIA, "a")
    label(at, OSLO, "b")
    assert [at.undo("anna").changes[0].article for _ in range(2)] == ["b", "a"]
    assert at.undo("anna") is None


def test_undo_takes_back_ones_own_edits_only(at: Project) -> None:
    label(at, MARIA, annotator="anna")
    label(at, OSLO, annotator="bob")
    at.undo("anna")
    assert (spans(at, annotator="anna"), spans(at, annotator="bob")) == ([], [OSLO.id])
    assert at.undo("cy") is None


def test_the_undo_of_a_reviewers_edit_is_the_reviewers(at: Project) -> None:
    label(at, MARIA)
    label(at, OSLO, by="bob")
    assert at.undo("bob").verb == "label GPE"
    assert spans(at) == [MARIA.id]


def test_a_new_edit_ends_redo(at: Project) -> None:
    label(at, MARIA)
    at.undo("anna")
    label(at, OSLO)
    assert at.redo("anna") is None
    assert at.history.next_redo("anna") is None


def test_an_edit_of_somebody_else_does_not_end_redo(at: Project) -> None:
    label(at, MARIA)
    at.undo("anna")
    label(at, OSLO, annotator="bob")
    assert at.redo("anna").verb == "label PERSON"


def test_an_edit_that_changes_nothing_is_no_step_and_does_not_end_redo(at: Project) -> None:
    label(at, MARIA)
    at.undo("anna")
    at.apply(Edit("look"), by="anna")
    assert at.history.next_undo("anna") is None
    assert at.history.next_redo("anna") == "label PERSON"


def test_an_edit_over_several_articles_is_one_step(at: Project) -> None:
    sets = [at.annotation_set(article, "anna") for article in "ab"]
    at.apply(Edit.over("same mentions", [(made, made.having(MARIA)) for made in sets]), by="anna")
    assert (spans(at, "a"), spans(at, "b")) == ([MARIA.id], [MARIA.id])
    at.undo("anna")
    assert (spans(at, "a"), spans(at, "b")) == ([], [])


def test_an_edit_that_is_stale_in_one_article_is_done_in_none(at: Project) -> None:
    sets = [at.annotation_set(article, "anna") for article in "ab"]
    both = Edit.over("same mentions", [(made, made.having(MARIA)) for made in sets])
    label(at, OSLO, "b")
    with pytest.raises(StaleEdit, match="so same mentions was not done"):
        at.apply(both, by="anna")
    assert spans(at, "a") == []
    assert at.history.next_undo("anna") == "label GPE"


def test_undo_is_refused_when_a_later_edit_touched_the_rows(at: Project) -> None:
    label(at, MARIA)
    label(at, MARIA.changed(label="ORG"), by="bob")
    with pytest.raises(StaleEdit, match="Somebody changed this in the meantime"):
        at.undo("anna")
    assert at.annotation_set("a", "anna").spans[MARIA.id].label == "ORG"
    at.undo("bob")
    assert at.undo("anna").verb == "label PERSON"


def test_undo_is_refused_when_somebody_elses_fact_rests_on_the_span(at: Project) -> None:
    label(at, MARIA)
    fact = Fact("f", "ATTACK", roles=(Role("actor", (Filler(0, 10, MARIA.id),)),))
    edit(at, "put fact", span_verbs.put_fact(at.annotation_set("a", "anna"), fact), by="bob")
    with pytest.raises(StaleEdit):
        at.undo("anna")
    assert spans(at) == [MARIA.id]


def test_undo_is_refused_while_the_article_is_in_review(at: Project) -> None:
    label(at, MARIA)
    label(at, OSLO)
    edit(at, "review", at.annotation_set("a", "anna").having(Progress(State.IN_REVIEW)), by="bob")
    with pytest.raises(UserError, match="in review, so label GPE stays"):
        at.undo("anna")
    edit(at, "return", at.annotation_set("a", "anna").having(Progress(State.RETURNED)), by="bob")
    assert at.undo("anna").verb == "label GPE"


def test_an_edit_of_a_removed_article_is_neither_done_nor_in_the_way(at: Project) -> None:
    label(at, MARIA, "a")
    label(at, OSLO, "b")
    made = at.annotation_set("b", "anna")
    at.remove_article("b")
    with pytest.raises(UserError, match="was removed"):
        at.apply(Edit.between("label", made, made.having(MARIA)), by="anna")
    assert at.undo("anna").verb == "label PERSON"
    assert at.history.problems() == []


# --- the log


def tombstones(project: Project) -> list[tuple]:
    return project.db.rows("SELECT kind, id FROM tombstone ORDER BY kind, id")


def test_what_was_deleted_has_a_tombstone_until_it_is_back(at: Project) -> None:
    label(at, MARIA)
    assert tombstones(at) == []
    at.undo("anna")
    assert tombstones(at) == [("progress", "progress"), ("span", MARIA.id)]
    at.redo("anna")
    assert tombstones(at) == []


def test_an_altered_item_has_no_tombstone(at: Project) -> None:
    label(at, MARIA)
    label(at, MARIA.changed(label="ORG"))
    assert tombstones(at) == []


def test_every_event_has_a_uuid_and_the_next_lamport_number(at: Project) -> None:
    label(at, MARIA)
    at.undo("anna")
    at.redo("anna")
    rows = at.db.rows('SELECT uuid, lamport, kind, verb, "by" FROM event ORDER BY number')
    assert len({row[0] for row in rows}) == 3
    assert [row[1] for row in rows] == [1, 2, 3]
    assert [row[2:] for row in rows] == [(kind, "label PERSON", "anna") for kind in ("edit", "undo", "redo")]


def test_lamport_numbers_go_on_from_the_highest_that_was_merged(at: Project) -> None:
    label(at, MARIA)
    at.db.run("UPDATE event SET lamport = 100")
    label(at, OSLO)
    assert at.db.row("SELECT max(lamport) FROM event") == (101,)


def test_an_import_is_a_base_event_that_is_replayed_but_not_undone(at: Project) -> None:
    made = AnnotationSet.of("a", "anna", [MARIA, OSLO, Progress(State.DONE)])
    arrive(at, Record(Article("a", TEXT), made))
    assert at.db.rows("SELECT kind, verb, fate FROM event") == [("base", "import", None)]
    assert at.history.replay("a", "anna") == made
    assert at.undo("anna") is None


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM item WHERE kind = 'span'",
        "UPDATE item SET label = 'ORG' WHERE kind = 'span'",
        "UPDATE item SET body = '{' WHERE kind = 'progress'",
        "DELETE FROM touched",
        "UPDATE event SET body = '[' WHERE kind = 'edit'",
        "UPDATE event SET body = x'00' WHERE kind = 'edit'",
    ],
)
def test_a_damaged_set_is_found(at: Project, damage: str) -> None:
    label(at, MARIA)
    label(at, OSLO, annotator="bob")
    assert at.history.problems() == []
    at.db.run(damage)
    assert "anna's work on a is not what the log says" in at.history.problems()


def test_a_large_edit_is_kept_compressed_and_replayed(at: Project) -> None:
    many = [span(i % 40, i % 40 + 1, "ORG", f"s{i}") for i in range(2_000)]
    edit(at, "label all", AnnotationSet.of("a", "anna", many))
    assert at.db.row("SELECT typeof(body) FROM event") == ("blob",)
    assert at.history.problems() == []
    at.undo("anna")
    assert spans(at) == []
