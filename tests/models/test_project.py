"""The project: its folder, its articles and pools, and two programs at once on one folder."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from annotations.edits import Edit
from annotations.errors import StaleEdit, UserError
from annotations.facts import Fact
from annotations.schema import reader as schema_reader
from annotations.schema.types import Label, Schema
from annotations.spans import Status
from models.project import Project
from models.queries import articles as article_queries
from models.store import database
from tests.making import PROPOSING, SMALL, TEXT, annotators_of, edit, put_articles, span, suggested

MARIA, OSLO = span(0, 10, origin="anna"), span(28, 32, "GPE", origin="anna")


def test_a_new_project_is_a_folder_with_schema_and_database(tmp_path: Path) -> None:
    Project.create(tmp_path / "deep" / "p", SMALL).close()
    assert {path.name for path in (tmp_path / "deep" / "p").iterdir()} == {"project.yaml", "project.db"}
    again = Project(tmp_path / "deep" / "p")
    assert again.schema.labels.keys() == SMALL.labels.keys()
    again.close()


def test_a_project_can_be_made_in_an_empty_folder_but_over_nothing(tmp_path: Path) -> None:
    Project.create(tmp_path, SMALL).close()
    with pytest.raises(UserError, match="something there already"):
        Project.create(tmp_path, SMALL)
    with pytest.raises(UserError, match="something there already"):
        Project.create(tmp_path / "project.yaml", SMALL)


def test_a_schema_that_could_not_be_read_back_makes_no_project(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="name should be a text"):
        Project.create(tmp_path / "p", Schema(""))
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("name", ["", "none", "file"])
def test_a_folder_that_is_no_project_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(UserError, match=r"no Factmark project: there is no project.yaml"):
        Project(tmp_path / name)


@pytest.mark.parametrize("content", [b"not a database at all" * 100, b"SQLite format 3\0" + b"x" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left(project: Project, content: bytes) -> None:
    project.close()
    path = project.folder / "project.db"
    path.write_bytes(content)
    with pytest.raises(UserError, match="database cannot be opened"):
        Project(project.folder)
    assert path.read_bytes() == content


def test_an_unknown_article_is_refused_with_a_sentence(project: Project) -> None:
    for ask in (project.article, project.remove_article):
        with pytest.raises(UserError, match="There is no article x in the project"):
            ask("x")
    with pytest.raises(UserError, match="There is no article x"):
        project.describe("x", title="", meta={})
    assert not (project.folder / "backups").exists()


def test_an_articles_details_can_be_set_and_its_text_stays(project: Project) -> None:
    put_articles(project, a=TEXT)
    project.describe("a", title="Née “X”", meta={"published": "2024-01-23", "published_trusted": True})
    article = project.article("a")
    assert (article.title, article.text, article.published) == ("Née “X”", TEXT, "2024-01-23")
    assert article.published_trusted


def test_a_removed_article_is_gone_with_all_work_on_it_and_in_the_backup(project: Project) -> None:
    put_articles(project, a=TEXT, b="Another ferry.")
    edit(project, "label", project.annotation_set("a", "anna").having(MARIA))
    copy = project.remove_article("a")
    assert project.db.rows("SELECT id FROM article") == [("b",)]
    assert project.db.row("SELECT count(*) FROM item") == (0,)
    assert project.db.rows("SELECT rowid FROM article_words WHERE article_words MATCH 'oslo'") == []
    assert sqlite3.connect(copy).execute("SELECT count(*) FROM article").fetchone() == (2,)


def test_a_removed_article_can_come_again(project: Project) -> None:
    put_articles(project, a=TEXT)
    edit(project, "label", project.annotation_set("a", "anna").having(MARIA))
    project.remove_article("a")
    put_articles(project, a=TEXT)
    assert len(project.annotation_set("a", "anna")) == 0
    assert project.undo("anna") is None
    assert project.history.problems() == []


def test_a_pool_is_replaced_whole_and_forgets_removed_articles(project: Project) -> None:
    put_articles(project, a=TEXT)
    project.set_pools([("a", [suggested(0, 10), suggested(18, 22)]), ("gone", [suggested(0, 1)])], by="rules")
    project.set_pools([("a", [suggested(28, 32, "GPE")])], by="rules")
    assert project.pool("a") == [suggested(28, 32, "GPE")]


def test_a_new_pool_does_not_offer_what_was_decided(project: Project) -> None:
    put_articles(project, a=TEXT)
    project.set_pools([("a", [suggested(0, 10)])], by="rules")
    rejected = suggested(0, 10).changed()
    edit(project, "reject", project.annotation_set("a", "anna").having(rejected))
    project.set_pools([("a", [suggested(0, 10, id_="new")])], by="rules")
    assert list(project.sheet("a", "anna").undecided) == []
    assert len(project.sheet("a", "bob").undecided) == 1


# --- schema


def test_added_labels_keep_a_persons_edits_and_a_copy_of_the_old_file(project: Project) -> None:
    path = project.folder / "project.yaml"
    path.write_text("name: Mine\nlabels: {ORG: {key: o, guideline: mine}, NEW: {}}\n", "utf-8")
    assert project.add_labels(["ORG", "NEW", "NO", "ON"]) == ["NO", "ON"]
    made = schema_reader.read(path)
    assert (made.name, made.labels["ORG"].guideline) == ("Mine", "mine")
    assert list(made.labels) == ["ORG", "NEW", "NO", "ON"]
    (copy,) = (project.folder / "backups").glob("project-before-change-*.yaml")
    assert "NO" not in schema_reader.read(copy).labels
    assert project.schema == made


def test_labels_that_are_there_change_nothing(project: Project) -> None:
    before = (project.folder / "project.yaml").stat().st_mtime_ns
    assert project.add_labels(["ORG", "GPE"]) == []
    assert (project.folder / "project.yaml").stat().st_mtime_ns == before
    assert not (project.folder / "backups").exists()


def test_a_schema_edited_meanwhile_is_reread_but_not_while_it_has_a_mistake(project: Project) -> None:
    path, before = project.folder / "project.yaml", project.schema
    path.write_text("name: [", "utf-8")
    assert not project.reread_schema()
    assert project.schema == before
    path.write_text("name: Mine", "utf-8")
    assert project.reread_schema()
    assert not project.reread_schema()


@pytest.mark.parametrize("label", ["a\u0085b", "x\u2028", " lead", "a: b", "#", "-", "'", '"', "é" * 200])
def test_a_label_with_odd_signs_is_added_once(project: Project, label: str) -> None:
    assert project.add_labels([label]) == [label]
    assert project.add_labels([label]) == []
    assert project.schema.labels[label] == Label(label, hue=project.schema.labels[label].hue)


# --- two programs


@pytest.fixture
def other(project: Project):
    """Another program that has the same project open."""
    put_articles(project, a=TEXT)
    second = Project(project.folder)
    yield second
    second.close()


def test_both_may_work_and_nothing_is_lost(project: Project, other: Project) -> None:
    edit(project, "label", project.annotation_set("a", "anna").having(MARIA))
    edit(other, "label", other.annotation_set("a", "anna").having(OSLO))
    edit(other, "label", other.annotation_set("a", "bob").having(MARIA))
    assert set(project.annotation_set("a", "anna").spans) == {MARIA.id, OSLO.id}
    assert annotators_of(project, "a") == ["anna", "bob"]
    assert project.history.problems() == []


def test_a_stale_edit_is_refused_and_what_the_other_did_stays(project: Project, other: Project) -> None:
    edit(project, "label", project.annotation_set("a", "anna").having(MARIA))
    seen = other.annotation_set("a", "anna")
    edit(project, "relabel", project.annotation_set("a", "anna").having(MARIA.changed(label="ORG")))
    with pytest.raises(StaleEdit, match="shown as it is now"):
        other.apply(Edit.between("relabel", seen, seen.having(MARIA.changed(label="GPE"))), by="anna")
    assert other.annotation_set("a", "anna").spans[MARIA.id].label == "ORG"
    assert other.history.next_undo("anna") == "relabel"


def test_one_window_undoes_what_the_other_did(project: Project, other: Project) -> None:
    edit(project, "label", project.annotation_set("a", "anna").having(MARIA))
    assert other.undo("anna").verb == "label"
    assert project.redo("anna").verb == "label"


def test_another_programs_write_changes_the_version_and_ones_own_does_not(
    project: Project, other: Project
) -> None:
    before = project.version()
    edit(project, "label", project.annotation_set("a", "anna").having(MARIA))
    assert project.version() == before
    edit(other, "label", other.annotation_set("a", "bob").having(MARIA))
    assert project.version() != before


def test_a_lock_that_is_held_too_long_is_a_sentence(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_articles(project, a=TEXT)
    monkeypatch.setattr(database, "BUSY", 0.05)
    impatient = Project(project.folder)
    with project.db.writing():
        project.db.run("UPDATE article SET title = 'held'")
        with pytest.raises(UserError, match="Another program is writing to the project; nothing was changed"):
            edit(impatient, "label", impatient.annotation_set("a", "anna").having(MARIA))
    assert edit(impatient, "label", impatient.annotation_set("a", "anna").having(MARIA))
    impatient.close()


def test_the_database_survives_a_power_cut_and_keeps_its_references(project: Project) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys")
    assert [project.db.row(f"PRAGMA {name}") for name in asked] == [("wal",), (2,), (1,)]


def test_suggesting_spans_leaves_suggested_facts_and_the_other_way_round(project: Project) -> None:
    put_articles(project, a=TEXT)
    fact = Fact("f", "ATTACK", (0, 5), status=Status.SUGGESTED)
    project.set_pools([("a", [suggested(0, 10)])], by="rules")
    project.set_facts([("a", [fact]), ("gone", [fact])])
    project.set_pools([("a", [suggested(18, 22)])], by="rules")
    assert [item.id for item in project.pool("a")] == ["f", suggested(18, 22).id]
    project.set_facts([("a", [])])
    assert [item.id for item in project.pool("a")] == [suggested(18, 22).id]


def test_an_article_with_suggested_facts_only_is_still_to_be_looked_through_for_spans(
    project: Project,
) -> None:
    put_articles(project, a=TEXT, b=TEXT + " Again.")
    project.set_facts([("a", [Fact("f", "ATTACK", (0, 5), status=Status.SUGGESTED)])])
    assert article_queries.unsuggested(project) == ["a", "b"]
    assert article_queries.without_facts(project, PROPOSING) == ["b"]


def test_facts_are_to_be_looked_for_once_and_again_with_other_spans(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p", PROPOSING)
    put_articles(project, a=TEXT, b=TEXT + " Again.")
    project.set_pools([("a", [suggested(0, 10)])], by="rules")
    assert article_queries.without_facts(project, PROPOSING) == ["a", "b"]
    project.set_facts([("a", []), ("b", [])])
    assert article_queries.without_facts(project, PROPOSING) == []
    project.set_pools([("b", [suggested(0, 10)])], by="rules")
    assert article_queries.without_facts(project, PROPOSING) == ["b"]
    assert article_queries.without_facts(project, SMALL) == []
    project.close()


def test_without_triggers_in_the_schema_no_facts_have_been_looked_for(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "p", SMALL)
    put_articles(project, a=TEXT)
    project.set_facts([("a", [])])
    assert article_queries.without_facts(project, PROPOSING) == ["a"]
    project.close()


def test_a_project_closes_while_its_records_are_read(project: Project) -> None:
    put_articles(project, a="One.", b="Two.")
    reading = article_queries.records(project)
    assert next(reading).article.id == "a"
    project.close()
    reading.close()
    assert Project(project.folder).article("b").text == "Two."
