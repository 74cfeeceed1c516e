"""An earlier export: ours is what its manifest names with its hash, and nothing else."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotations.errors import UserError
from annotations.files.there import is_file

MANIFEST = "manifest.json"
LARGEST = 256 * 2**20  # bytes of a manifest
ALL_FILES = "*"  # what stands for the files of an export by an older version, where they were many
OTHER = "or name a folder that is not there yet"
Files = Mapping[str, Mapping[str, Any]]  # sha256 and bytes by the file's name
Look = dict[str, tuple[int, int, int]]  # size, time and number by the file's name


def named(manifest: Path) -> Files | None:
    """Return the files that the manifest names; None when no export wrote it."""
    try:
        if manifest.stat().st_size > LARGEST:
            return None
        said = json.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(said, dict) or not {"made", "project", "format", "schema_hash"} <= said.keys():
        return None
    files = said.get("files"), said.get("earlier", {})
    if not all(isinstance(part, dict) and all(map(_is_entry, part.values())) for part in files):
        return None
    return {**said.get("earlier", {}), **said["files"]}


def is_in(path: Path, entry: Mapping[str, Any] | None) -> bool:
    """Return True when the file is still what the manifest's entry says of it."""
    return entry is not None and path.stat().st_size == entry["bytes"] and file_hash(path) == entry["sha256"]


def check_folder(folder: Path) -> Look:
    """Return how an earlier export lies in the folder.  UserError when anything in it is not what that export wrote."""
    found = look(folder)
    if not found:
        return found
    files = named(folder / MANIFEST)
    if files is None:
        first = next(iter(found))
        raise UserError(f"Something else is there ({first}); {OTHER.removeprefix('or ')}.", where=folder)
    if ALL_FILES in files:
        said = "An older version made this export, and its manifest does not name every file"
        raise UserError(f"{said}; delete the folder, {OTHER}.", where=folder)
    for name in found.keys() - {MANIFEST}:
        if name not in files:
            raise UserError(f"{name} in it is of no export of ours; move it away, {OTHER}.", where=folder)
        path = folder / name
        if path.is_symlink() or not is_file(path) or not is_in(path, files[name]):
            raise UserError(
                f"{name} in it was changed since it was exported; move it away, {OTHER}.", where=folder
            )
    return found


def look(folder: Path) -> Look:
    """Return all that lies in the folder and below; of folders only empty ones and those that links lead to."""
    found: Look = {}
    for place, folders, names in os.walk(folder, onerror=not_read):
        folders.sort()
        at = Path(place)
        links = [name for name in folders if (at / name).is_symlink()]
        for path in (*(at / name for name in sorted([*names, *links])), *([] if names or folders else [at])):
            if path != folder:
                about = path.lstat()
                name = path.relative_to(folder).as_posix()
                found[name] = (about.st_size, about.st_mtime_ns, about.st_ino)
    return found


def not_read(error: OSError) -> None:
    """Raise the error of a folder that could not be read, which `os.walk` would take for an empty one."""
    raise error


def file_hash(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _is_entry(value: object) -> bool:
    return (
        isinstance(value, dict) and isinstance(value.get("sha256"), str) and type(value.get("bytes")) is int
    )
