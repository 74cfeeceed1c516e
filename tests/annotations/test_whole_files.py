"""Whole files and folders: all or nothing, links followed, nothing of others touched."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from pathlib import Path

import pytest

from annotations import whole_files
from annotations.errors import UserError
from annotations.stages import NOTE, STAGE, Stage, remove_abandoned
from annotations.whole_files import write_whole
from tests.killing import killed_at

posix = pytest.mark.skipif(os.name != "posix", reason="links, pipes and permissions")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def abandoned(target: Path) -> Stage:
    """A stage whose program is gone: nothing holds its note any more."""
    made = Stage(target)
    made.new.write_text("half")
    made._note.close()
    return made


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", "one\r\ntwo\n")
    assert (tmp_path / "a.txt").read_bytes() == b"one\r\ntwo\n"
    assert names(tmp_path) == ["a.txt"]


def test_what_fails_halfway_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")

    def write() -> None:
        with whole_files.writing(tmp_path / "a") as made:
            made.write_text("new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert (names(tmp_path), (tmp_path / "a").read_text()) == (["a"], "old")


@pytest.mark.parametrize("name", ["a.part", "a.old", ".factmark-notes", "a.tmp"])
def test_files_of_others_beside_it_are_untouched(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("mine")
    write_whole(tmp_path / "a", "new")
    assert (tmp_path / name).read_text() == "mine"


def test_a_folder_named_like_a_stage_stays_when_it_is_none(tmp_path: Path) -> None:
    for name, note in ((f"{STAGE}notes", ""), (f"{STAGE}copied", f"{STAGE}other\na")):
        (tmp_path / name).mkdir()
        (tmp_path / name / NOTE).write_text(note)
    write_whole(tmp_path / "a", "new")
    assert names(tmp_path) == [f"{STAGE}copied", f"{STAGE}notes", "a"]


def test_a_stage_that_a_killed_program_left_goes_with_the_next_write(tmp_path: Path) -> None:
    left = abandoned(tmp_path / "a")
    write_whole(tmp_path / "b", "new")
    assert (left.folder.exists(), names(tmp_path)) == (False, ["b"])


def test_what_a_database_left_beside_its_copy_goes_with_the_stage(tmp_path: Path) -> None:
    left = abandoned(tmp_path / "a")
    (left.folder / "new-journal").write_text("half")
    remove_abandoned(tmp_path / "a")
    assert names(tmp_path) == []


def test_a_stage_with_the_only_copy_of_a_folder_is_not_thrown_away(tmp_path: Path) -> None:
    made = Stage(tmp_path / "out")
    for name in ("old", "new"):
        (made.folder / name).mkdir()
    made.close()
    assert (made.folder / "old").is_dir()
    remove_abandoned(tmp_path / "out")
    assert names(tmp_path) == ["out"]


def test_what_somebody_put_where_a_folder_was_stays_beside_it(tmp_path: Path) -> None:
    left = abandoned(tmp_path / "out")
    (left.folder / "old").mkdir()
    (tmp_path / "out").mkdir()
    remove_abandoned(tmp_path / "out")
    assert (left.folder / "old").is_dir()


def test_a_stage_that_is_in_use_stays(tmp_path: Path) -> None:
    used = Stage(tmp_path / "a")
    write_whole(tmp_path / "a", "new")
    assert used.folder.exists()
    used.close()
    assert names(tmp_path) == ["a"]


def test_a_folder_that_was_moved_away_by_a_killed_program_is_put_back(tmp_path: Path) -> None:
    left = abandoned(tmp_path / "out")
    (left.folder / "old").mkdir()
    (left.folder / "old" / "a").write_text("old")
    remove_abandoned(tmp_path / "out")
    assert (names(tmp_path), (tmp_path / "out" / "a").read_text()) == (["out"], "old")


@posix
def test_a_link_stays_a_link_and_its_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "latest").symlink_to("there/first")
    for text in ("one", "two"):
        write_whole(tmp_path / "latest", text)
        assert (tmp_path / "latest").is_symlink()
        assert (tmp_path / "there" / "first").read_text() == text
    assert (names(tmp_path), names(tmp_path / "there")) == (["latest", "there"], ["first"])


@posix
@pytest.mark.parametrize("kind", ["pipe", "socket", "device"])
def test_what_is_no_file_is_refused(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's path is short
    place = Path("/dev/null" if kind == "device" else "x")
    if kind == "pipe":
        os.mkfifo(place)
    with socket.socket(socket.AF_UNIX) as made:
        if kind == "socket":
            made.bind(str(place))
        (tmp_path / "link").symlink_to(place)
        for path in (place, tmp_path / "link"):
            with pytest.raises(UserError, match=f"This is a {kind}, and no file"):
                write_whole(path, "x")
    assert not place.is_file()


@posix
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_permissions_of_the_users_mask(mask: int, mode: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "a", "new")
    finally:
        os.umask(before)
    assert (tmp_path / "a").stat().st_mode & 0o777 == mode


@posix
def test_a_file_keeps_the_permissions_that_somebody_gave_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "a").chmod(0o600)
    write_whole(tmp_path / "a", "new")
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o600


def test_a_new_name_is_never_one_that_is_taken(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "b").write_text("new")
    with pytest.raises(FileExistsError):
        whole_files.copy_whole(tmp_path / "b", tmp_path / "a", new=True)
    whole_files.copy_whole(tmp_path / "b", tmp_path / "c", new=True)
    assert [(tmp_path / name).read_text() for name in names(tmp_path)] == ["old", "new", "new"]


OWN = ["project.db", "project.db-wal", "project.db-shm", "project.yaml", "patterns.jsonl", "PROJECT.DB"]
OWN += ["backups", "backups/new.jsonl", "pipelines/mine/meta.json"]


@pytest.mark.parametrize("there", ["project.yaml", "project.db"])
@pytest.mark.parametrize("name", OWN)
def test_a_projects_own_files_are_no_target(name: str, there: str, tmp_path: Path) -> None:
    (tmp_path / there).write_text("x")
    with pytest.raises(UserError, match=r"belongs to the project in .* is not written over"):
        whole_files.free_target(tmp_path / name)


@posix
def test_a_link_to_a_projects_own_file_is_no_target(tmp_path: Path) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "project.db").write_text("x")
    (tmp_path / "out.jsonl").symlink_to(tmp_path / "p" / "project.db")
    (tmp_path / "q").symlink_to(tmp_path / "p")
    for path in (tmp_path / "out.jsonl", tmp_path / "q" / "project.db-wal", tmp_path / "p/../p/backups/x"):
        with pytest.raises(UserError, match="belongs to the project"):
            whole_files.free_target(path)


@pytest.mark.parametrize("name", ["out/data.jsonl", "project.json", "backups.jsonl"])
def test_other_files_in_a_project_are_targets(name: str, tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("x")
    assert whole_files.free_target(tmp_path / name) == tmp_path / name


def test_files_called_so_elsewhere_are_targets(tmp_path: Path) -> None:
    assert whole_files.free_target(tmp_path / "backups" / "project.db").name == "project.db"


@pytest.mark.skipif(not hasattr(os, "fork"), reason="fork")
@pytest.mark.parametrize("new", [False, True])
def test_a_program_killed_at_any_step_leaves_the_old_file_or_the_new_one(new: bool, tmp_path: Path) -> None:
    (tmp_path / "old").write_text("old")
    place, steps = tmp_path / ("new" if new else "old"), 1
    before = "" if new else "old"

    def write() -> None:
        with suppress(FileExistsError), whole_files.writing(place, new=new) as made:
            made.write_text("new")

    while killed_at(steps, write):
        assert (place.read_text() if place.exists() else "") in (before, "new")
        place.unlink(missing_ok=True) if new else place.write_text("old")
        steps += 1
    assert (place.read_text(), steps > 8) == ("new", True)


def test_a_stage_whose_note_was_only_begun_goes_once_it_is_old(tmp_path: Path) -> None:
    for name, said in ((".factmark-a1", ""), (".factmark-b2", ".factmark-"), (".factmark-mine", "my notes")):
        (tmp_path / name).mkdir()
        (tmp_path / name / NOTE).write_text(said)
        os.utime(tmp_path / name, (1, 1))
    write_whole(tmp_path / "out.txt", "new")
    assert names(tmp_path) == [".factmark-mine", "out.txt"]
