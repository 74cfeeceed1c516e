"""The list of backups: what is in each, and what restoring it would change."""

from __future__ import annotations

from pathlib import Path

from models.project import Project
from models.transfer import backup_list, backups
from tests.making import edit, put_articles, span

NOTHING = "No article and no edit would change."


def listed(folder: Path) -> list[backup_list.Backup]:
    return list(backup_list.backups(folder))


def test_a_backup_is_listed_with_what_is_in_it(project: Project) -> None:
    put_articles(project, a="Oslo waits.", b="Another.")
    edit(project, "label", project.annotation_set("a", "anna").having(span(0, 4)))
    path = backups.save(project)
    [one] = listed(project.folder)
    assert (one.path, one.reason, one.size, one.change) == (path, "by hand", path.stat().st_size, NOTHING)
    assert {name: one.counts[name] for name in ("articles", "spans", "facts")} == {
        "articles": 2,
        "spans": 1,
        "facts": 0,
    }


def test_what_would_go_and_come_back_is_said(project: Project) -> None:
    put_articles(project, a="Oslo waits.", b="Another.")
    backups.save(project)
    edit(project, "label", project.annotation_set("a", "anna").having(span(0, 4)))
    edit(project, "label", project.annotation_set("a", "bob").having(span(0, 4)))
    project.describe("a", title="Renamed", meta={})
    project.remove_article("b")
    put_articles(project, c="Third.")
    said = listed(project.folder)[-1].change
    assert "1 article (“c”) and 2 edits (anna 1, bob 1) would go." in said
    assert "1 article (“b”) would come back." in said
    assert "1 article would have the title or metadata of then." in said


def test_the_newest_stand_first(project: Project) -> None:
    made = [backups.save(project) for _ in range(3)]
    assert [one.path for one in listed(project.folder)] == made[::-1] == backup_list.names(project.folder)


def test_backups_are_listed_where_the_database_is_gone_or_none(project: Project) -> None:
    put_articles(project, a="Oslo waits.")
    backups.save(project)
    project.close()
    (project.folder / "project.db").write_bytes(b"rubbish" * 1000)
    assert "cannot be compared" in listed(project.folder)[0].change
    (project.folder / "project.db").unlink()
    [one] = listed(project.folder)
    assert (one.counts["articles"], "no database now" in one.change) == (1, True)


def test_a_copy_that_cannot_be_read_is_listed_with_the_reason(project: Project) -> None:
    backups.save(project).write_bytes(b"rubbish" * 1000)
    [one] = listed(project.folder)
    assert (one.counts, "cannot be read" in one.change) == ({}, True)


def test_a_look_at_the_list_leaves_no_file_behind(project: Project) -> None:
    backups.save(project)
    project.close()
    before = sorted(project.folder.rglob("*"))
    assert listed(project.folder)
    assert sorted(project.folder.rglob("*")) == before
