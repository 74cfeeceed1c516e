"""Work done where nothing may be written: as another user, since root may write anywhere, or on a read-only disk."""

from __future__ import annotations

import os
import pickle
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

Made = TypeVar("Made")
NOBODY = 65534
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@contextmanager
def open_folder() -> Iterator[Path]:
    """Give a temporary folder that every user can reach and write in."""
    folder = Path(tempfile.mkdtemp(prefix="factmark-test-", dir="/tmp"))
    folder.chmod(0o777)
    try:
        yield folder
    finally:
        subprocess.run(["chmod", "-R", "u+rwX", str(folder)], check=False)
        shutil.rmtree(folder)


def share(folder: Path, *, files: int = 0o666, folders: int = 0o777) -> None:
    """Give everybody those rights to the folder and all in it."""
    for path in sorted([folder, *folder.rglob("*")], reverse=True):
        path.chmod(folders if path.is_dir() else files)


def give(folder: Path) -> None:
    """Make the other user the owner of the folder and of all in it."""
    if IS_ROOT:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


def as_another(work: Callable[[], Made]) -> Made:
    """Do the work in a process of another user, where this is root's, and return what it returned.

    An error there is one here, with its traceback.  Settings are that user's own.
    """
    if not hasattr(os, "fork"):
        pytest.skip("There are no other users to be here.")
    with open_folder() as settings:
        reading, writing = os.pipe()
        if not (pid := os.fork()):
            os.close(reading)
            _do(work, settings, writing)
        os.close(writing)
        with os.fdopen(reading, "rb") as file:
            said = file.read()
        os.waitpid(pid, 0)
    done, made = pickle.loads(said)
    assert done, made
    return made  # type: ignore[no-any-return]


@contextmanager
def being_another() -> Iterator[None]:
    """Be the other user for a while in this process, as a window must, which no process takes along when it forks."""
    if not IS_ROOT:
        yield
        return
    groups = os.getgroups()
    os.setgroups([])
    os.setegid(NOBODY)
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
        os.setegid(0)
        os.setgroups(groups)


def _do(work: Callable[[], object], settings: Path, writing: int) -> None:
    said = pickle.dumps((False, "nothing was told"))
    try:
        _become_another(settings)
        said = pickle.dumps((True, work()))
    except BaseException:  # noqa: BLE001 - the other process tells of whatever went wrong
        said = pickle.dumps((False, traceback.format_exc()))
    finally:
        with os.fdopen(writing, "wb") as file:
            file.write(said)
        sys.stdout.flush()
        os._exit(0)


def _become_another(settings: Path) -> None:
    """Be the user nobody from here on, where this process is root's."""
    os.environ |= {"FACTMARK_CONFIG": str(settings), "HOME": str(settings), "TMPDIR": "/tmp"}
    tempfile.tempdir = None
    if IS_ROOT:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


@contextmanager
def read_only_disk(folder: Path) -> Iterator[None]:
    """Have the folder be on a disk that cannot be written, for everybody; skip where none can be mounted."""
    bind = ["mount", "--bind", str(folder), str(folder)]
    if (
        not IS_ROOT
        or not shutil.which("mount")
        or subprocess.run(bind, capture_output=True, check=False).returncode
    ):
        pytest.skip("No disk can be mounted here, so none is read-only.")
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], check=True)
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
