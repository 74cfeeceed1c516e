"""Layouts: folders whose names, or whose files side by side, say what a file in them is.

Each is a row of LAYOUTS: a function from a file's path and all files of the same import to its place, None for a
file that is none of its own.  A layout looks from the path's end, since any folder above may be the one that is given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from functools import lru_cache
from pathlib import Path

from annotations.formats.reading import inception_layout
from annotations.formats.writing.earlier import MANIFEST
from annotations.processes.quick_dataclass import dataclass

BRAT_CONF = ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf", ".stats_cache")
WITH_EXPORTS = (".md", ".xml", ".conf")  # what our exports write beside their files, and name in a manifest
ANNOTATED = (".ann", ".parquet")
OWN_CONF = "annotation.conf is not kept; an export to brat writes one of its own."
CURATED = "What a curator made is work of the annotator curation here, and leaves under that name."
ABOUT = ("README", "LICENSE", "LICENCE", "COPYING", "CITATION", "NOTICE", "AUTHORS", "CHANGES", "CHANGELOG")


@dataclass(frozen=True)
class Placed:
    """The word of a file's place on it: whose work it is, and the name of its text; "" is nothing.

    `is_meant`: False for a file that is not read, `why` in a sentence; one without is nothing to report.  `said`: a
    sentence that an import tells once, of however many files.
    """

    annotator: str = ""
    document: str = ""
    is_meant: bool = True
    why: str = ""
    said: str = ""


DESCRIBES = "it describes what lies beside it; name it to import it"
PLAIN = Placed()
Layout = Callable[[Path, Collection[Path]], Placed | None]


def _companions(path: Path, files: Collection[Path]) -> Placed | None:
    """Pass over a file whose content another one has, or that describes others."""
    ending = path.suffix.lower()
    other = {".txt": ".ann", ".parquet": ".jsonl"}.get(ending)
    is_one = os.path.isfile(path.with_suffix(other)) if other else path.name.endswith(MANIFEST)
    if ending in WITH_EXPORTS and not is_one:
        is_one = path.parent in _exported(frozenset(files))
    return Placed(is_meant=False) if is_one else None


def _inception(path: Path, files: Collection[Path]) -> Placed | None:
    """Tell the documents and annotators of a project of INCEpTION's."""
    told = inception_layout.place(path, files)
    if told is None:
        return None
    if isinstance(told, str):
        return Placed(is_meant=False, why=told)
    return Placed(*told, said=CURATED if told[0] == inception_layout.CURATION else "")


def _descriptions(path: Path, files: Collection[Path]) -> Placed | None:
    """Pass over what describes a collection of texts: brat's configuration, licence and instructions."""
    is_one = path.name in BRAT_CONF or path.stem.upper() in ABOUT
    if not is_one:
        return None
    if path.parent not in _annotated(frozenset(files)):
        others = (file for file in files if file.parent == path.parent and file.stem.upper() not in ABOUT)
        return Placed(is_meant=False, why=DESCRIBES) if any(others) else None
    return Placed(is_meant=False, said=OWN_CONF if path.name == BRAT_CONF[0] else "")


@lru_cache(maxsize=1)  # of one import
def _annotated(files: frozenset[Path]) -> set[Path]:
    """Return the folders below which files of annotations lie."""
    return {folder for file in files if file.suffix.lower() in ANNOTATED for folder in file.parents}


@lru_cache(maxsize=1)
def _exported(files: frozenset[Path]) -> set[Path]:
    """Return the folders with a manifest of ours."""
    return {file.parent for file in files if file.name.endswith(MANIFEST)}


LAYOUTS: tuple[Layout, ...] = (_companions, _inception, _descriptions)


def place_of(path: Path, files: Collection[Path] = ()) -> Placed:
    """Return what the first layout that knows the file says of it."""
    whole = path.absolute()
    return next((place for layout in LAYOUTS if (place := layout(whole, files)) is not None), PLAIN)
