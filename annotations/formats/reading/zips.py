"""Zips of files to import, unpacked into a private temporary folder that is removed in any case.

Zips are hostile: names, sizes and ratios are bounded before anything is unpacked, and what is unpacked is counted.
"""

from __future__ import annotations

import lzma
import shutil
import stat
import struct
import subprocess
import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from tempfile import mkdtemp

from annotations.errors import UserError, cause
from annotations.exchange import manifests
from annotations.exchange.suffixes import EARLIER, SUFFIX
from annotations.formats.reading.heads import Head
from annotations.formats.reading.recognised import CONTAINERS, ENTRUSTED, refusal
from annotations.plain_names import plain
from annotations.problems import worded
from annotations.processes.door import BARE, alone

LARGEST = 2 * 2**30  # bytes of all that is unpacked of the zips of one import
MOST = 200_000  # files in a zip
DIRECTORY = 64 * 2**20  # bytes of a zip's directory, which is read before anything can be checked
RATIO = 200  # unpacked by packed size beyond which a file is a bomb
SMALL = 2**20  # bytes that may have any ratio
LONGEST = 200  # bytes of a name's part, and levels of folders
DEEPEST = 30
DAMAGED = (  # what the module zipfile raises at a hostile file
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, ValueError, LookupError),
    *(
        NotImplementedError,
        RuntimeError,
        ArithmeticError,
        TypeError,
        AttributeError,
        AssertionError,
        MemoryError,
    ),
)
ZIPS = (*EARLIER, SUFFIX)  # some are files of our own
UNTAKEN = "{name!r} in it was not unpacked: "


class Unpacking:
    """The folder in which the zips of one import are unpacked, made with the first of them."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._left = LARGEST
        self._count = 0
        self._watcher: subprocess.Popen[bytes] | None = None

    def close(self) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        if self._watcher is not None:
            self._watcher.communicate()

    def folder_for(self, path: Path) -> tuple[Path, Path]:
        """Return a new folder, named as the zip is, and where the zip lies now.  OSError when it cannot be made.

        One that was unpacked itself gives its place to its folder, since the names above it may tell something.
        """
        if self._folder is None:
            self._folder = Path(mkdtemp(prefix="factmark-import-"))
            self._watcher = _watching(self._folder)
        self._count += 1
        folder, zipped = self._folder / str(self._count) / path.name, path
        if path.is_relative_to(self._folder):
            folder, zipped = path, path.rename(self._folder / f"{self._count}.zip")
        folder.mkdir(parents=True)
        return folder, zipped

    def unpack(self, path: Path, folder: Path, wanted: Collection[str]) -> Iterator[str | Path]:
        """Unpack the files with wanted endings; yield the path of each other file, and sentences on what was not taken.

        UserError when the zip cannot be read.
        """
        try:
            _check_end(path)
            with zipfile.ZipFile(path) as opened:
                entries = [entry for entry in opened.infolist() if not entry.filename.endswith("/")]
                if len(entries) > MOST:
                    raise UserError(f"This zip was not read: there are more than {MOST:,} files in it.")
                for entry in entries:
                    yield from self._unpack(opened, entry, folder, wanted)
        except OSError as error:
            raise UserError(f"This zip cannot be unpacked: {cause(error)}.") from error
        except DAMAGED as error:
            raise UserError("This zip cannot be read: it is damaged or was cut short.") from error

    def _unpack(
        self, opened: zipfile.ZipFile, entry: zipfile.ZipInfo, folder: Path, wanted: Collection[str]
    ) -> Iterator[str | Path]:
        name = _name(entry)
        place = PurePosixPath(name.replace("\\", "/"))
        target = folder / place
        if why := _bad_place(place):
            yield worded(f"{UNTAKEN}{why}.", name=name[:LONGEST])
        elif place.suffix.lower() not in wanted:
            yield target
        elif why := self._bad_content(entry):
            yield worded(f"{UNTAKEN}{why}.", name=name[:LONGEST])
        else:
            try:
                self._copy(opened, entry, target)
            except DAMAGED:
                target.unlink(missing_ok=True)
                yield worded(UNTAKEN + "it is damaged.", name=name[:LONGEST])
            except (FileExistsError, NotADirectoryError):
                yield worded(UNTAKEN + "another file has its place.", name=name[:LONGEST])

    def _copy(self, opened: zipfile.ZipFile, entry: zipfile.ZipInfo, target: Path) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        with opened.open(entry) as packed, target.open("xb") as file:
            left = entry.file_size
            while block := packed.read(min(1 << 20, left + 1)):
                left -= len(block)
                self._left -= len(block)
                if left < 0:
                    raise ValueError  # more than it said
                file.write(block)

    def _bad_content(self, entry: zipfile.ZipInfo) -> str:
        """Return why the file is not unpacked, whatever its name, to end a sentence with."""
        if entry.flag_bits & 1:
            return "it is encrypted; unpack it with its password and import what is inside"
        if stat.S_ISLNK(entry.external_attr >> 16):
            return "it is a link"
        if entry.file_size > max(SMALL, RATIO * entry.compress_size) or entry.file_size > LARGEST:
            return f"it would have {entry.file_size:,} bytes"
        return (
            "the zips hold too much; unpack them and import what is inside"
            if entry.file_size > self._left
            else ""
        )


def kind_of_ours(path: Path) -> str:
    """Return which file of Factmark's own the zip is, as its manifest says it; "" when it is none."""
    try:
        return manifests.kind(path)
    except UserError:
        return manifests.WORK if set(Head.of(path).parts) == {manifests.MANIFEST, "sets.jsonl"} else ""


