"""Pipelines that a training knows: the one in use, which it is compared with, and the one that it begins with."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.errors import UserError
from annotations.learn.saving import trained_on
from annotations.learn.shapes import NOTHING
from annotations.learn.task import LearningTask
from annotations.suggest.installed import NONE, SHIPPED, places, shipped_folder
from annotations.suggest.pipelines.second_opinion import parents_of
from annotations.suggest.suggester import Suggester
from annotations.suggest.trust import fingerprint
from annotations.training.evaluate import Text, by_pipeline, by_suggester
from annotations.training.scores import Marking

if TYPE_CHECKING:
    from spacy.language import Language

NER = "ner"
Load = Callable[[str], Suggester]  # of a name; UserError when there is no such pipeline, or it is not trusted
Finder = Callable[[Sequence[Text]], Sequence[Collection[Marking]]]  # what a pipeline finds in texts


class KnownPipelines:
    """The pipelines of a training in the project of that folder, each loaded once."""

    def __init__(self, load: Load, project: Path) -> None:
        self._load, self._project = load, project
        self._loaded: dict[str, Suggester] = {}

    def parent(self, name: str) -> Language | None:
        """Return the pipeline; None for NOTHING.  UserError as when it is loaded."""
        return None if name == NOTHING else self._suggester(name).nlp

    def finder(self, name: str, labels: Collection[str]) -> Finder:
        """Return what finds spans as the pipeline does; of our rules, which stand for one, those of the labels."""
        if name == NONE:
            return _nothing
        suggester = self._suggester(name)
        nlp = suggester.nlp
        if nlp is None or NER not in nlp.pipe_names:
            return lambda texts: by_suggester(suggester, texts, labels)
        return lambda texts: by_pipeline(nlp, texts)

    def trained_on(self, name: str) -> frozenset[str]:
        """Return the digests of the articles that trained a pipeline which was loaded, as far as it says so."""
        return trained_on(self._meta(name))

    def lineage(self, name: str) -> frozenset[str]:
        """Return the names of a pipeline that was loaded, and of those that it was trained from; none of NOTHING."""
        meta = self._meta(name)
        return frozenset({str(meta.get("name", name)), *parents_of(meta)}) if meta else frozenset()

    def informed(self, task: LearningTask, in_use: str, schema: Collection[str]) -> LearningTask:
        """Return the task with what the pipeline in use finds beside the new one, and the hash of the parent.

        `schema`: the project's labels in use.
        """
        labels = {str(label) for label in self._meta(in_use).get("labels", {}).get(NER, ())}
        told = replace(
            task.told,
            lost=sorted((labels & {*schema}) - {*task.wish.labels}),
            gone=sorted(labels - {*schema}),
        )
        return replace(task, told=told, wish=replace(task.wish, parent_hash=self._hash(task.wish.parent)))

    def _suggester(self, name: str) -> Suggester:
        if name not in self._loaded:
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def _meta(self, name: str) -> dict[str, Any]:
        found = self._loaded.get(name)
        return found.nlp.meta if found and found.nlp else {}

    def _hash(self, name: str) -> str:
        """Return the hash of the pipeline's folder; "" of an installed package."""
        folders = [shipped_folder()] if name == SHIPPED else places(name, self._project)
        with suppress(UserError):
            return next((fingerprint(one) for one in folders if one.is_dir()), "")
        return ""


def _nothing(texts: Sequence[Text]) -> Sequence[Collection[Marking]]:
    return [() for _ in texts]
