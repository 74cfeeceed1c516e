"""Trained pipelines in folders: their names, their `meta.json`, and that none is overwritten."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from annotations.errors import UserError, cause
from annotations.learn.card import card
from annotations.private_files import private_folder
from annotations.stages import Stage
from annotations.suggest.installed import NONE, PIPELINES, RULES, SHIPPED, TRIGGERS
from annotations.suggest.trust import fingerprint
from annotations.whole_files import put_folder

if TYPE_CHECKING:
    from spacy.language import Language

UNNAMED = "own"  # for a project's name without a Latin letter
LONGEST = 40  # letters of a name
OURS = "factmark"  # what we say in `meta.json`
SPACY = ">=3.8.0,<3.9.0"


def plain_name(project: str) -> str:
    """Return the project's name as a package of Python can be called.

    >>> plain_name("Red Sea, 2024")
    'red_sea_2024'
    """
    letters = normalize("NFKD", project).encode("ascii", "ignore").decode().lower()
    name = re.sub(r"[^a-z0-9]+", "_", letters).strip("_")[:LONGEST].strip("_")
    return (
        name if name[:1].isalpha() and name not in (NONE, RULES, SHIPPED) else f"{UNNAMED}_{name}".strip("_")
    )


def free_name(project: Path, name: str, taken: Collection[str] = ()) -> tuple[str, int]:
    """Return what a new pipeline of the project is called, its folder also, and which one it is: NAME, NAME-2 and so on.

    `taken`: names that mean another pipeline.
    """
    number = 1
    while (project / PIPELINES / numbered(name, number)).exists() or numbered(name, number) in taken:
        number += 1
    return numbered(name, number), number


def numbered(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def digests(articles: Iterable[str]) -> list[str]:
    """Return digests of the articles' ids: a pipeline that is given away tells no names of files."""
    return sorted(
        blake2b(id_.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() for id_ in articles
    )


def trained_on(meta: Mapping[str, Any]) -> frozenset[str]:
    """Return the digests of the articles that trained the pipeline, or its parents, as far as it says so."""
    told = meta.get(OURS)
    listed = told.get("trained_on") if isinstance(told, dict) else None
    return frozenset(map(str, listed)) if isinstance(listed, list) else frozenset()


def save(
    nlp: Language,
    folder: Path,
    name: str,
    version: str,
    told: Mapping[str, Any],
    triggers: Language | None = None,
) -> str:
    """Write the pipeline with its card to a new folder, whole or not at all; return its hash.

    `told`: what `meta.json` says under `factmark`; `triggers`: what finds triggers of facts, saved in it.  UserError when there is something, or it cannot be written.
    """
    nlp.meta.update(name=name, version=version, spacy_version=SPACY, license="")
    nlp.meta["description"] = "Spans as one project marks them, trained with Factmark"
    nlp.meta[OURS] = dict(told)
    try:
        private_folder(folder.parent)
        stage = Stage(folder)
        try:
            nlp.to_disk(stage.new)
            if triggers:
                triggers.to_disk(stage.new / TRIGGERS)
            (stage.new / "README.md").write_text(card(nlp.meta), "utf-8", newline="\n")
            _require_free(folder)
            put_folder(stage, folder, _require_free)
        finally:
            stage.close()
    except OSError as error:
        raise UserError(f"The pipeline cannot be saved: {cause(error)}.", where=folder) from error
    return fingerprint(folder)


def _require_free(folder: Path) -> None:
    if folder.exists():
        raise UserError("There is something there already; choose another folder.", where=folder)
