"""The folders of INCEpTION's and WebAnno's projects: a folder a document, a file an annotator.

`annotation/DOCUMENT/USER.EXT` is an annotator's work, `curation/DOCUMENT/CURATION_USER.EXT` what a curator made of it,
`source/DOCUMENT` the text; `exportedproject.json` and the folders beside these are about the project.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

WORK, CURATED, TEXTS = "annotation", "curation", "source"
ABOUT, INITIAL, CURATOR = "exportedproject", "INITIAL_CAS", "CURATION_USER"
TYPE_SYSTEM = "typesystem.xml"  # read with the .xmi
CURATION = "curation"  # as the curator's work is named here
BARE = "INCEpTION exported this as text, without its annotations; export the project as UIMA CAS JSON or WebAnno TSV 3."
BINARY = "This is UIMA's binary form; export the project from INCEpTION as UIMA CAS JSON or WebAnno TSV 3."


def place(path: Path, files: Collection[Path]) -> tuple[str, str] | str | None:
    """Return the annotator and the document of a file; why it is passed over, "" without a word; None when it is no such."""
    path = _unzipped(path)
    folder, document = path.parent.parent.name, path.parent.name
    if path.name.lower() == TYPE_SYSTEM and any(one.suffix.lower() == ".xmi" for one in files):
        return ""
    if path.suffix.lower() == ".ser":
        has_other = folder.removesuffix("_ser") in (WORK, CURATED) and document in _stems(frozenset(files))
        return "" if has_other else BINARY
    if folder in (WORK, CURATED):
        return _work(path, document, files)
    if path.parent.name == TEXTS and path.name in _stems(frozenset(files)):
        return ""
    return "" if _is_about(path, files) else None


def _work(path: Path, document: str, files: Collection[Path]) -> tuple[str, str] | str | None:
    text = path.parent.parent.parent / TEXTS / document
    if path.suffix.lower() == ".txt" and (text in files or document in _stems(frozenset(files))):
        return BARE
    user = path.name.partition(".zip")[0] if path.name.lower().endswith(".zip") else path.stem
    if user == INITIAL:
        others = _stems(frozenset(files)).get(document, set()) - {INITIAL}
        return "" if others else ("", document)
    if user == CURATOR:
        return CURATION, document
    return (user, document) if path.parent.parent.name == WORK else None


def _is_about(path: Path, files: Collection[Path]) -> bool:
    """Return whether a file describes a project, or lies in one beside the documents."""
    if path.name.startswith(ABOUT) and path.suffix.lower() == ".json":
        return True
    roots = _roots(frozenset(files))
    above = next((root for root in roots if path.is_relative_to(root)), None)
    return above is not None and path.relative_to(above).parts[0] not in (WORK, CURATED, TEXTS)


@lru_cache(maxsize=1)  # of one import
def _roots(files: frozenset[Path]) -> set[Path]:
    """Return the folders of projects."""
    return {one.parent for one in files if one.name.startswith(ABOUT) and one.suffix.lower() == ".json"}


@lru_cache(maxsize=1)
def _stems(files: frozenset[Path]) -> dict[str, set[str]]:
    """Return whose work on each document is there, and more than its text, as files are named."""
    found: dict[str, set[str]] = {}
    for one in map(_unzipped, files):
        if one.suffix.lower() != ".txt" and one.parent.parent.name in (WORK, CURATED):
            found.setdefault(one.parent.name, set()).add(one.stem)
    return found


def _unzipped(path: Path) -> Path:
    """Return the path that a file in a user's zip would have without it."""
    is_in_zip = path.parent.suffix.lower() == ".zip" and path.parent.parent.parent.name in (WORK, CURATED)
    return path.parent.with_suffix(path.suffix) if is_in_zip and path.name.lower() != TYPE_SYSTEM else path
