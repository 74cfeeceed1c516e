"""One run of the command `train`: pipelines loaded, trained, saved, trusted, packaged, used."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.errors import UserError
from annotations.learn import report as reports
from annotations.learn.packaging import package
from annotations.learn.recipe import enough
from annotations.learn.saving import PIPELINES, save, trained_on
from annotations.learn.shapes import NOTHING, TrainingOutcome
from annotations.learn.task import LearningTask
from annotations.learn.teaching import Finder, TaughtPipeline, teach
from annotations.learn.told import told
from annotations.suggest import suggester as suggesters
from annotations.suggest.installed import NONE, SHIPPED, places, shipped_folder
from annotations.suggest.suggester import Suggester
from annotations.suggest.trust import fingerprint
from annotations.training.evaluate import Text, by_pipeline, by_suggester
from annotations.training.scores import Marking
from models.project import Project
from models.settings import Settings
from models.transfer.training import switching
from models.transfer.training.preparing import PreparedTraining, prepared
from ui.commands.base import count, trusting
from ui.commands.learning.stopping import Stopping
from ui.commands.learning.telling import Telling
from ui.commands.suggest import fill

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True)
class TrainingOptions:
    """The options of the command."""

    parent: str
    budget: float
    curve: bool
    seed: int
    out: Path | None
    package: Path | None
    use: bool
    trust: bool


@dataclass(frozen=True)
class TrainingMade:
    """What the command made: the outcome, the pipeline's name, its package, the articles looked through again."""

    outcome: TrainingOutcome
    name: str
    package: dict[str, str] | None = None
    again: int | None = None
    troubles: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        more = {"name": self.name, "package": self.package, "looked_again": self.again}
        return reports.as_json(self.outcome) | more

    def as_text(self) -> str:
        said = [reports.as_text(self.outcome), "", f"The pipeline {self.name} is in {self.outcome.folder}."]
        said += [f"Its package: {self.package['wheel']}"] if self.package else []
        if self.again is not None:
            said.append(
                f"It suggests from now on; {count(self.again, 'unfinished article')} looked through again."
            )
        return "\n".join(said)


