"""Suggestions: what a pipeline and the generic rules find in an article.

A pipeline is a shipped one, an installed spaCy package or a folder; spaCy is imported when one is loaded,
never in the window's process.  Where the two overlap, the pipeline's entity stands and the rule's goes.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.errors import UserError
from annotations.index import SpanIndex
from annotations.spans import Span, Status, derived_id
from annotations.text import trim
from annotations.tokenizing import LONGEST, blank, doc_of

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

NONE, RULES, SHIPPED = "none", "rules", "en_news"
RULE = "rule"  # the origin of what a rule suggests


class Suggester:
    """A loaded pipeline with the rules beside it."""

    def __init__(self, nlp: Language | None, origin: str) -> None:
        self._nlp, self._origin = nlp, origin

    def suggest(
        self, articles: Iterable[tuple[str, str]], labels: Collection[str]
    ) -> Iterator[tuple[str, list[Span]]]:
        """For each (id, text) the id and its suggestions, in text order, with labels among those given.

        Spans are flat; ids depend on the article, the bounds and the label alone.
        """
        if self._nlp is None:
            yield from ((id_, []) for id_, _ in articles)
            return
        docs = ((doc_of(self._nlp, text), id_) for id_, text in articles)
        for doc, id_ in self._nlp.pipe(docs, as_tuples=True, batch_size=16):
            spans = [span for span in _found(doc, id_, self._origin) if span.label in labels]
            yield id_, spans


def load(name: str, folder: Path | None = None) -> Suggester:
    """The pipeline of that name: none, rules, a shipped one, a folder (perhaps below `folder`'s
    `pipelines/`), or an installed spaCy package.

    UserError when there is none, when it is no pipeline, or when it finds no entities.
    """
    if name == NONE:
        return Suggester(None, NONE)
    if name == RULES or (name == SHIPPED and not _shipped().is_dir()):
        return Suggester(blank(), RULE)
    nlp = _load(name, folder)
    if "ner" not in nlp.pipe_names:
        raise UserError(f"The pipeline {name} finds no entities: it has no `ner` part.")
    if nlp.lang != "en":
        raise UserError(
            f"The pipeline {name} is for the language {nlp.lang}, and the rules here are English."
        )
    nlp.max_length = LONGEST
    return Suggester(nlp, f"{nlp.meta.get('name', name)} {nlp.meta.get('version', '')}".strip())


def _load(name: str, folder: Path | None) -> Language:
    import spacy

    places = (
        [_shipped()] if name == SHIPPED else [Path(name), *([folder / "pipelines" / name] if folder else [])]
    )
    path = next((place for place in places if place.is_dir()), None)
    if path is None and not spacy.util.is_package(name):
        raise UserError(
            f"There is no pipeline {name}: it is no shipped one, no installed spaCy package and no folder. "
            "Name another under `pipeline:` in project.yaml."
        )
    try:
        return spacy.load(path or name)
    except (OSError, ValueError, KeyError, ImportError) as error:
        raise UserError(f"The pipeline {name} cannot be loaded: {_first_line(error)}", where=path) from error


def _shipped() -> Path:
    return Path(str(files("annotations"))) / "pipelines" / SHIPPED


def _found(doc: Doc, article: str, origin: str) -> list[Span]:
    """The pipeline's entities, and what the rules find beside them."""
    from annotations import rules

    index = SpanIndex()
    for entity in doc.ents:
        if bounds := trim(doc.text, entity.start_char, entity.end_char):
            index.add(_span(article, bounds, entity.label_, origin, None))
    for start, end, label, score in rules.find(doc):
        if not index.overlapping(start, end):
            index.add(_span(article, (start, end), label, RULE, score))
    return list(index)


def _span(article: str, bounds: tuple[int, int], label: str, origin: str, score: float | None) -> Span:
    id_ = derived_id(article, *bounds, label)
    return Span(id_, bounds[0], bounds[1], label, Status.SUGGESTED, origin, score)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
