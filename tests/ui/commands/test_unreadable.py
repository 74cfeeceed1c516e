"""Files and folders that an import may not read or that are none: each is a problem, and the others come in."""

from __future__ import annotations

import os
import shutil
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from tests.ui.commands.commands import run
from tests.unprivileged import as_another, give, open_folder

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights, pipes and links")
DENIED = "you have no right to read it"


def test_what_cannot_be_read_is_named_and_the_rest_comes_in() -> None:
    with open_folder() as folder:
        for name in ("a.txt", "no.txt", "in/b.txt", "in/locked/c.txt"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(f"Oslo {name}.")
        imported(folder / "in", "b.txt")  # modules and schemas may be root's alone: they are loaded by now
        shutil.rmtree(folder / "in" / "p")
        run("new", folder / "p", "--schema", "blank")
        give(folder)
        (folder / "no.txt").chmod(0)
        (folder / "in" / "locked").chmod(0)
        told = as_another(lambda: imported(folder, "a.txt", "no.txt", "in", "in/locked/c.txt"))
    assert told == (
        1,
        "2 articles added.",
        [
            f"factmark: {folder}/no.txt: The file cannot be read: {DENIED}.",
            f"factmark: {folder}/in/locked: This folder cannot be read, so nothing in it was imported: {DENIED}.",
            f"factmark: {folder}/in/locked/c.txt: The file cannot be read: {DENIED}.",
        ],
    )


def test_pipes_and_links_that_lead_nowhere_are_called_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Oslo.")
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    named = imported(tmp_path, "loop.txt", "gone.txt", "pipe.txt", "a.txt", "none.txt")[2]
    assert [line.rpartition(": ")[2][:16] for line in named] == [
        "This link leads ",
        "This link leads ",
        "This is no file ",
        "There is no such",
    ]
    assert imported(tmp_path, ".")[0] == 1


def imported(folder: Path, *names: str) -> tuple[int, str, list[str]]:
    """Import them; the exit code, the first line of what was said, and the problems."""
    if not (folder / "p").exists():
        run("new", folder / "p", "--schema", "blank")
    with redirect_stdout(StringIO()) as said, redirect_stderr(StringIO()) as problems:
        code = run("import", folder / "p", *(folder / name for name in names))
    return code, said.getvalue().partition("\n")[0], problems.getvalue().splitlines()
