"""A spaCy pipeline from its folder or installed package, or a sentence why it is none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import UserError, attempted

if TYPE_CHECKING:
    from spacy.language import Language


def language(name: str, places: list[Path]) -> Language:
    """Return the pipeline in the first of the places that is a folder, else the installed package of that name.

    UserError when there is none, or it is no pipeline.
    """
    import spacy

    path = next((place for place in places if place.is_dir()), None)
    if path is None and not spacy.util.is_package(name):
        raise UserError(
            f"There is no pipeline {name}: it is no shipped one, no installed spaCy package and no folder. "
            "Name another under `pipeline:` in project.yaml."
        )

    def refuse(kind: str) -> Language:
        raise UserError(
            f"{name} is no spaCy pipeline, or it cannot be loaded ({kind}). "
            "Name another under `pipeline:` in project.yaml.",
            where=path,
        )

    nlp = attempted(lambda: spacy.load(path or name), refuse, f"While the pipeline {name} was loaded")
    return nlp if isinstance(nlp, spacy.language.Language) else refuse(type(nlp).__name__)
