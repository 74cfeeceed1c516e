"""The folder of the demo: made anew where everything in it is what an earlier demo wrote there, unchanged.

The note names every file with its hash; without that nobody can tell what is the demo's.
"""

from __future__ import annotations

import json
from pathlib import Path

from annotations import whole_files
from annotations.errors import UserError
from annotations.formats.writing.earlier import file_hash, look

NOTE = "made-by-factmark-demo"
OTHER = "name another folder with --out"
FOLDER = ""  # what stands for the hash of an empty folder
LARGEST = 2**20  # bytes of a note


def make_room(out: Path) -> None:
    """Remove what an earlier demo made.  UserError when anything else is there, or was changed since."""
    there = look(out) if out.exists() else {}
    if there:
        _require_unchanged(out, list(there))
    folders = {parent for name in there for parent in (out / name).parents if out in parent.parents}
    for name in sorted(there, key=NOTE.__eq__):  # the note last: until then it says whose the rest is
        path = out / name
        path.rmdir() if path.is_dir() else path.unlink()
    for folder in sorted(folders, reverse=True):
        folder.rmdir()
    out.mkdir(parents=True, exist_ok=True)


def note(out: Path, made: tuple[str, ...]) -> None:
    """Note every file of what was made, with its hash."""
    names = [name for name in look(out) if name.split("/")[0] in made]
    hashes = {name: _hash(out / name) for name in names}
    whole_files.write_whole(out / NOTE, json.dumps(hashes, indent=1) + "\n")


def _require_unchanged(out: Path, there: list[str]) -> None:
    if NOTE not in there:
        first = there[0].split("/")[0]
        said = f"{first} is there already, and no demo made it that came to its end"
        raise UserError(f"{said}; {OTHER}, or remove it.", where=out)
    noted = _noted(out / NOTE)
    if noted is None:
        said = f"{NOTE} does not say which files the demo made, so that it cannot be told what is yours"
        raise UserError(f"{said}; {OTHER}, or remove the folder.", where=out)
    for name in there:
        if name == NOTE:
            continue
        if name not in noted:
            raise UserError(f"{name} in it was made by no demo; move it away, or {OTHER}.", where=out)
        if _hash(out / name) != noted[name]:
            raise UserError(f"{name} in it was changed since the demo made it; {OTHER}.", where=out)


def _noted(path: Path) -> dict[str, str] | None:
    """Return the hashes in the note; None when it has none, as that of an older version."""
    if path.is_symlink() or not path.is_file() or path.stat().st_size > LARGEST:
        return None
    try:
        found = json.loads(path.read_text("utf-8"))
    except (ValueError, RecursionError):
        return None
    is_note = isinstance(found, dict) and all(isinstance(hash_, str) for hash_ in found.values())
    return found if is_note else None


def _hash(path: Path) -> str | None:
    """Return the hash of a file; None of a link or a device, which no demo makes."""
    if path.is_symlink():
        return None
    if path.is_dir():
        return FOLDER
    return file_hash(path) if path.is_file() else None
