"""Databases of other versions: older ones are brought up behind a backup, newer ones are refused."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.sets import State
from models.project import Project
from models.queries import articles as article_queries
from models.store import backup, migrations
from tests.making import PROPOSING, TEXT, put_articles, suggested

OLD = Path(__file__).parents[2] / "projects"
MORE = "ALTER TABLE article ADD COLUMN skipped TEXT;\nCREATE TABLE later (n INTEGER);\n"


def version(folder: Path) -> int:
    with closing(sqlite3.connect(folder / "project.db")) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def later(monkeypatch: pytest.MonkeyPatch, *steps: str) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, *steps))


def test_a_new_project_is_of_todays_version_and_makes_no_backup(project: Project) -> None:
    assert version(project.folder) == len(migrations.MIGRATIONS)
    assert not (project.folder / "backups").exists()


def test_a_database_of_a_newer_version_is_refused_with_a_sentence(project: Project) -> None:
    project.db.run("PRAGMA user_version = 99")
    project.close()
    with pytest.raises(
        UserError,
        match=rf"newer version of Factmark \(database 99, this one knows {len(migrations.MIGRATIONS)}\). Update",
    ):
        Project(project.folder)
    assert version(project.folder) == 99


def test_a_step_keeps_the_work_and_makes_a_backup_first(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_articles(project, a=TEXT)
    project.close()
    before = version(project.folder)
    later(monkeypatch, MORE, "CREATE TABLE last (n INTEGER)")
    again = Project(project.folder)
    assert again.article("a").text == TEXT
    assert version(project.folder) == before + 2
    (copy,) = (project.folder / "backups").glob(f"project-before-migration-{before + 1}-*.db")
    assert backup.problems(copy) == []
    again.close()


def test_a_step_that_fails_leaves_the_database_of_the_step_before(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_articles(project, a=TEXT)
    project.close()
    before = version(project.folder)
    later(monkeypatch, MORE + "CREATE TABLE article (n INTEGER);\n")
    with pytest.raises(UserError, match="already exists"):
        Project(project.folder)
    assert version(project.folder) == before
    monkeypatch.undo()
    again = Project(project.folder)
    assert again.article("a").text == TEXT
    assert again.db.row("SELECT count(*) FROM sqlite_master WHERE name = 'later'") == (0,)
    again.close()


def test_a_migrated_project_is_not_migrated_again(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.close()
    later(monkeypatch, MORE)
    for _ in range(2):
        Project(project.folder).close()
    assert len(list((project.folder / "backups").iterdir())) == 1


def test_what_is_to_be_counted_again_gets_the_least_score_of_its_pool(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_articles(project, a=TEXT)
    project.set_pools([("a", [suggested(0, 10, score=0.7), suggested(28, 32, "GPE", score=0.2)])], by="rules")
    project.db.run("INSERT INTO tally (article, annotator) SELECT number, 'anna' FROM article")
    project.close()
    update = migrations.MIGRATIONS[4].split(";\n")[-2]
    later(monkeypatch, f"{update};\n")
    again = Project(project.folder)
    assert again.db.row("SELECT lowest FROM tally") == (0.2,)
    again.close()


@pytest.mark.parametrize("name", sorted(path.name for path in OLD.iterdir()))
def test_every_old_project_opens_whole(tmp_path: Path, name: str) -> None:
    (tmp_path / "project.db").write_bytes(gzip.decompress((OLD / name / "project.db.gz").read_bytes()))
    shutil.copyfile(OLD / name / "project.yaml", tmp_path / "project.yaml")
    project = Project(tmp_path)
    anna = project.annotation_set("ferry", "anna")
    assert (anna.state, len(anna.spans), len(anna.facts), len(anna.comments)) == (State.DONE, 2, 1, 1)
    assert [s.id for s in project.sheet("ferry", "anna").undecided] == ["s3"]
    assert "s3" in [found.item.id for found in project.learning.doubtful("bob", 9)]
    assert backup.problems(tmp_path / "project.db") + project.history.problems() == []
    assert article_queries.without_facts(project, PROPOSING) == ["ferry"]
    assert project.undo("anna").verb == "finish"
    project.close()