@contextmanager
def unpacking() -> Iterator[Unpacking]:
    """Hold a place for what zips hold; all of it is gone at the end."""
    made = Unpacking()
    try:
        yield made
    finally:
        made.close()


def is_zip(path: Path) -> bool:
    """Return whether the file is a zip, and no document that is kept in one."""
    try:
        with path.open("rb") as file:
            if file.read(4) not in (b"PK\3\4", b"PK\5\6"):
                return False
        _check_end(path)
        head = Head.of(path)
        is_office = head.ending in ENTRUSTED or head.declared or "[Content_Types].xml" in head.parts
        return not is_office and not refusal(head, CONTAINERS[:-1])
    except (OSError, UserError, *DAMAGED):
        return path.suffix.lower() in ZIPS


def _watching(folder: Path) -> subprocess.Popen[bytes] | None:
    """Return a process that removes the folder once this one is gone: one that is killed cannot do that itself."""
    with suppress(OSError):
        return subprocess.Popen(
            alone("watch", str(folder), flags=BARE), stdin=subprocess.PIPE, start_new_session=True
        )
    return None


def _check_end(path: Path) -> None:
    """Raise UserError for a zip whose directory is larger than any that a person has made."""
    with path.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - 66_000))
        tail = file.read()
    end = tail[tail.rfind(b"PK\5\6") :]
    if len(end) >= 22 and DIRECTORY < int.from_bytes(end[12:16], "little") < 0xFFFFFFFF:
        raise UserError("This zip was not read: its list of files is too long.")


def _name(entry: zipfile.ZipInfo) -> str:
    """Return the file's name: without a mark of UTF-8 it may be that all the same, as some programs write it."""
    if entry.flag_bits & 0x800:
        return entry.filename
    with suppress(UnicodeError):
        return entry.filename.encode("cp437").decode("utf-8")
    return entry.filename


def _bad_place(place: PurePosixPath) -> str:
    """Return why nothing is unpacked there, to end a sentence with."""
    parts = place.parts
    if place.is_absolute() or ".." in parts or any(":" in part for part in parts[:1]):
        return "its name leads out of the zip"
    if any(plain(part) != part or len(part.encode("utf-8", "replace")) > LONGEST for part in parts):
        return "its name is no name of a file"
    return "it lies too deep" if len(parts) > DEEPEST or not parts else ""
