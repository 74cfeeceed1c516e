"""Reviews of before version 14: what decisions saw is read from the log at the first opening.

`tests/old_reviews` was made by the program of version 13: reviews that are approved, begun, returned with a change,
of one annotator alone, undone and redone, merged from another copy, with a label renamed at the end.
"""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotations.edits import Change, Edit
from annotations.review import decisions
from annotations.review.cases import ordered_roles
from annotations.review.standing import Standing
from annotations.schema.reader import read
from annotations.sets import GOLD, AnnotationSet, State
from models.project import Project
from models.queries import golds, old_reviews
from models.store import backup
from models.store.database import Database
from models.store.edit_log import History
from models.store.migrations import migrate
from tests.unprivileged import read_only_disk

OLD = Path(__file__).parents[2] / "old_reviews"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "project.db").write_bytes(gzip.decompress((OLD / "project.db.gz").read_bytes()))
    shutil.copyfile(OLD / "project.yaml", tmp_path / "project.yaml")
    return tmp_path


@pytest.fixture
def at(folder: Path):
    project = Project(folder)
    yield project
    project.close()


def gold(project: Project, article: str) -> AnnotationSet:
    return project.annotation_set(article, GOLD)


def standing(project: Project, article: str) -> Standing:
    said = golds.standing(project.db, article, ordered_roles(project.schema))
    assert said
    return said


def old(made: AnnotationSet) -> list[str]:
    return sorted(said.choice for said in decisions.all_of(made) if decisions.is_old(said))


def left(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "project.db")) as connection:
        return int(connection.execute("SELECT count(*) FROM rebuilding").fetchone()[0])


def test_an_approved_review_says_what_it_saw_and_stays_approved(at: Project) -> None:
    now = standing(at, "approved")
    assert (now.gold.state, now.open, now.wrong(), old(now.gold)) == (State.REVIEWED, (), [], [])
    said = [*now.decided.values()]
    assert sorted(one.choice.partition(" ")[0] for one in said) == [
        *("both", "neither", "other", "take", "take", "take", "take"),
    ]
    (both,) = (one for one in said if one.choice == "both")
    assert [(who, item and item.label) for who, item in both.saw] == [("anna", "ORG"), ("ben", "GPE")]
    assert all(one.at and one.by == "rex" for one in said)
    approval = decisions.approval(now.gold)
    assert approval
    assert (approval.by, approval.case) == ("rex", now.seal)
    assert [one.said.reason for one in now.founded if one.how == "added" and one.said] == ["missed"]


def test_nothing_is_open_that_was_not_but_what_changed_after_the_return(at: Project) -> None:
    assert [len(standing(at, id_).open) for id_ in ("approved", "same", "alone", "undone")] == [0, 0, 0, 0]
    assert len(standing(at, "begun").open) == 4
    (case,) = standing(at, "changed").open
    assert case.changed
    assert [item and item.label for _, item in case.changed.saw] == ["ORG", "GPE"]
    assert {who: item.label for who, item in case.sides.items()} == {"anna": "ORG", "ben": "PERSON"}


def test_a_label_renamed_since_is_no_change_of_a_side(at: Project) -> None:
    saw = [item for said in decisions.all_of(gold(at, "changed")) for _, item in said.saw if item]
    assert "DATE" in {getattr(item, "label", "") for item in saw}
    assert "DAY" not in {getattr(item, "label", "") for item in saw}


def test_a_side_that_changes_later_opens_the_review(at: Project) -> None:
    ben = at.annotation_set("same", "ben")
    change = Change.between(ben, ben.lacking(ben.spans["benf"]))
    at.apply(Edit("correct", (change,)), by="ben")
    assert gold(at, "same").state is State.STARTED
    assert [case.difference.value for case in standing(at, "same").open] == ["gone"]


def test_decisions_from_another_copy_stand_and_are_known_as_old(at: Project) -> None:
    assert old(gold(at, "merged")) == ["neither", "take ben", "take ben"]
    assert decisions.sides_of(gold(at, "merged")) == ([], False)


def test_gold_that_does_not_follow_stays_as_it_was_approved(at: Project, folder: Path) -> None:
    (copy,) = (folder / "backups").glob("project-before-migration-*.db")
    sql = "SELECT id, body FROM item WHERE kind = 'fact' AND annotator = 'gold' AND article = 4 ORDER BY id"
    with closing(sqlite3.connect(copy)) as connection:
        before = connection.execute(sql).fetchall()
    assert (gold(at, "alone").state, at.db.rows(sql), len(before)) == (State.REVIEWED, before, 3)
    assert decisions.approval(gold(at, "alone")) is None


def test_the_log_is_whole_and_nobody_can_take_it_back(at: Project, folder: Path) -> None:
    assert at.history.problems() + backup.problems(folder / "project.db") == []
    verbs = at.db.rows("SELECT DISTINCT \"by\" FROM event WHERE verb = 'keep what decisions saw'")
    assert (verbs, at.history.next_undo("rex"), left(folder)) == ([(GOLD,)], "return", 0)


def test_what_a_killed_program_left_is_done_at_the_next_opening(folder: Path) -> None:
    database = Database(folder / "project.db")
    migrate(database, folder / "project.db")
    database.run("DELETE FROM rebuilding WHERE article = 1")
    database.close()
    assert left(folder) == 6
    project = Project(folder)
    assert (old(gold(project, "begun")), left(folder), project.history.problems()) == ([], 0, [])
    assert len(old(gold(project, "approved"))) == 14
    project.close()


def test_what_takes_too_long_is_left_and_stands_as_it_is(folder: Path) -> None:
    database = Database(folder / "project.db")
    migrate(database, folder / "project.db")
    old_reviews.rebuild(database, History(database), read(folder / "project.yaml"), seconds=0)
    approved = golds.standing(database, "approved", ())
    assert approved
    assert (left(folder), len(old(approved.gold)), approved.open, approved.gold.state) == (
        7,
        14,
        (),
        State.REVIEWED,
    )
    database.close()


def test_beside_a_program_that_writes_it_is_left_for_later(folder: Path) -> None:
    Database(folder / "project.db").close()
    database = Database(folder / "project.db")
    migrate(database, folder / "project.db")
    with database.transaction():
        project = Project(folder, wait=0.05)
        assert len(old(gold(project, "begun"))) == 6
        project.close()
    database.close()
    Project(folder).close()
    assert left(folder) == 0


def test_a_project_that_is_read_alone_opens_with_its_reviews_as_they_are(folder: Path) -> None:
    before = (folder / "project.db").read_bytes()
    with read_only_disk(folder):
        project = Project(folder)
        assert (bool(project.read_only), len(old(gold(project, "approved")))) == (True, 14)
        assert golds.standing(project.db, "approved", ordered_roles(project.schema)).open == ()
        project.close()
    assert (folder / "project.db").read_bytes() == before
