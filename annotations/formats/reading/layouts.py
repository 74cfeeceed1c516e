"""Layouts: folders whose names, or whose files side by side, say what a file in them is.

Each is a row of LAYOUTS: a function from a file's path and all files of the same import to its place, None for a
file that is none of its own.  A layout looks from the path's end, since any folder above may be the one that is given.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from annotations.formats.reading import inception_layout
from annotations.formats.writing.earlier import MANIFEST

BRAT_CONF = ("annotation.conf", "visual.conf", "tools.conf", "kb_shortcuts.conf", ".stats_cache")
WITH_EXPORTS = (".md", ".xml", ".conf")  # what our exports write beside their files, and name in a manifest
ANNOTATED = (".ann", ".parquet")
ABOUT = ("README", "LICENSE", "LICENCE", "COPYING", "CITATION", "NOTICE", "AUTHORS", "CHANGES", "CHANGELOG")


@dataclass(frozen=True)
class Placed:
    """The word of a file's place on it: whose work it is, and the name of its text; "" is nothing.

    `is_meant`: False for a file that is not read, `why` in a sentence; one without is nothing to report.
    """

    annotator: str = ""
    document: str = ""
    is_meant: bool = True
    why: str = ""


PLAIN = Placed()
Layout = Callable[[Path, Collection[Path]], Placed | None]


def _companions(path: Path, files: Collection[Path]) -> Placed | None:
    """Pass over a file whose content another one has, or that describes others."""
    ending = path.suffix.lower()
    other = {".txt": ".ann", ".parquet": ".jsonl"}.get(ending)
    is_one = os.path.isfile(path.with_suffix(other)) if other else path.name.endswith(MANIFEST)
    if ending in WITH_EXPORTS and not is_one:
        is_one = any(file.name.endswith(MANIFEST) for file in files if file.parent == path.parent)
    return Placed(is_meant=False) if is_one else None


def _inception(path: Path, files: Collection[Path]) -> Placed | None:
    """Tell the documents and annotators of a project of INCEpTION's."""
    told = inception_layout.place(path, files)
    if told is None:
        return None
    return Placed(is_meant=False, why=told) if isinstance(told, str) else Placed(*told)


def _descriptions(path: Path, files: Collection[Path]) -> Placed | None:
    """Pass over what describes a collection of annotated texts: brat's configuration, licence and instructions."""
    is_one = path.name in BRAT_CONF or path.stem.upper() in ABOUT
    below = (file for file in files if file.suffix.lower() in ANNOTATED and file.is_relative_to(path.parent))
    return Placed(is_meant=False) if is_one and any(below) else None


LAYOUTS: tuple[Layout, ...] = (_companions, _descriptions, _inception)


def place_of(path: Path, files: Collection[Path] = ()) -> Placed:
    """Return what the first layout that knows the file says of it."""
    whole = path.absolute()
    return next((place for layout in LAYOUTS if (place := layout(whole, files)) is not None), PLAIN)
