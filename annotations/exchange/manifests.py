"""The manifest with which every file of Factmark's begins: it says what the file is, whatever that is called.

Such files are zips of a few entries, written so that the same content makes the same file.  They are hostile:
the zip's directory is bounded before it is read, and so is what is unpacked of it.
"""

from __future__ import annotations

import zipfile
import zlib
from pathlib import Path

from annotations.errors import UserError, unread
from annotations.exchange import packed_sets
from annotations.files.there import is_there

MANIFEST = "manifest.json"
LARGEST = 2**20  # bytes of a manifest, unpacked
DIRECTORY = 4096  # bytes of the zip's directory
END, LOCATOR, FAR_END = b"PK\5\6", b"PK\6\7", b"PK\6\6"  # what a zip ends with; the last two, a large one
WORK, PROJECT = "factmark package", "factmark project"  # what a manifest says of its format
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


def check_directory(path: Path) -> None:
    """Raise BadZipFile unless the file ends as our zips do, with a short directory.

    The module zipfile would read a directory of any size.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 42))
        tail = file.read()
        end = tail[-22:]
        listed = int.from_bytes(end[12:16], "little")
        if tail.startswith(LOCATOR):
            file.seek(min(size, int.from_bytes(tail[8:16], "little")))
            far = file.read(56)
            listed = int.from_bytes(far[40:48], "little") if far.startswith(FAR_END) else DIRECTORY + 1
    if len(end) < 22 or not end.startswith(END) or listed > DIRECTORY:
        raise zipfile.BadZipFile
