"""A project that cannot be written is read: with a log that was not folded in, of an old version, beside who writes."""

from __future__ import annotations

import gzip
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from annotations.errors import ReadOnly, UserError
from annotations.sets import AnnotationSet
from models.project import Project
from models.queries import filters
from models.queries.filters import Filter
from models.store.migrations import MIGRATIONS, version_of
from models.transfer import checks
from tests.killing import killed_at
from tests.making import SMALL, TEXT, edit, exported, put_articles, small_project, span, suggested
from tests.unprivileged import as_another, open_folder, read_only_disk, share

OLD = Path(__file__).parents[2] / "projects"
SET = AnnotationSet.of("a", "anna", [span(0, 10)])
READABLE = {"files": 0o644, "folders": 0o755}
NO_RIGHT = "you have no right to write"


@pytest.fixture
def folder() -> Iterator[Path]:
    """A project that every user can reach, with one article and a span of anna's."""
    with open_folder() as place:
        project = small_project(place / "p")
        put_articles(project, a=TEXT)
        project.set_pools([("a", [suggested(24, 28)])], by="rules")
        edit(project, "label", SET)
        project.close()
        share(place, **READABLE)
        yield place / "p"


def looked(folder: Path) -> tuple[str, str, list[str]]:
    """Why the project is read only, its content, and the articles with something undecided; each kind of edit is refused."""
    project = Project(folder)
    try:
        undecided = list(filters.show(project, Filter(undecided=True), "anna"))
        for change in changes(project):
            with pytest.raises(
                ReadOnly, match=r"open for reading alone, since .* Copy its folder to change it"
            ):
                change()
        return project.read_only, exported(project), undecided
    finally:
        project.close()


def changes(project: Project) -> list[Callable[[], object]]:
    return [
        lambda: edit(project, "label", AnnotationSet.of("a", "anna", [span(15, 23)])),
        lambda: project.undo("anna"),
        lambda: project.redo("anna"),
        lambda: project.set_schema(SMALL),
        lambda: project.describe("a", title="b", meta={}),
        lambda: project.remove_article("a"),
        lambda: project.arrivals(by="anna"),
        lambda: project.add_labels(["NEW"]),
        lambda: checks.repair(project),
    ]


def files(folder: Path) -> dict[str, tuple[int, int, int]]:
    found = ((path, path.stat()) for path in folder.rglob("*"))
    return {str(path): (stat.st_mode, stat.st_size, stat.st_mtime_ns) for path, stat in found}


def left_log(folder: Path) -> None:
    """Write an edit that stays in the log, and lose what else SQLite keeps beside the file."""

    def work() -> None:
        project = Project(folder)
        edit(project, "label", AnnotationSet.of("a", "anna", [*SET, span(15, 23, "ORG")]))
        os._exit(9)

    assert killed_at(10**9, work)
    assert (folder / "project.db-wal").stat().st_size
    (folder / "project.db-shm").unlink()


RIGHTS = {"all": (0o644, 0o755), "the file": (0o644, 0o777), "the folder": (0o666, 0o755)}


@pytest.mark.parametrize("has_log", [False, True])
@pytest.mark.parametrize("what", RIGHTS)
def test_what_may_not_be_written_is_read_and_nothing_is_made_beside_it(
    folder: Path, what: str, has_log: bool
) -> None:
    if has_log:
        left_log(folder)
    project, (of_file, of_folder) = Project(shutil.copytree(folder, folder / "copy")), RIGHTS[what]
    wanted = exported(project)
    project.close()
    share(folder, files=of_file, folders=of_folder)
    before = files(folder)
    why, content, undecided = as_another(lambda: looked(folder))
    assert NO_RIGHT in why
    assert (content, undecided) == (wanted, ["a"])
    assert files(folder) == before


