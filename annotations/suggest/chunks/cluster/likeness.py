"""The likeness of two computers: what suggestions depend on is the same on both, or it is said what is not.

Another version would find something else, and nobody would see it.  The version alone does not tell two source trees
apart, so the files are compared.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Collection, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.resources import files
from pathlib import Path

from annotations.errors import UserError
from annotations.schema.languages import DEFAULT
from annotations.suggest.installed import GROUP, NONE, RULES, SHIPPED, installed, lying
from annotations.suggest.trust import fingerprint

COMPUTING = ("spacy", "thinc", "blis", "numpy")
TOKENIZING = ("sudachipy", "sudachidict-core")  # where a language is not cut by spaCy itself
FILES = "the hash of Factmark's files"
LACKING = "none"
SHORT = 12  # hexadecimal digits of a hash, which is enough to compare


def likeness(pipelines: Collection[str], folder: Path | None, language: str) -> dict[str, str]:
    """Return what suggestions by these pipelines depend on, by a name that ends a sentence.

    `folder`: in which a pipeline may lie.
    """
    libraries = COMPUTING + (() if language == DEFAULT else TOKENIZING)
    told = {"Python": f"{sys.version_info.major}.{sys.version_info.minor}", FILES: _own_files()}
    told |= {library: _version(library) for library in libraries}
    return told | {f"the pipeline {name}": _pipeline(name, folder) for name in pipelines if not _is_own(name)}


def lies_in_a_folder(name: str) -> bool:
    """Return whether that pipeline is one that lies in a folder."""
    return not _is_own(name) and name not in installed()


def unlike(here: Mapping[str, str], there: Mapping[str, str]) -> str:
    """Return what is different there, in words: nothing when the same is found in both places.

    >>> unlike({"Python": "3.11", "spacy": "3.8.18"}, {"Python": "3.12", "spacy": "3.8.18"})
    'Python is 3.11 here and 3.12 there'
    """
    return ", ".join(
        f"{name} is {value} here and {there.get(name, LACKING)} there"
        for name, value in here.items()
        if there.get(name) != value
    )


def _is_own(name: str) -> bool:
    return name in ("", NONE, RULES, SHIPPED)


def _own_files() -> str:
    """Return the hash of all that `annotations` holds, the shipped pipeline and rules included."""
    top, found = Path(str(files("annotations"))), hashlib.sha256()
    for path in sorted(_parts(top)):
        found.update(f"{path.relative_to(top).as_posix()}\0{path.stat().st_size}\0".encode())
        found.update(path.read_bytes())
    return found.hexdigest()[:SHORT]


def _parts(top: Path) -> Iterator[Path]:
    for folder, names, those in os.walk(top):
        names[:] = [name for name in names if not name.startswith((".", "__pycache__"))]
        yield from (Path(folder, name) for name in those if not name.startswith("."))


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return LACKING


def _pipeline(name: str, folder: Path | None) -> str:
    """Return the version of an installed package, or the hash of a folder; words where there is none."""
    if name in installed():
        dist = next(one.dist for one in entry_points(group=GROUP) if one.name == name)
        return dist.version if dist else LACKING
    if (place := lying(name, folder)) is None:
        return LACKING
    try:
        return fingerprint(place)[:SHORT]
    except UserError as error:
        return f"unreadable ({error.sentence})"
