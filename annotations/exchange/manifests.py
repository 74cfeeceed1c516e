"""The manifest with which every file of Factmark's begins: it says what the file is, whatever that is called.

Such files are zips of a few entries, written so that the same content makes the same file.  They are hostile:
the zip's directory is bounded before it is read, and so is what is unpacked of it.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from annotations.errors import UserError, unread
from annotations.exchange import packed_sets
from annotations.files.there import is_there
from annotations.json_fields import BadItem, Json

MANIFEST = "manifest.json"
LARGEST = 2**20  # bytes of a manifest, unpacked
DIRECTORY = 4096  # bytes of the zip's directory, which is read before anything can be checked
RATIO = 200  # unpacked by packed size beyond which an entry is a bomb; ours have about 10
END, LOCATOR, FAR_END = b"PK\5\6", b"PK\6\7", b"PK\6\6"  # what a zip ends with; the last two, a large one
WORK, PROJECT = "factmark package", "factmark project"  # what a manifest says of its format
CALLED = {WORK: ("Factmark package", "read"), PROJECT: ("packed project", "open")}  # and what a sentence says
UNREADABLE = "its manifest cannot be read"
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
FOREIGN = "This is no file of Factmark's: it holds neither a package of work nor a packed project."
CUT = "This file was not opened: it is damaged or was cut short; ask for it again."
NEWER = "This file was not opened: a newer Factmark made it; update Factmark to open it."


def begins(path: Path) -> bool:
    """Return whether the file begins as one of ours does; one that does may still be refused."""
    try:
        with path.open("rb") as file:
            start = file.read(30 + len(MANIFEST))
    except OSError:
        return False
    return start.startswith(b"PK\x03\x04") and start[30:] == MANIFEST.encode()


def kind(path: Path) -> str:
    """Return what the file is, WORK or PROJECT.  UserError when it is neither, or damaged."""
    try:
        if not is_there(path):
            raise UserError("There is no such file.", where=path)
        if not begins(path):
            raise UserError(FOREIGN, where=path)
        check_directory(path)
        with zipfile.ZipFile(path) as package, package.open(MANIFEST) as entry:
            said = packed_sets.DECODER.decode(entry.read(LARGEST + 1).decode())
    except OSError as error:
        raise UserError(f"This file was not opened: {unread(error)}.", where=path) from error
    except (*DAMAGED, KeyError, RecursionError) as error:
        raise UserError(CUT, where=path) from error
    found = said.get("format") if isinstance(said, dict) else None
    if found in (WORK, PROJECT):
        return str(found)
    is_newer = isinstance(found, str) and found.startswith("factmark ")
    raise UserError(NEWER if is_newer else FOREIGN, where=path)


def is_project(path: Path) -> bool:
    """Return whether the file says that it is a packed project; one that does may still be refused."""
    try:
        return begins(path) and kind(path) == PROJECT
    except UserError:
        return False


def head(content: bytes, form: str, version: int) -> Json:
    """Return what the manifest says.  BadItem when it cannot be read, or is not of that form and version."""
    try:
        said = packed_sets.DECODER.decode(content.decode())
    except (ValueError, RecursionError) as error:
        raise BadItem(UNREADABLE) from error
    name, does = CALLED[form]
    if not isinstance(said, dict) or said.get("format") != form:
        raise BadItem(f"this is no {name}")
    if said.get("version") != version:
        raise BadItem(f"it is of version {str(said.get('version'))[:20]}; update Factmark to {does} it")
    return said


def text(said: Json, field: str) -> str:
    """Return the field of a manifest.  BadItem when it is no text."""
    if not isinstance(found := said.get(field), str):
        raise BadItem(UNREADABLE)
    return found


def texts(said: Json, field: str) -> tuple[str, ...]:
    """Return the field of a manifest.  BadItem when it is no list of texts."""
    found = said.get(field)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise BadItem(UNREADABLE)
    return tuple(found)


def check_sizes(entries: Iterable[zipfile.ZipInfo], largest: Mapping[str, int], small: int) -> None:
    """Raise BadItem for an entry that is encrypted, or would unpack to too much; `small`: bytes that may have any ratio."""
    for entry in entries:
        if entry.flag_bits & 1:
            raise BadItem("it is encrypted")
        if entry.file_size > min(largest[entry.filename], max(small, RATIO * entry.compress_size)):
            raise BadItem(f"{entry.filename} would unpack to {entry.file_size:,} bytes")


def check_directory(path: Path) -> None:
    """Raise BadZipFile unless the file ends as our zips do, with a short directory."""
    if directory(path)[0] > DIRECTORY:
        raise zipfile.BadZipFile


def directory(path: Path) -> tuple[int, bool]:
    """Return the bytes of the zip's directory, and whether it is a large zip's.  BadZipFile for another ending.

    The module zipfile would read a directory of any size.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 42))
        tail = file.read()
        end = tail[-22:]
        listed = int.from_bytes(end[12:16], "little")
        if is_large := tail.startswith(LOCATOR):
            file.seek(min(size, int.from_bytes(tail[8:16], "little")))
            far = file.read(56)
            listed = int.from_bytes(far[40:48], "little") if far.startswith(FAR_END) else DIRECTORY + 1
    if len(end) < 22 or not end.startswith(END):
        raise zipfile.BadZipFile
    return listed, is_large
