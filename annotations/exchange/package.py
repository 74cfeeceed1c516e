"""A package: one annotator's work as a zip of JSON, on its way to another copy of the project.

`manifest.json` describes the package and its content; `sets.jsonl` has an annotation set a line, without the
text. Packages are hostile: every size is bounded before it is read, and everything is checked before anything
is written.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from annotations.errors import UserError, cause
from annotations.exchange import manifests, packed_sets
from annotations.exchange.manifests import DIRECTORY, MANIFEST, UNREADABLE
from annotations.exchange.packed_sets import PackedSet
from annotations.json_fields import LONGEST_NAME, BadItem
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.whole_files import writing

FORMAT, VERSION = manifests.WORK, 1
SETS = "sets.jsonl"
LARGEST_FILE = 128 * 2**20  # bytes of the package
LARGEST = {MANIFEST: manifests.LARGEST, SETS: 256 * 2**20}  # bytes of an entry, unpacked
LONGEST_LINE = 8 * 2**20  # bytes of one set: as Python values they are up to thirty times as much
SMALL = 2**20  # bytes that may have any ratio
GLANCE = 2**24  # bytes of the sets that are looked at to tell where they belong
DATED = (1980, 1, 1, 0, 0, 0)  # the time of every entry, so that the same work makes the same package
WHOLE = "it is damaged or was cut short; ask for it again"


@dataclass(frozen=True)
class Manifest:
    """The manifest of a package; `labels` and `facts` are the names in its project's schema.

    `known`: name, copy and how far the name's work in that copy is known where the package was made; `same`: name
    and two copies in which it is one person, as somebody said there.  See annotations/exchange/who.py.
    `given`: how many of the `sets` say only to whom their articles are given.
    """

    project: str
    annotators: tuple[str, ...]
    schema: str
    labels: tuple[str, ...]
    facts: tuple[str, ...]
    sets: int
    known: tuple[tuple[str, str, int], ...] = ()
    same: tuple[tuple[str, str, str], ...] = ()
    given: int = 0

    @classmethod
    def of(cls, schema: Schema, annotators: Iterable[str], sets: int) -> Manifest:
        names = tuple(sorted(schema.labels)), tuple(sorted(schema.facts))
        return cls(schema.name, tuple(annotators), schema.hash(), *names, sets)

    def upto(self, name: str) -> dict[str, int]:
        """Return how far the name's work in each copy is known where the package was made."""
        return {copy: upto for who, copy, upto in self.known if who == name}

    def differences(
        self, schema: Schema, types: Iterable[str], roles: Iterable[tuple[str, str]] = ()
    ) -> list[str]:
        """Return the differences of the package's schema from this one, as sentences.

        `types`: the fact types of the facts that came; `roles`: their roles, each with its fact type.
        """
        if self.schema == schema.hash():
            return []
        said = [f"The package was made with another schema ({self.project})."]
        theirs, ours = set(self.labels), set(schema.labels)
        for what, names in (("Labels only there", theirs - ours), ("Labels only here", ours - theirs)):
            said += [f"{what}: {', '.join(sorted(names))}."] if names else []
        missing = sorted(set(types) - schema.facts.keys())
        said += [f"Fact types that the schema here lacks: {', '.join(missing)}."] if missing else []
        unknown = (
            pair for pair in roles if pair[0] in schema.facts and pair[1] not in schema.facts[pair[0]].roles
        )
        lacking = ", ".join(f"{role} of {type_}" for type_, role in sorted(unknown))
        said += [f"Roles that the schema here lacks: {lacking}."] if lacking else []
        return said if len(said) > 1 else [f"{said[0][:-1]}: guidelines, keys, hues or roles differ."]


def write(path: Path, manifest: Manifest, sets: Iterable[PackedSet]) -> None:
    """Write the package, whole or not at all.  UserError when it cannot be written."""
    body = b"".join(_line(path, made) for made in sets)
    if len(body) > LARGEST[SETS]:
        raise UserError(f"This is more than a package may hold ({LARGEST[SETS] // 2**20} MB).", where=path)
    said = {
        "format": FORMAT,
        "version": VERSION,
        **vars(manifest),
        "sha256": {SETS: sha256(body).hexdigest()},
    }
    try:
        with (
            writing(path) as made,
            zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package,
        ):
            head = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True).encode()
            for name, content in ((MANIFEST, head), (SETS, body)):
                entry = zipfile.ZipInfo(name, DATED)
                entry.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(entry, content)
    except OSError as error:
        raise UserError(f"The package cannot be written: {cause(error)}.", where=path) from error


def _line(path: Path, made: PackedSet) -> bytes:
    line = packed_sets.to_line(made)
    if len(line) > LONGEST_LINE:
        many = f"{made.annotator}'s work on {made.article} is more than a package may hold"
        raise UserError(f"{many} ({LONGEST_LINE // 2**20} MB of one article).", where=path)
    return line


