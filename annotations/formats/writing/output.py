"""The files of an export: staged beside OUT, and swapped in whole when all of them are written.

Whatever happens before the swap leaves what was there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, TextIO, cast
from urllib.parse import quote

from annotations.errors import UserError

MANIFEST = "manifest.json"
MOST_NAMED = 1_000  # files that a manifest lists one by one
LONGEST_NAME = 120  # bytes of a file's name that come from an article's id


class Output:
    """The files of one export.  `parts` are the sides of its split, or just ""."""

    def __init__(self, out: Path, *, folder: bool, parts: tuple[str, ...] = ("",)) -> None:
        """Prepare to write OUT.  UserError when it is a folder where a file is wanted, or vice versa."""
        self.out, self.folder, self.parts = out, folder, parts
        self.stage = out.with_name(out.name + ".part")
        self.at = ""  # the file that the last record went to, relative to the stage
        self.twins: dict[str, str] = {}  # files that say the same as another
        self._open: dict[str, Any] = {}
        self._stack = ExitStack()
        if out.is_dir() and not folder:
            raise UserError("This is a folder; name a file to write.", where=out)
        if folder and out.exists() and not (out.is_dir() and _is_ours(out)):
            raise UserError("Something else is there; name a folder that is not there yet.", where=out)

    def start(self) -> None:
        self.out.parent.mkdir(parents=True, exist_ok=True)
        self.discard()
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
        while any((self.stage / part / (names[0] + ending)).exists() for ending in endings):
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
        shutil.rmtree(self.stage, ignore_errors=True)
        self.stage.unlink(missing_ok=True)

    def files(self) -> dict[str, dict[str, Any]]:
        """Return sha256 and bytes of each staged file; of very many files one sum over names and sums."""
        found, whole, size, count = {}, sha256(), 0, 0
        for path in self._staged():
            name, digest = path.relative_to(self.stage).as_posix(), file_hash(path)
            count, size = count + 1, size + path.stat().st_size
            whole.update(f"{name} {digest}\n".encode("utf-8", "surrogateescape"))
            if count <= MOST_NAMED:
                found[name] = {"sha256": digest, "bytes": path.stat().st_size}
        if count <= MOST_NAMED:
            return found
        return {"*": {"sha256": whole.hexdigest(), "bytes": size, "files": count}}

    def land(self) -> None:
        """Put what was staged in place of what was there.  OSError leaves what was there."""
        if self.folder:
            self._swap_folder()
            return
        for path in self._staged():
            target = self.out.with_name(path.name)
            if target.is_dir():
                raise UserError("There is a folder of that name; name another file.", where=target)
        for path in self._staged():
            path.replace(self.out.with_name(path.name))

    def _swap_folder(self) -> None:
        old = self.out.with_name(self.out.name + ".old")
        shutil.rmtree(old, ignore_errors=True)
        if self.out.exists():
            self.out.rename(old)
        try:
            self.stage.rename(self.out)
        except OSError:
            if old.exists():
                old.rename(self.out)
            raise
        shutil.rmtree(old, ignore_errors=True)

    def _staged(self) -> Iterator[Path]:
        """Yield all files, folder by folder in order of name."""
        for folder, folders, names in os.walk(self.stage):
            folders.sort()
            yield from (Path(folder) / name for name in sorted(names))

    def _opened(self, name: str, open_: Callable[[Path], Any]) -> Any:
        if name not in self._open:
            path = self.stage / name
            path.parent.mkdir(parents=True, exist_ok=True)
            self._open[name] = self._stack.enter_context(open_(path))
        self.at = name
        return self._open[name]


def _is_ours(folder: Path) -> bool:
    """Return whether the folder may be replaced: it is empty, or an export."""
    return (folder / MANIFEST).is_file() or not any(folder.iterdir())


def _safe(id_: str) -> str:
    name = quote(id_, safe=" ()!,;=+@").replace("~", "%7E")
    if len(name) > LONGEST_NAME:
        name = f"{name[:80]}-{sha256(id_.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
    if name[:1] in (".", " "):
        name = f"%{ord(name[0]):02X}{name[1:]}"
    return name[:-1] + f"%{ord(name[-1]):02X}" if name[-1:] in (".", " ") else name or "%"


def file_hash(path: Path) -> str:
    digest = sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
