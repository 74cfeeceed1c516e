"""The salvage brings all that can be read of a damaged file into a new project, and names what it cannot."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from annotations.errors import UserError
from models.project import Project
from models.queries import articles as article_queries
from models.transfer import assignments, backups, checks
from models.transfer.salvage import Salvaged, salvage
from tests.making import TEXT, exported, put_articles, small_project, span
from tests.making import edit as do
from tests.models.checks.filled import filled

NOBODYS, IMPORTED = '"origin": ""', '"origin": "imported"'  # what no one signed counts as imported


def damaged(folder: Path, *statements: str) -> Path:
    with closing(sqlite3.connect(folder / "project.db")) as connection, connection:
        for sql in statements:
            connection.execute(sql)
    return folder


def saved(folder: Path) -> tuple[Salvaged, Project]:
    done = salvage(folder, folder.parent / "out")
    return done, Project(folder.parent / "out")


def test_nothing_is_lost_of_a_whole_project(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    whole = Project(folder)
    assignments.replace(whole, {"navy": ["anna"]})
    before = exported(whole).replace(NOBODYS, IMPORTED)
    whole.close()
    done, out = saved(folder)
    assert (done, exported(out), checks.check(out).faults) == (Salvaged(2, 2, []), before, [])
    assert assignments.article_ids(out, "anna") == ["navy"]
    assert (out.folder / "project.yaml").read_bytes() == (folder / "project.yaml").read_bytes()
    out.close()


@pytest.mark.parametrize(
    ("sql", "lost"),
    [
        ("DELETE FROM item WHERE annotator = 'anna'", "anna's work was damaged, and is what the log says"),
        ("UPDATE item SET body = '[' WHERE id = 'f1'", "anna's work was damaged, and is what the log says"),
        ("UPDATE item SET label = CAST(x'ff41' AS TEXT) WHERE id = 's2'", "anna's work was damaged"),
        (
            "UPDATE event SET body = '[' WHERE verb = 'put fact'",
            "not what the log says; it is what the rows say",
        ),
        ("DELETE FROM touched", "it is what the rows say"),
        ("UPDATE article_text SET text = '' WHERE article = 1", "came from the backup project-by-hand-"),
        ("DELETE FROM article_text WHERE article = 1", "came from the backup project-by-hand-"),
    ],
)
def test_the_log_rows_and_backups_stand_in_for_one_another(tmp_path: Path, sql: str, lost: str) -> None:
    folder = filled(tmp_path)
    whole = Project(folder)
    before = exported(whole).replace(NOBODYS, IMPORTED)
    backups.save(whole)
    whole.close()
    done, out = saved(damaged(folder, "PRAGMA foreign_keys = 0", sql))
    assert any(one.startswith("ferry (Ferries): ") and lost in one for one in done.lost), done.lost
    assert exported(out) == before
    out.close()


def test_what_cannot_be_read_is_named_and_the_rest_comes(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    odd = "UPDATE suggestion SET \"end\" = 999 WHERE id = 's3'"
    done, out = saved(damaged(folder, "UPDATE article_text SET text = '' WHERE article = 2", odd))
    assert done.lost == [
        "ferry (Ferries): 1 suggestions are lost.",
        "navy: the text is lost, and the article with it.",
    ]
    assert article_queries.article_ids(out) == ["ferry"]
    out.close()


def test_a_page_of_rubbish_costs_what_stands_on_it_and_no_more(tmp_path: Path) -> None:
    project = small_project(tmp_path / "p")
    put_articles(project, **{f"a{n}": f"{n} {TEXT * 40}" for n in range(60)})
    for n in range(60):
        do(project, "label", project.annotation_set(f"a{n}", "anna").having(span(0, 1)))
    project.close()
    path = project.folder / "project.db"
    content = bytearray(path.read_bytes())
    at = content.index(b"30 Maria") // 4096 * 4096
    content[at : at + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    done, out = saved(project.folder)
    assert 50 <= done.articles < 60
    assert len(done.lost) == 60 - done.articles
    assert out.annotation_set("a59", "anna").spans.keys() == {"s0-1PERSON"}
    out.close()


def test_damaged_statements_of_our_tables_are_no_hindrance(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    path = folder / "project.db"
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE event (", b"CREATX TABLE event (", 1))
    with pytest.raises((UserError, sqlite3.DatabaseError)):
        Project(folder)
    done, out = saved(folder)
    assert (done.articles, done.sets, done.lost) == (2, 2, [])
    out.close()


def test_a_broken_schema_is_said_and_labels_come_from_the_spans(tmp_path: Path) -> None:
    folder = filled(tmp_path)
    (folder / "project.yaml").write_text("labels: [", "utf-8")
    done, out = saved(folder)
    assert "The new project has the labels that its spans have." in done.lost[0]
    assert {"ORG", "GPE", "PERSON"} <= out.schema.labels.keys()
    out.close()


FOREIGN = "CREATE TABLE bookmark (n INTEGER)"
SPOILT = {
    "empty": "is empty",
    "rubbish": "this file is no database",
    "missing": "is missing",
    "foreign": "database of something else",
    "unread": "No article can be read any more",
}


@pytest.mark.parametrize("has_backup", [True, False])
@pytest.mark.parametrize("kind", SPOILT)
def test_a_file_of_which_nothing_can_be_read_is_named_with_the_newest_backup(
    tmp_path: Path, kind: str, has_backup: bool
) -> None:
    folder = filled(tmp_path)
    copy = kept(folder) if has_backup else None
    spoil(folder, kind)
    with pytest.raises(UserError, match=SPOILT[kind]) as refused:
        salvage(folder, tmp_path / "out")
    found = str(refused.value)
    assert found.startswith(f"{folder / 'project.db'}: ")
    assert (f"The newest backup is {copy};" if copy else f"no backup of it in {folder / 'backups'}") in found
    assert not (tmp_path / "out").exists()


def kept(folder: Path) -> Path:
    project = Project(folder)
    copy = backups.save(project)
    project.close()
    return copy


def spoil(folder: Path, kind: str) -> None:
    path = folder / "project.db"
    if kind == "unread":
        damaged(folder, *(f"DELETE FROM {name}" for name in ("article_text", "item", "touched", "article")))
        return
    path.unlink()
    if kind == "foreign":
        damaged(folder, FOREIGN)
    elif kind != "missing":
        path.write_bytes({"empty": b"", "rubbish": b"no database " * 900}[kind])


@pytest.mark.parametrize("version", [0, 1, 10, 99])
def test_a_file_that_says_another_version_than_its_tables_have_is_salvaged(
    tmp_path: Path, version: int
) -> None:
    folder = damaged(filled(tmp_path), f"PRAGMA user_version = {version}")
    with pytest.raises(UserError, match=r"newer version|its tables are not those of version .*--salvage OUT"):
        Project(folder)
    done, out = saved(folder)
    assert done == Salvaged(2, 2, [])
    out.close()