def read(path: Path) -> tuple[Manifest, list[PackedSet]]:
    """Return the manifest and the sets, all of it checked.

    UserError when the package is not whole or not ours.
    """
    with _opened(path) as package:
        manifest, sums = _manifest(package)
        body = _content(package, SETS)
    if sha256(body).hexdigest() != sums.get(SETS):
        raise _refused(path, WHOLE)
    sets = list(_sets(path, body))
    if len(sets) != manifest.sets or {made.annotator for made in sets} - set(manifest.annotators):
        raise _refused(path, "its manifest does not fit what is in it")
    return manifest, sets


def glance(path: Path, most: int) -> tuple[Manifest, list[str]]:
    """Return the manifest and the hashes of the texts of the first sets, at most so many, to tell where they belong.

    UserError when the package is refused; only `read` looks at all of it.
    """
    texts = dict[str, None]()
    with _opened(path) as package:
        manifest, _ = _manifest(package)
        with package.open(SETS) as entry:
            for line in io.BytesIO(entry.read(GLANCE)):
                with suppress(ValueError, RecursionError):  # the last one is cut
                    made = packed_sets.DECODER.decode(line.decode())
                    text = made.get("hash") if isinstance(made, dict) else None
                    texts |= {text: None} if isinstance(text, str) and 0 < len(text) <= LONGEST_NAME else {}
                if len(texts) == most:
                    break
    return manifest, list(texts)


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Hold the zip open, its ends and entries checked; whatever it trips over is a UserError."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refused(path, f"it is larger than {LARGEST_FILE // 2**20} MB")
        listed, is_large = manifests.directory(path)
        if listed > DIRECTORY or is_large:
            raise BadItem("this is no Factmark package")
        with zipfile.ZipFile(path) as package:
            _check_entries(package.infolist())
            yield package
    except OSError as error:
        raise UserError(f"The package cannot be read: {error.strerror or error}.", where=path) from error
    except BadItem as error:
        raise _refused(path, str(error)) from error
    except manifests.DAMAGED as error:
        raise _refused(path, WHOLE) from error


def _check_entries(entries: list[zipfile.ZipInfo]) -> None:
    """Raise BadItem unless these are just the two entries, of a size to be read."""
    names = sorted(entry.filename for entry in entries)
    if names != [MANIFEST, SETS]:
        strange = next((name for name in names if name not in LARGEST), "")
        raise BadItem(f"there is {strange[:60]!r} in it" if strange else "this is no Factmark package")
    manifests.check_sizes(entries, LARGEST, SMALL)


def _content(package: zipfile.ZipFile, name: str) -> bytes:
    with package.open(name) as entry:
        content = entry.read(LARGEST[name] + 1)
    if len(content) > LARGEST[name]:
        raise BadItem(f"{name} is too large")
    return content


def _manifest(package: zipfile.ZipFile) -> tuple[Manifest, Mapping[str, Any]]:
    said = manifests.head(_content(package, MANIFEST), FORMAT, VERSION)
    sums, sets, given = said.get("sha256"), said.get("sets"), said.get("given", 0)
    if not isinstance(sums, dict) or type(sets) is not int or type(given) is not int:
        raise BadItem(UNREADABLE)
    texts = (
        manifests.text(said, "project"),
        manifests.texts(said, "annotators"),
        manifests.text(said, "schema"),
    )
    names = manifests.texts(said, "labels"), manifests.texts(said, "facts")
    known, same = _rows(said, "known", (str, str, int)), _rows(said, "same", (str, str, str))
    return Manifest(*texts, *names, sets, known, same, given), sums


def _rows(said: Mapping[str, Any], field: str, types: tuple[type, ...]) -> tuple[Any, ...]:
    """Return the rows of a field, whose values are of those types; none where the package is older."""
    rows = said.get(field, [])
    if not isinstance(rows, list) or not all(isinstance(row, list) and _is_row(row, types) for row in rows):
        raise BadItem(UNREADABLE)
    return tuple(map(tuple, rows))


def _is_row(row: list[Any], types: tuple[type, ...]) -> bool:
    if tuple(map(type, row)) != types:
        return False
    return all(
        0 <= one <= packed_sets.GREATEST if isinstance(one, int) else len(one) <= LONGEST_NAME for one in row
    )


def _sets(path: Path, body: bytes) -> Iterator[PackedSet]:
    for number, line in enumerate(io.BytesIO(body), 1):
        if len(line) > LONGEST_LINE:
            raise _refused(path, f"line {number} of {SETS} is too long")
        try:
            made = packed_sets.from_line(line)
            packed_sets.check_names(made)
            yield made
        except BadItem as error:
            raise _refused(path, f"line {number} of {SETS}: {error}") from error
        except (ValueError, RecursionError, OverflowError) as error:
            raise _refused(path, f"line {number} of {SETS} is no JSON that can be read") from error


def _refused(path: Path, why: str) -> UserError:
    return UserError(f"This package was not taken: {why}. Nothing was changed.", where=path)
