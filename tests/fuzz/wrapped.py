"""Mutations inside what is packed: JSON lines and values, members of a zip, the MessagePack of a DocBin."""

from __future__ import annotations

import io
import json
import warnings
import zipfile
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import sha256
from random import Random
from typing import Any

import srsly

from tests.fuzz.mutations import LARGEST, mutated, mutated_value

Mutate = Callable[[bytes, Random, Sequence[bytes]], bytes]
MANIFEST, SETS = "manifest.json", "sets.jsonl"


def dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")


def json_values(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """A value changed: of one list or object, or on a line of its own."""
    try:
        return dumped(mutated_value(json.loads(content), chance))
    except (ValueError, RecursionError):
        lines = content.split(b"\n")
        with suppress(ValueError, RecursionError):
            at = chance.randrange(max(1, len(lines) - 1))
            lines[at] = dumped(mutated_value(json.loads(lines[at]), chance))
            return b"\n".join(lines)
        return mutated(content, chance, others)


def zipped(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")  # of a name that stands twice
        for name, content in members.items():
            package.writestr(name or "-", content)  # no name at all cannot be written
    return made.getvalue()


def members(content: bytes) -> dict[str, bytes]:
    """The members of a zip by name; none when it is none."""
    with (
        suppress(zipfile.BadZipFile, zlib.error, ValueError),
        zipfile.ZipFile(io.BytesIO(content)) as package,
    ):
        return {name: package.read(name) for name in package.namelist()}
    return {}


def zip_members(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """A member changed and packed again; or renamed, taken away, or beside many new ones."""
    inside = members(content)
    if not inside:
        return mutated(content, chance, others)
    texts = [name for name in inside if name.endswith(("document.xml", ".json", ".jsonl"))]
    name = chance.choice(texts if texts and chance.randrange(2) else [*inside])
    what = chance.randrange(12)
    if what == 0:
        inside |= {f"{name}{n}": b"" for n in range(chance.choice((1, 3_000)))}
    elif what == 1:
        inside[chance.choice(("", "../x", "a/" * 200, "x\0y", "é"))] = inside.pop(name)
    elif what == 2:
        inside[name] = inside[name][:50] + b" " * chance.choice((10**6, 30 * 10**6))
    else:
        inside[name] = mutated(inside[name], chance, list(inside.values()))
    return zipped(inside)[:LARGEST]


def package(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """The lines of a package or its manifest changed, and mostly its sums and counts made to fit."""
    inside = members(content)
    if not {MANIFEST, SETS} <= inside.keys():
        return zip_members(content, chance, others)
    name = SETS if chance.randrange(4) else MANIFEST
    how = json_values if chance.randrange(3) else mutated
    inside[name] = how(inside[name], chance, others)
    with suppress(ValueError, RecursionError, TypeError, AttributeError):
        said = json.loads(inside[MANIFEST])
        if chance.randrange(8) and isinstance(said, dict):
            said |= {
                "sha256": {SETS: sha256(inside[SETS]).hexdigest()},
                "sets": len(io.BytesIO(inside[SETS]).readlines()),
            }
            inside[MANIFEST] = dumped(said)
    return zipped({name: inside[name] for name in (MANIFEST, SETS)})


def doc_bin(content: bytes, chance: Random, others: Sequence[bytes]) -> bytes:
    """The MessagePack inside changed, as bytes or as values, and packed again."""
    try:
        inside = zlib.decompress(content)
    except zlib.error:
        return mutated(content, chance, others)
    if chance.randrange(2):
        return zlib.compress(mutated(inside, chance, ()))
    with suppress(ValueError, TypeError, OverflowError, AttributeError, RecursionError, UnicodeError):
        return zlib.compress(srsly.msgpack_dumps(_bin_value(srsly.msgpack_loads(inside), chance)))
    return zlib.compress(mutated(inside, chance, ()))


def _bin_value(value: dict[str, Any], chance: Random) -> dict[str, Any]:
    name = chance.choice([*value])
    part = value[name]
    if isinstance(part, bytes):
        part = mutated(part, chance)
    elif isinstance(part, list) and part and isinstance(part[0], bytes):
        part = [mutated(part[0], chance), *part[1:]]
    else:
        part = mutated_value(part, chance)
    return {**value, name: part}
