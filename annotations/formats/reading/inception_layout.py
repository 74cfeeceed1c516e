"""The folders of INCEpTION's and WebAnno's projects: a folder a document, a file an annotator.

`annotation/DOCUMENT/USER.EXT` is an annotator's work, `curation/DOCUMENT/CURATION_USER.EXT` what a curator made of it,
`source/DOCUMENT` the text; `exportedproject.json` and the folders beside these are about the project.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

WORK, CURATED, TEXTS = "annotation", "curation", "source"
ABOUT, INITIAL, CURATOR = "exportedproject", "INITIAL_CAS", "CURATION_USER"
TYPE_SYSTEM = "typesystem.xml"  # read with the .xmi
CURATION = "curation"  # as the curator's work is named here
BARE = "INCEpTION exported this as text, without its annotations; export the project as UIMA CAS JSON or WebAnno TSV 3."
BINARY = "This is UIMA's binary form; export the project from INCEpTION as UIMA CAS JSON or WebAnno TSV 3."


def place(path: Path, files: Collection[Path]) -> tuple[str, str] | str | None:
    """Return the annotator and the document of a file; why it is passed over, "" without a word; None when it is no such."""
    folder, document = path.parent.parent.name, path.parent.name
    if path.name.lower() == TYPE_SYSTEM and any(one.suffix.lower() == ".xmi" for one in files):
        return ""
    if path.suffix.lower() == ".ser":
        has_other = folder.removesuffix("_ser") in (WORK, CURATED) and any(
            _is_of(document, one) for one in files
        )
        return "" if has_other else BINARY
    if folder in (WORK, CURATED):
        return _work(path, document, files)
    if path.parent.name == TEXTS and any(_is_of(path.name, one) for one in files):
        return ""
    return "" if _is_about(path, files) else None


def _work(path: Path, document: str, files: Collection[Path]) -> tuple[str, str] | str | None:
    text = path.parent.parent.parent / TEXTS / document
    if path.suffix.lower() == ".txt" and (text in files or any(_is_of(document, one) for one in files)):
        return BARE
    user = path.name.partition(".zip")[0] if path.name.lower().endswith(".zip") else path.stem
    if user == INITIAL:
        others = [one for one in files if _is_of(document, one) and one.stem != INITIAL]
        return "" if others else ("", document)
    if user == CURATOR:
        return CURATION, document
    return (user, document) if path.parent.parent.name == WORK else None


def _is_of(document: str, path: Path) -> bool:
    """Return whether a file is somebody's work on the document, and more than its text."""
    return (
        path.suffix.lower() != ".txt"
        and path.parent.name == document
        and path.parent.parent.name in (WORK, CURATED)
    )


def _is_about(path: Path, files: Collection[Path]) -> bool:
    """Return whether a file describes a project, or lies in one beside the documents."""
    if path.name.startswith(ABOUT) and path.suffix.lower() == ".json":
        return True
    roots = {one.parent for one in files if one.name.startswith(ABOUT) and one.suffix.lower() == ".json"}
    above = next((root for root in roots if path.is_relative_to(root)), None)
    return above is not None and path.relative_to(above).parts[0] not in (WORK, CURATED, TEXTS)
