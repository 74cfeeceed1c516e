"""The files of an export: staged beside OUT, and swapped in whole when all of them are written.

Whatever happens before the swap leaves what was there; what no export wrote stays in any case.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast
from urllib.parse import quote

from annotations import whole_files
from annotations.errors import UserError, cause
from annotations.files.there import is_file, is_folder, is_there
from annotations.formats.writing import earlier
from annotations.formats.writing.earlier import MANIFEST, Files, file_hash
from annotations.stages import Stage

MOST_NAMED = 1_000  # files that a report lists one by one
LONGEST_NAME = 120  # bytes of a file's name that come from an article's id


class Output:
    """The files of one export.  `parts` are the sides of its split, or just ""."""

    def __init__(self, out: Path, *, folder: bool, parts: tuple[str, ...] = ("",)) -> None:
        """Prepare to write OUT.  UserError when nothing is to be written at OUT, or a folder is where a file is wanted.

        A folder is replaced only when it is empty or an earlier export, whole and with nothing else in it.
        """
        self.out, self.folder, self.parts = out, folder, parts
        self.stage = out  # the folder in which files lie until they land, once `start` has made it
        self.at = ""  # the file that the last record went to, relative to the stage
        self.twins: dict[str, str] = {}  # files that say the same as another
        self.told: dict[str, Any] = {}  # what a sink says of its files in the manifest
        self._target, self._before = whole_files.free_target(out), earlier.Look()
        self._held: Stage | None = None
        self._open: dict[str, Any] = {}
        self._stack = ExitStack()
        if is_folder(out) and not folder:
            raise UserError("This is a folder; name a file to write.", where=out)
        if folder and is_there(out):
            if not is_folder(out):
                raise UserError("This is a file; name a folder that is not there yet.", where=out)
            self._before = earlier.check_folder(self._target)

    @property
    def manifest(self) -> str:
        """Return the manifest's name."""
        return MANIFEST if self.folder else f"{self.out.name}.{MANIFEST}"

    def start(self) -> None:
        self._target.parent.mkdir(parents=True, exist_ok=True)
        self._held = Stage(self._target)
        self.stage = self._held.new
        self.stage.mkdir()

    def name(self, part: str, ending: str = "") -> str:
        """Return OUT's name with the part in it: data.jsonl, data.train.jsonl.

        `ending` takes the place of OUT's own where it is given.
        """
        stem = self.out.stem if self.out.suffix else self.out.name
        return ".".join(filter(None, (stem, part))) + (ending or self.out.suffix)

    def text(self, part: str, name: str = "") -> TextIO:
        """Return the part's one file, opened when it is first asked for; UTF-8, lines end as written."""
        path = name or self.name(part)
        return cast(TextIO, self._opened(path, lambda file: file.open("w", encoding="utf-8", newline="")))

    def binary(self, part: str, name: str = "") -> BinaryIO:
        return cast(BinaryIO, self._opened(name or self.name(part), lambda file: file.open("wb")))

    def beside(self, name: str, content: str) -> None:
        """Write a small file that is no record beside the records."""
        path = self.stage / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="")

    def article_file(self, part: str, id_: str, annotator: str, endings: tuple[str, ...]) -> Path:
        """Return a free path for the article, without ending: its id made fit for a file's name.

        It is free with each of the endings.  A second set on one article gets its annotator's name behind a
        tilde.
        """
        base, number = _safe(id_), 1
        names = [base, f"{base}~{_safe(annotator)}"]
        (self.stage / part).mkdir(parents=True, exist_ok=True)
        while any(is_there(self.stage / part / (names[0] + ending)) for ending in endings):
            names = names[1:] or [f"{base}~{number}"]
            number += 1
        return self.stage / part / names[0]

    def wrote(self, path: Path) -> None:
        """Note that the last record lies in that file."""
        self.at = path.relative_to(self.stage).as_posix()

    def close(self) -> None:
        self._stack.close()
        self._open.clear()

    def discard(self) -> None:
        """Remove what was staged."""
        self.close()
        if self._held is not None:
            self._held.close()

    def files(self) -> dict[str, dict[str, Any]]:
        """Return sha256 and bytes of each staged file."""
        return {
            path.relative_to(self.stage).as_posix(): {"sha256": file_hash(path), "bytes": path.stat().st_size}
            for path in self._staged()
        }

    def left(self, files: Files) -> Files:
        """Return the files of earlier exports to OUT that these do not replace; the manifest goes on naming them."""
        known = {} if self.folder else earlier.named(self.out.with_name(self.manifest)) or {}
        return {
            name: entry
            for name, entry in known.items()
            if name not in files and is_file(self.out.with_name(name))
        }

    def land(self) -> list[str]:
        """Put what was staged in place of what was there; return the new names of files that no export had written.

        OSError leaves what was there, or says which files are new.
        """
        if self._held is not None and self.folder:
            whole_files.put_folder(self._held, self._target, self._check)
            return []
        names = sorted((path.name for path in self._staged()), key=lambda name: (name == self.manifest, name))
        targets = {name: whole_files.free_target(self.out.with_name(name)) for name in names}
        for target in targets.values():
            if is_folder(target):
                raise UserError("There is a folder of that name; name another file.", where=target)
        kept, done = self._kept(targets), list[str]()
        try:
            for name, target in targets.items():
                whole_files.put(self.stage / name, target)
                done.append(name)
        except OSError as error:
            if not done:
                raise
            said = f"The export could not be written whole: {cause(error)}. New are: {', '.join(done)}"
            raise UserError(f"{said}; export again.", where=self.out) from error
        return kept

    def _check(self, folder: Path) -> None:
        """UserError when the folder is no longer as it was when the export began."""
        if earlier.look(folder) != self._before:
            raise UserError("Somebody wrote to this folder meanwhile; export again.", where=self.out)

    def _kept(self, targets: Mapping[str, Path]) -> list[str]:
        known = earlier.named(targets[self.manifest])
        ours = {} if known is None else {self.manifest: None, **known}
        kept = list[str]()
        for name, target in targets.items():
            if not is_file(target) or (
                name in ours and (not ours[name] or earlier.is_in(target, ours[name]))
            ):
                continue
            if path := whole_files.keep_aside(target):
                kept.append(str(path))
        return kept

    def _staged(self) -> Iterator[Path]:
        """Yield all files, folder by folder in order of name."""
        for folder, folders, names in os.walk(self.stage, onerror=earlier.not_read):
            folders.sort()
            yield from (Path(folder) / name for name in sorted(names))

    def _opened(self, name: str, open_: Callable[[Path], Any]) -> Any:
        if name not in self._open:
            path = self.stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open[name] = self._stack.enter_context(open_(path))
        self.at = name
        return self._open[name]


def summed(files: Files) -> Files:
    """Return the files as a report names them: of very many one sum over all names and sums."""
    if len(files) <= MOST_NAMED:
        return files
    lines = "".join(f"{name} {one['sha256']}\n" for name, one in files.items())
    digest = sha256(lines.encode("utf-8", "surrogateescape")).hexdigest()
    size = sum(one["bytes"] for one in files.values())
    return {"*": {"sha256": digest, "bytes": size, "files": len(files)}}


def _safe(id_: str) -> str:
    name = quote(id_, safe=" ()!,;=+@").replace("~", "%7E")
    if len(name) > LONGEST_NAME:
        name = f"{name[:80]}-{sha256(id_.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    if name[:1] in (".", " "):
        name = f"%{ord(name[0]):02X}{name[1:]}"
    return name[:-1] + f"%{ord(name[-1]):02X}" if name[-1:] in (".", " ") else name or "%"
