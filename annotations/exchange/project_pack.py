"""A packed project: schema, lists and database in one file, of which another person makes a project.

`manifest.json` comes first and says what is in it.  Backups stay where they are, and so do pipelines: these may run
code.  Packs are hostile: names and sizes are bounded before anything is unpacked, and sums are compared after.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import Any

from annotations.errors import UserError, unread
from annotations.exchange import manifests
from annotations.exchange.manifests import MANIFEST, UNREADABLE
from annotations.exchange.package import DATED
from annotations.json_fields import BadItem
from annotations.private_files import private_file
from annotations.processes.quick_dataclass import dataclass

FORMAT, VERSION = manifests.PROJECT, 1
SCHEMA, DATABASE = "project.yaml", "project.db"
LISTS = ("patterns.jsonl", "searches.yaml")  # that a project may have
LARGEST = {MANIFEST: manifests.LARGEST, SCHEMA: 2**26, **dict.fromkeys(LISTS, 2**28), DATABASE: 2**37}
SMALL = 2**28  # bytes that may have any ratio
BLOCK = 2**20  # bytes that are unpacked at a time
TEXTS = 200  # hashes of texts by which a project is known
WHOLE = "it is damaged or was cut short; ask for it again"


@dataclass(frozen=True)
class PackedProject:
    """The manifest of a packed project: name and hash of the schema, what is in it, and hashes of its first texts."""

    project: str
    schema: str
    articles: int
    annotators: tuple[str, ...]
    texts: tuple[str, ...]


def write(made: Path, packed: PackedProject, folder: Path) -> None:
    """Write a pack of what lies in the folder.  OSError when it cannot be written."""
    names = [name for name in (SCHEMA, *LISTS, DATABASE) if (folder / name).is_file()]
    said = {
        "format": FORMAT,
        "version": VERSION,
        **vars(packed),
        "sha256": {name: _sum(folder / name) for name in names},
    }
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        entry = zipfile.ZipInfo(MANIFEST, DATED)
        entry.compress_type = zipfile.ZIP_DEFLATED
        package.writestr(entry, json.dumps(said, indent=1, sort_keys=True))
        for name in names:
            entry = zipfile.ZipInfo(name, DATED)
            entry.compress_type, entry.file_size = zipfile.ZIP_DEFLATED, (folder / name).stat().st_size
            with (folder / name).open("rb") as source, package.open(entry, "w") as target:
                while block := source.read(BLOCK):
                    target.write(block)


def read(path: Path) -> PackedProject:
    """Return what the pack says of itself.  UserError when it is refused; only `unpack` looks at all of it."""
    with _opened(path) as package:
        return _manifest(package)[0]


def unpack(path: Path, folder: Path) -> None:
    """Unpack it into the folder, which is empty.

    UserError when it is refused, or there is no room for it; what was unpacked until then is left to the caller.
    """
    with _opened(path) as package:
        _, sums = _manifest(package)
        for entry in package.infolist():
            if entry.filename != MANIFEST:
                _unpack(package, entry, folder / entry.filename)
                if _sum(folder / entry.filename) != sums.get(entry.filename):
                    raise refused(path, WHOLE)


def _unpack(package: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
    left = entry.file_size
    with package.open(entry) as source, private_file(target).open("wb") as file:
        while block := source.read(BLOCK):
            left -= len(block)
            if left < 0:
                raise zipfile.BadZipFile
            file.write(block)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Hold the zip open, its ends and entries checked; whatever it trips over is a UserError."""
    try:
        manifests.check_directory(path)
        with zipfile.ZipFile(path) as package:
            _check_entries(package.infolist())
            yield package
    except OSError as error:
        raise refused(path, unread(error)) from error
    except BadItem as error:
        raise refused(path, str(error)) from error
    except manifests.DAMAGED as error:
        raise refused(path, WHOLE) from error


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Raise BadItem unless these are the entries of a pack, each once, of a size to be unpacked."""
    names = [entry.filename for entry in entries]
    if strange := next((name for name in sorted(names) if name not in LARGEST), ""):
        raise BadItem(f"there is {strange[:60]!r} in it")
    if len(set(names)) < len(names) or not {MANIFEST, SCHEMA, DATABASE} <= set(names):
        raise BadItem("this is no packed project")
    manifests.check_sizes(entries, LARGEST, SMALL)


def _manifest(package: zipfile.ZipFile) -> tuple[PackedProject, Mapping[str, Any]]:
    with package.open(MANIFEST) as entry:
        said = manifests.head(entry.read(manifests.LARGEST), FORMAT, VERSION)
    articles, sums = said.get("articles"), said.get("sha256")
    if type(articles) is not int or not isinstance(sums, dict):
        raise BadItem(UNREADABLE)
    named = manifests.text(said, "project"), manifests.text(said, "schema")
    return PackedProject(
        *named, articles, manifests.texts(said, "annotators"), manifests.texts(said, "texts")
    ), sums


def refused(path: Path, why: str) -> UserError:
    """Return the error of a pack that is not taken; `why` goes on in its sentence."""
    return UserError(f"This packed project was not opened: {why}. Nothing was changed.", where=path)
