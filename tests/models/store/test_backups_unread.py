"""Backups that may not be read: it is said, and never that there are none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.errors import UserError
from models.project import Project
from models.store import backup
from models.transfer import backup_list
from tests.making import TEXT, put_articles, small_project
from tests.unprivileged import as_another, open_folder, share

NOT_SEEN = {
    "not listed": (0o311, "but the folder backups cannot be read: you have no right to read it"),
    "not looked into": (0o644, "but the folder backups cannot be read: you have no right to read it"),
}


@pytest.fixture
def copy() -> Iterator[Path]:
    """A backup of a project that everybody can read, whose database is missing."""
    with open_folder() as place:
        project = small_project(place / "p")
        put_articles(project, a=TEXT)
        made = backup.save(project.db, project.folder)
        project.close()
        (project.folder / "project.db").unlink()
        share(place, files=0o644, folders=0o755)
        yield made


def why_not_opened(folder: Path) -> str:
    with pytest.raises(UserError) as refused:
        Project(folder)
    return str(refused.value)


def why_not_listed(folder: Path) -> str:
    with pytest.raises(UserError) as refused:
        list(backup_list.backups(folder))
    return str(refused.value)


@pytest.mark.parametrize("how", NOT_SEEN)
def test_a_folder_of_backups_that_may_not_be_read_is_said_to_be_so(copy: Path, how: str) -> None:
    folder, (rights, said) = copy.parents[1], NOT_SEEN[how]
    copy.parent.chmod(rights)
    opening, listing, names = as_another(
        lambda: (why_not_opened(folder), why_not_listed(folder), backup_list.names(folder))
    )
    assert f"There may be backups of it in {copy.parent}, {said}." in opening
    assert f"There may be backups of this project, {said}." in listing
    assert ("There is no backup" in opening, names) == (False, [])


def test_a_backup_that_may_not_be_read_is_named(copy: Path) -> None:
    copy.chmod(0o600)
    folder = copy.parents[1]
    opening, [listed] = as_another(lambda: (why_not_opened(folder), list(backup_list.backups(folder))))
    assert (
        f"There may be backups of it in {copy.parent}, but you have no right to read {copy.name}" in opening
    )
    assert listed.change == "This copy cannot be read: you have no right to read it."


def test_a_newer_backup_that_may_not_be_read_is_named_beside_the_one_that_may(copy: Path) -> None:
    newer = copy.with_name("project-by-hand-29991231-235959.db")
    newer.write_bytes(copy.read_bytes())
    newer.chmod(0o600)
    said = as_another(lambda: why_not_opened(copy.parents[1]))
    assert f"The newest backup is {copy};" in said
    assert f"There may be a newer one: you have no right to read {newer.name}." in said
