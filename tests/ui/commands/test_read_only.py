"""Every command on a project that cannot be written: those that read do all they do, those that write say why they cannot."""

from __future__ import annotations

import io
import re
import shutil
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from annotations.sets import AnnotationSet, Progress, State
from tests.making import TEXT, edit, put_articles, small_project, span
from tests.ui.commands.commands import run
from tests.unprivileged import as_another, open_folder, read_only_disk, share

READING = {
    "check": (),
    "lint": (),
    "search": ("label:PERSON", "--out", "{out}/a.csv", "--sort", "left"),
    "facts": (),
    "agreement": ("anna", "ben"),
    "backups": (),
    "export": ("{out}/a.jsonl", "--format", "jsonl", "--articles", "all", "--split", "80/20"),
    "export folder": ("{out}/brat", "--format", "brat", "--articles", "all"),
    "pack": ("{out}/a.fm", "--annotator", "anna"),
    "check --salvage": ("{out}/saved",),
    "suggest --shard": ("1/2", "--out", "{out}/part.jsonl"),
}
REFUSED = {
    "import": ("{out}/more.txt",),
    "suggest": ("--again",),
    "merge": ("{out}/in.fm",),
    "assign": ("anna", "ben"),
    "review": ("--majority", "2"),
    "recheck": ("--draw", "1"),
    "check --repair": (),
}
UNWRITTEN = {"backup": (), "restore": ("{backup}",)}
SAID = "This project is open for reading alone, since {why}. Copy its folder to change it."
NO_RIGHT, NO_DISK = "you have no right to write to project.db", "the disk is read-only"


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody can write in, with a project that only its owner can, and what commands take."""
    with open_folder() as place:
        project = small_project(place / "p")
        put_articles(project, a=TEXT, b="The Navy left.")
        for who, end in (("anna", 10), ("ben", 5)):
            done = Progress(State.DONE)
            edit(project, "label", AnnotationSet.of("a", who, [span(0, end), done]))
        project.close()
        assert run("backup", place / "p") == 0
        assert run("pack", place / "p", place / "in.fm", "--annotator", "anna") == 0
        (place / "more.txt").write_text("Oslo waits.", "utf-8")
        share(place / "p", files=0o644, folders=0o755)
        yield place


def told(place: Path, command: str, words: tuple[str, ...]) -> tuple[int, str, str]:
    """Exit code, and what the command said on both streams."""
    (copy,) = (place / "p" / "backups").glob("*.db")
    name, *options = command.removesuffix(" folder").split(" ")
    filled = [word.format(out=place, backup=copy) for word in words]
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        code = run(name, place / "p", *options, *filled)
    return code, out.getvalue(), err.getvalue()


def before_and_after(
    place: Path, command: str, words: tuple[str, ...], *, disk: bool
) -> tuple[int, str, str]:
    """What came of the command by another user, or on a read-only disk; the project is as it was."""
    project = place / "p"

    def files() -> dict[str, tuple[int, int, bytes]]:
        found = (path for path in project.rglob("*") if path.is_file())
        return {
            str(path): (path.stat().st_mode, path.stat().st_mtime_ns, path.read_bytes()) for path in found
        }

    before = files()
    if disk:
        with read_only_disk(project):
            found = told(place, command, words)
    else:
        load(place, command, words)
        found = as_another(lambda: told(place, command, words))
    assert files() == before
    return found


def load(place: Path, command: str, words: tuple[str, ...]) -> None:
    """Do it on a copy, so that all libraries are loaded: the other user may have no right to read them."""
    copy = place / "copy"
    shutil.copytree(place / "p", copy / "p")
    for name in ("in.fm", "more.txt"):
        shutil.copyfile(place / name, copy / name)
    told(copy, command, words)


@pytest.mark.parametrize("disk", [False, True], ids=["another user", "read-only disk"])
@pytest.mark.parametrize("command", READING)
def test_what_reads_does_all_it_does(place: Path, command: str, disk: bool) -> None:
    words = READING[command]
    code, out, err = before_and_after(place, command, words, disk=disk)
    assert (code, err) == (0, "")
    assert out
    if words and words[0].startswith("{out}"):
        made = Path(words[0].format(out=place))
        assert list(place.glob(f"{made.stem}*"))


@pytest.mark.parametrize("disk", [False, True], ids=["another user", "read-only disk"])
@pytest.mark.parametrize("command", REFUSED)
def test_what_writes_is_refused_before_it_begins(place: Path, command: str, disk: bool) -> None:
    code, out, err = before_and_after(place, command, REFUSED[command], disk=disk)
    why = SAID.format(why=NO_DISK if disk else NO_RIGHT)
    assert (code, out, err) == (1, "", f"factmark: {place / 'p'}: {why}\n")


@pytest.mark.parametrize("disk", [False, True], ids=["another user", "read-only disk"])
@pytest.mark.parametrize("command", UNWRITTEN)
def test_a_backup_names_the_cause(place: Path, command: str, disk: bool) -> None:
    code, out, err = before_and_after(place, command, UNWRITTEN[command], disk=disk)
    assert (code, out) == (1, "")
    assert re.search(
        NO_DISK if disk else "you have no right to write (there|in its folder|to project.db)", err
    )


def test_a_check_says_what_it_could_not_compare(place: Path) -> None:
    _, out, _ = before_and_after(place, "check", (), disk=False)
    assert "The project is whole." in out
    assert "The full-text index was not compared: This project is open for reading alone" in out


def test_the_next_export_knows_of_those_that_were_remembered_alone(place: Path) -> None:
    _, out, _ = before_and_after(place, "export", READING["export"], disk=False)
    assert f"The project does not remember this export, since {NO_RIGHT}." in out
