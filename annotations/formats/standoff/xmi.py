"""UIMA's XMI with the type system beside it, through dkpro-cassis: what it says as CAS JSON is read."""

from __future__ import annotations

import io
import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from annotations.errors import UserError
from annotations.formats.reading.given import Given
from annotations.formats.reading.how_read import AS_IT_IS, HowRead
from annotations.formats.standoff.cas_json import given
from annotations.formats.uima.cas import cas_of
from annotations.formats.uima.layers import short
from annotations.formats.units import UTF16
from annotations.problems import Notice, Problem
from annotations.processes.door import lacking

LARGEST = 32 * 2**20  # bytes of a file
TYPE_SYSTEM = "typesystem.xml"
ABOVE = 3  # folders in which it is looked for: the file's own, and those above
OTHERWISE = "export the document from INCEpTION as UIMA CAS JSON"
NO_TYPES = (
    "The type system of this XMI (TypeSystem.xml) does not lie beside it: import the whole zip that INCEpTION exported, or "
    "export the document as UIMA CAS JSON."
)
TOO_LARGE = f"This XMI is not read: it, or its type system, is larger than {LARGEST // 2**20} MB. Export it as UIMA CAS JSON."
LEAVES = "This is XMI; it goes back to INCEpTION as UIMA CAS JSON."
DAMAGED = "This is no XMI that fits its type system, or it is damaged: {why}."


def read(path: Path, file: BinaryIO, reading: HowRead = AS_IT_IS) -> Iterator[Given | Problem]:
    """Yield one record, as of CAS JSON.  UserError when it is no XMI, or its type system is not there."""
    content, beside = file.read(LARGEST + 1), _type_system(path)
    types = beside.read_bytes() if beside.stat().st_size <= LARGEST else content
    if len(content) > LARGEST or beside.stat().st_size > LARGEST:
        raise UserError(TOO_LARGE)
    layers = _layers(content)
    _layers(types)
    value, unknown = _as_json(content, types, layers)
    yield from given(path, cas_of(value), reading.unit(UTF16))
    yield Notice(path, None, LEAVES)
    if unknown:
        said = ", ".join(sorted(map(short, unknown)))
        yield Notice(path, None, f"Layers that the type system {beside.name} lacks were left out: {said}.")


def _type_system(path: Path) -> Path:
    """Return the file with the type system.  UserError when there is none."""
    folders = list(path.absolute().parents)[:ABOVE]
    for folder in folders:
        for one in sorted(folder.iterdir()):
            name = one.name.lower()
            own = folder == folders[0] and name.startswith(path.stem.lower()) and name.endswith(TYPE_SYSTEM)
            if (name == TYPE_SYSTEM or own) and one.is_file():
                return one
    raise UserError(NO_TYPES)


def _layers(content: bytes) -> set[str]:
    """Return the layers that the elements name.  UserError when it is no XML, or declares entities, which are never read."""
    parser, found = expat.ParserCreate(namespace_separator=" "), set[str]()

    def refuse(*_: object) -> None:
        raise UserError("This XML is not read: it has a document type of its own, which UIMA never writes.")

    def named(name: str, _: object) -> None:
        space, _, local = name.rpartition(" ")
        if space.startswith("http:///"):
            above = space.removeprefix("http:///").removesuffix(".ecore").replace("/", ".")
            found.add(local if above == "uima.noNamespace" else f"{above}.{local}")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = named
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise UserError(DAMAGED.format(why=error)) from error
    return found


def _as_json(content: bytes, types: bytes, layers: set[str]) -> tuple[object, set[str]]:
    """Return the CAS as JSON has it, and which layers the type system lacks."""
    try:
        from cassis import load_cas_from_xmi, load_typesystem
        from cassis.typesystem import TypeNotFoundError
    except ImportError as error:
        raise UserError(lacking("dkpro-cassis", "inception", OTHERWISE)) from error
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            system = load_typesystem(io.BytesIO(types))
            known = {one.name for one in system.get_types(built_in=True)}
            cas = load_cas_from_xmi(io.BytesIO(content), typesystem=system, lenient=True)
            value = json.loads(cas.to_json())
        except (ValueError, LookupError, TypeError, AttributeError, SyntaxError, TypeNotFoundError) as error:
            raise UserError(DAMAGED.format(why=type(error).__name__)) from error
    return value, {one for one in layers - known if not one.startswith("uima.cas.")}