def test_a_log_that_was_left_is_read_from_a_copy_that_goes(folder: Path) -> None:
    left_log(folder)
    share(folder, **READABLE)

    def look() -> tuple[list[str], int, list[str]]:
        project = Project(folder)
        found = sorted(labels(project))
        copy = Path(project.db.row("PRAGMA database_list")[2])
        rights = copy.stat().st_mode & 0o077 | copy.parent.stat().st_mode & 0o077
        project.close()
        return found, rights, [str(path) for path in [copy.parent] if path.exists()]

    assert as_another(look) == (["ORG", "PERSON"], 0, [])


@contextmanager
def writer(folder: Path, go: Path, *, is_there_before: bool) -> Iterator[None]:
    """A process that labels the Navy once `go` is there, and has the project open before, or only then."""

    def work() -> None:
        project = Project(folder) if is_there_before else None
        go.with_name("ready").touch()
        wait(go.exists)
        project = project or Project(folder)
        edit(project, "label", AnnotationSet.of("a", "anna", [*SET, span(15, 23, "ORG")]))
        wait(go.with_name("seen").exists)

    if not (pid := os.fork()):
        try:
            work()
        finally:
            os._exit(0)
    try:
        wait(go.with_name("ready").exists)
        yield
    finally:
        go.with_name("seen").touch()
        os.waitpid(pid, 0)


def wait(until: Callable[[], bool]) -> None:
    for _ in range(1000):
        if until():
            return
        time.sleep(0.01)
    raise AssertionError("It was waited for in vain.")


@pytest.mark.parametrize("is_there_before", [True, False])
def test_what_others_write_is_seen_while_it_is_read(folder: Path, is_there_before: bool) -> None:
    go = folder.parent / "go"
    folder.parent.chmod(0o777)

    def look() -> tuple[bool, list[str], list[str]]:
        project = Project(folder)
        version = project.version()
        undecided = list(filters.show(project, Filter(undecided=True), "anna"))
        go.touch()
        wait(lambda: project.version() != version and "ORG" in labels(project))
        return bool(project.read_only), undecided, sorted(labels(project))

    with writer(folder, go, is_there_before=is_there_before):
        assert as_another(look) == (True, ["a"], ["ORG", "PERSON"])


def labels(project: Project) -> list[str]:
    return [one.label for one in project.annotation_set("a", "anna").spans.values()]


@pytest.mark.parametrize("version", ["v1", "v8"])
def test_an_old_database_is_read_from_a_copy_that_is_brought_up(folder: Path, version: str) -> None:
    old = folder / "old"
    shutil.copytree(OLD / version, old)
    (old / "project.db").write_bytes(gzip.decompress((old / "project.db.gz").read_bytes()))
    share(folder, **READABLE)
    before = files(folder)

    def look() -> tuple[int, bool, int]:
        project = Project(old)
        try:
            count = filters.count(project)
            return version_of(project.db), bool(project.read_only), count
        finally:
            project.close()

    number, is_read_only, count = as_another(look)
    assert (number, is_read_only) == (len(MIGRATIONS), True)
    assert count
    assert files(folder) == before


def test_a_read_only_disk_is_named_and_read_also_by_root(folder: Path) -> None:
    wanted = exported_of(folder)
    with read_only_disk(folder):
        why, content, undecided = looked(folder)
    assert (why, content, undecided) == ("the disk is read-only", wanted, ["a"])


def test_a_log_on_a_read_only_disk_is_read_too(folder: Path) -> None:
    left_log(folder)
    with read_only_disk(folder):
        assert '"ORG"' in looked(folder)[1]
    assert '"ORG"' in exported_of(folder)


def exported_of(folder: Path) -> str:
    project = Project(folder)
    try:
        return exported(project)
    finally:
        project.close()


UNREADABLE = {
    "project.db": "p/project.db: The project's database cannot be opened: you have no right to read it.",
    "project.yaml": "p/project.yaml: The schema cannot be read: you have no right to read it.",
    ".": "p: The project cannot be opened: you have no right to read it.",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_may_not_be_read_is_told(folder: Path, name: str) -> None:
    (folder / name).chmod(0)

    def look() -> str:
        with pytest.raises(UserError) as found:
            Project(folder)
        return str(found.value)

    assert as_another(look) == f"{folder.parent}/{UNREADABLE[name]}"