class Run:
    """A run on an open project, with the work of `who`; the pipelines it has loaded, by name."""

    def __init__(self, project: Project, who: str, options: TrainingOptions, progress: bool) -> None:
        self._project, self._who, self._options, self._progress = project, who, options, progress
        self._loaded: dict[str, Suggester] = {}
        self._notes: list[str] = []

    def done(self) -> TrainingMade | None:
        """Train, save and use what was asked for; None when stopped before there was anything to keep.

        UserError when there is too little to learn from, or a pipeline cannot be loaded or saved.
        """
        asked = self._options
        found = prepared(
            self._project,
            self._who,
            parent=asked.parent,
            budget=asked.budget,
            curve=asked.curve,
            seed=asked.seed,
        )
        if why := enough(found.work.finished, list(self._project.schema.labels_in_use)):
            raise UserError(f"{self._who}: {why}")
        folder = self._free_folder(found.task.wish.name)
        task, parent, in_use = self._informed(found)
        telling = Telling(self._progress)
        with Stopping(self._progress) as stopping:
            made = teach(task, parent, in_use, telling.tell, stopping.is_stopped)
        if made is None:
            return None
        return self._kept(found, task, made, folder)

    def _kept(
        self, found: PreparedTraining, task: LearningTask, made: TaughtPipeline, folder: Path
    ) -> TrainingMade:
        """Save the pipeline; trust it, package it and use it where that was asked for."""
        wish, asked = task.wish, self._options
        inherited = trained_on(self._meta(wish.parent)) if wish.parent != NOTHING else frozenset()
        said = told(task, made, found.lessons.split, inherited)
        hash_ = save(made.nlp, folder, wish.name.replace("-", "_"), wish.version, said)
        Settings().trust_pipeline(hash_, folder.absolute())
        outcome = replace(made.outcome, folder=folder)
        packaged = _packaged(folder, asked.package) if asked.package else None
        again, troubles = self._used(folder) if asked.use else (None, list[str]())
        return TrainingMade(outcome, folder.name, packaged, again, troubles)

    def _free_folder(self, name: str) -> Path:
        """Return the folder that is written.  UserError when there is something."""
        folder = self._options.out or self._project.folder / PIPELINES / name
        if folder.exists():
            raise UserError("There is something there already; choose another folder.", where=folder)
        return folder

    def _informed(self, found: PreparedTraining) -> tuple[LearningTask, Language | None, Finder]:
        """Return the task with what the pipelines say of themselves, the parent, and what the one in use finds."""
        task, in_use = found.task, self._project.schema.pipeline
        parent = None if task.wish.parent == NOTHING else self._load(task.wish.parent).nlp
        finder = self._finder(in_use)
        labels = self._labels(in_use)
        new, schema = set(task.wish.labels), self._project.schema.labels_in_use
        info = replace(
            task.told,
            known=found.known_to(trained_on(self._meta(in_use))),
            lost=sorted(labels & schema - new),
            gone=sorted(labels - schema),
            before=[*self._notes],
        )
        wish = replace(task.wish, parent_hash=self._hash(task.wish.parent))
        return replace(task, told=info, wish=wish), parent, finder

    def _finder(self, in_use: str) -> Finder:
        """Return what finds spans as the pipeline in use does; one that cannot be loaded finds nothing, and a note says so."""
        if in_use == NONE:
            return _nothing
        try:
            suggester = self._load(in_use)
        except UserError as error:
            self._notes.append(f"The pipeline in use, {in_use}, could not be compared with: {error}")
            return _nothing
        nlp, labels = suggester.nlp, self._project.schema.labels_in_use
        if nlp is None or "ner" not in nlp.pipe_names:
            return lambda texts: by_suggester(suggester, texts, labels)
        return lambda texts: by_pipeline(nlp, texts)

    def _labels(self, name: str) -> set[str]:
        found = self._loaded.get(name)
        nlp = found.nlp if found else None
        return set(nlp.pipe_labels.get("ner", [])) if nlp else set()

    def _meta(self, name: str) -> dict[str, Any]:
        found = self._loaded.get(name)
        return found.nlp.meta if found and found.nlp else {}

    def _load(self, name: str) -> Suggester:
        if name not in self._loaded:
            folder = self._project.folder
            self._loaded[name] = trusting(
                lambda trusted: suggesters.load(name, folder, trusted), self._options.trust
            )
        return self._loaded[name]

    def _hash(self, name: str) -> str:
        """Return the hash of the parent's folder; "" of an installed package."""
        folders = [shipped_folder()] if name == SHIPPED else places(name, self._project.folder)
        with suppress(UserError):
            return next((fingerprint(one) for one in folders if one.is_dir()), "")
        return ""

    def _used(self, folder: Path) -> tuple[int, list[str]]:
        """Have the project use the pipeline; return how many articles were looked through again, and what went wrong."""
        project = self._project
        is_own = folder.parent.resolve() == (project.folder / PIPELINES).resolve()
        name = folder.name if is_own else str(folder.resolve())
        again, troubles = switching.use(project, name, by=self._who), list[str]()
        suggester = trusting(lambda trusted: suggesters.load(name, project.folder, trusted), False)
        what = "all" if project.schema.proposes_facts else "spans"
        fill(project, suggester, name, what, again, troubles.append)
        return len(again), troubles


def _packaged(folder: Path, out: Path) -> dict[str, str]:
    made = package(folder, out)
    return {"folder": str(made.folder), "sdist": str(made.sdist), "wheel": str(made.wheel)}


def _nothing(texts: Sequence[Text]) -> Sequence[Collection[Marking]]:
    return [() for _ in texts]
