"""The repair mends what can be derived, behind a backup, says what it did, and never trusts a log that cannot be."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from models.project import Project
from models.store import backup
from models.transfer import checks
from tests.making import exported
from tests.models.checks.filled import filled

MENDED = [
    ("DELETE FROM item WHERE id = 's2'", "span s2 (GPE at 24-28, confirmed) is missing"),
    ("UPDATE item SET label = 'ORG' WHERE id = 'b'", "span b (GPE at 24-28, confirmed) is another (ORG"),
    ("UPDATE item SET body = '[]' WHERE id = 'c1'", "anna's work on ferry (Ferries) was brought back to"),
    ("DELETE FROM touched", "anna's work on ferry (Ferries) is whole; the log's traces of it were lost"),
    (
        "INSERT INTO article_words (article_words, rowid, text) SELECT 'delete', article, text FROM article_text",
        "The full-text index was made anew",
    ),
    ("DELETE FROM article_words_data WHERE id > 10", "The full-text index was made anew"),
    ("UPDATE tally SET undecided = 7", "The tallies were cleared"),
    ("DELETE FROM tally", "The tallies were cleared"),
    ("DELETE FROM undecided", "The tallies were cleared"),
    ("UPDATE wording SET confirmed = 5", "What decisions teach was counted again"),
    ("DELETE FROM verdict", "What decisions teach was counted again"),
    ("UPDATE suggestion SET wording = 'x'", "The words of the suggestions, and how unsure each is"),
]
KEPT = [
    ("UPDATE event SET body = '[' WHERE verb = 'put fact'", ""),
    (
        "UPDATE event SET body = replace(body, '\"end\":28,', '\"end\":928,') WHERE verb = 'put fact'",
        "was left as it is: the log says ranges beyond the text",
    ),
    (
        'UPDATE event SET body = replace(body, \'"label":"GPE"\', \'"label":"GPF"\') WHERE verb = \'put fact\'',
        "was left as it is: the log has the label GPF",
    ),
    (
        "DELETE FROM touched; DELETE FROM event WHERE verb = 'put fact'",
        "was left as it is: the log says nothing",
    ),
]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Project]:
    project = Project(filled(tmp_path))
    project.db.run("PRAGMA foreign_keys = 0")
    yield project
    project.close()


@pytest.mark.parametrize(("damage", "sentence"), MENDED, ids=[damage for damage, _ in MENDED])
def test_what_can_be_derived_is_mended_behind_a_backup(at: Project, damage: str, sentence: str) -> None:
    before = exported(at)
    at.db.run(damage)
    made = checks.repair(at)
    assert any(sentence in one for one in made.done), made.done
    assert (made.left.faults, exported(at)) == ([], before)
    assert made.copy.name.startswith("project-before-repair-")
    assert checks.repair(at).copy is None


@pytest.mark.parametrize(("damage", "sentence"), KEPT, ids=[damage for damage, _ in KEPT])
def test_a_log_that_cannot_be_never_overwrites_a_set(at: Project, damage: str, sentence: str) -> None:
    before = at.annotation_set("ferry", "anna")
    at.db.connection.executescript(damage)
    made = checks.repair(at)
    assert any(sentence in one for one in made.done) or not sentence, made.done
    assert (at.annotation_set("ferry", "anna") == before, bool(made.left.faults)) == (True, True)


def test_rows_of_somebody_of_whom_the_log_knows_nothing_stay_and_are_said(at: Project) -> None:
    bob = at.annotation_set("ferry", "bob")
    at.db.run("UPDATE item SET annotator = 'eve' WHERE id = 'b'")
    made = checks.repair(at)
    assert made.done[1] == "eve's work on ferry (Ferries) was left as it is: the log says nothing of it."
    assert at.annotation_set("ferry", "bob") == bob
    assert [fault.annotator for fault in made.left.faults] == ["eve"]


def test_the_backup_is_as_it_was(at: Project) -> None:
    at.db.run("DELETE FROM item WHERE id = 's2'")
    copy = checks.repair(at).copy
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM item WHERE id = 's2'").fetchone() == (0,)
    assert backup.problems(copy) == []


def test_items_that_were_not_wrong_keep_the_event_that_merges_compare(at: Project) -> None:
    sql = "SELECT id, event FROM item WHERE annotator = 'anna' ORDER BY kind, id"
    before = at.db.rows(sql)
    at.db.run("UPDATE item SET event = 1 WHERE id = 'c1'")
    at.db.run("DELETE FROM item WHERE id = 's2'")
    checks.repair(at)
    assert dict(at.db.rows(sql)) == {**dict(before), "c1": 1}


def test_lessons_counted_anew_weigh_suggestions_as_before(at: Project) -> None:
    doubts = at.db.rows("SELECT * FROM suggestion")
    at.db.run("UPDATE wording SET confirmed = 5")
    at.db.run("UPDATE suggestion SET doubt = 0.9 WHERE doubt IS NOT NULL")
    checks.repair(at)
    assert at.db.rows("SELECT * FROM suggestion") == doubts
