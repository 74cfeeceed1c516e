"""One run of the command `train`: pipelines loaded, trained, saved, trusted, packaged, used."""

from __future__ import annotations

from dataclasses import field, replace
from pathlib import Path
from typing import Any

from annotations.errors import UserError
from annotations.learn import report as reports
from annotations.learn.known import KnownPipelines
from annotations.learn.packaging import package
from annotations.learn.recipe import enough
from annotations.learn.saving import save
from annotations.learn.shapes import TrainingOutcome
from annotations.learn.task import LearningTask
from annotations.learn.teaching import NewPipeline, teach
from annotations.learn.told import told
from annotations.learn.triggers import LearnedTriggers, teach_triggers
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import GOLD
from annotations.suggest import suggester as suggesters
from annotations.suggest.chunks.here import Here
from annotations.suggest.installed import PIPELINES
from annotations.suggest.suggester import Suggester
from models.project import Project
from models.queries.training.trigger_lessons import trigger_lessons
from models.settings import Settings, annotator_name
from models.transfer.training import switching
from models.transfer.training.preparing import PreparedTraining, named, prepared
from ui.commands.base import count, trusting
from ui.commands.learning.stopping import StopRequests
from ui.commands.learning.telling import EpochLines
from ui.commands.progress import ProgressReport
from ui.commands.suggesting.filling import LookRun, job_for, wanted_in


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
    """The results of the command: the outcome, the pipeline's name, its package, the articles looked through again."""

    outcome: TrainingOutcome
    name: str
    package: dict[str, str] | None = None
    again: int | None = None
    troubles: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        more = {"name": self.name, "package": self.package, "looked_again": self.again}
        return reports.as_json(self.outcome) | more | {"text": self.as_text()}

    def as_text(self) -> str:
        said = [reports.as_text(self.outcome), "", f"The pipeline {self.name} is in {self.outcome.folder}."]
        said += [f"Its package: {self.package['wheel']}"] if self.package else []
        if self.again is not None:
            said.append(
                f"It suggests from now on; {count(self.again, 'unfinished article')} looked through again."
            )
        return "\n".join(said)


class TrainingRun:
    """A run on an open project, with the work of `who`."""

    def __init__(self, project: Project, who: str, options: TrainingOptions, progress: bool) -> None:
        self._project, self._who, self._options, self._progress = project, who, options, progress
        self._pipelines = KnownPipelines(self._load, project.folder)

    def done(self) -> TrainingMade | None:
        """Train, save and use what was asked for; None when stopped before there was anything to keep.

        UserError when there is too little to learn from, or a pipeline cannot be loaded or saved.
        """
        asked, project, known = self._options, self._project, self._pipelines
        found = prepared(
            project, self._who, parent=asked.parent, budget=asked.budget, curve=asked.curve, seed=asked.seed
        )
        labels = project.schema.labels_in_use
        if why := enough(found.work.finished, list(labels)):
            raise UserError(f"{self._who}: {why}")
        self._require_free()
        parent, in_use = known.parent(found.task.wish.parent), known.finder(project.schema.pipeline, labels)
        task = known.informed(found.task, project.schema.pipeline, labels)
        seen = found.known_to(known.trained_on(project.schema.pipeline))
        task = replace(task, told=replace(task.told, known=seen))
        telling = EpochLines(self._progress)
        telling.begin(task)
        with StopRequests(self._progress) as stopping:
            made = teach(task, parent, in_use, telling.tell, stopping.is_stopped)
            if made is None:
                return None
            lessons = trigger_lessons(project, project.schema, self._who, [one.id for one in task.train])
            triggers = teach_triggers(lessons, task.wish, parent, telling.tell, stopping.is_stopped)
        notes = (*made.outcome.notes, *filter(None, [triggers.said]))
        made = replace(made, outcome=replace(made.outcome, notes=notes))
        return self._kept(found, task, made, triggers)

    def _kept(
        self, found: PreparedTraining, task: LearningTask, made: NewPipeline, triggers: LearnedTriggers
    ) -> TrainingMade:
        """Save the pipeline; trust it, package it and use it where that was asked for."""
        asked, project, troubles = self._options, self._project, list[str]()
        name, number = named(project)  # another training may have taken the name meanwhile
        folder = asked.out or project.folder / PIPELINES / name
        known, parent = self._pipelines, task.wish.parent
        said = told(task, made, found.lessons.split, known.trained_on(parent), known.lineage(parent))
        hash_ = save(made.nlp, folder, name.replace("-", "_"), f"{number}.0.0", said, triggers.nlp)
        try:
            Settings().trust_pipeline(hash_, folder.absolute())
        except UserError as error:
            troubles.append(str(error))
        packaged = package_it(folder, asked.package) if asked.package else None
        again = self._used(folder, troubles) if asked.use else None
        outcome = replace(made.outcome, folder=folder)
        return TrainingMade(outcome, folder.name, packaged, again, troubles)

    def _require_free(self) -> None:
        """Raise UserError when there is something where the pipeline is to be saved."""
        if self._options.out and self._options.out.exists():
            raise UserError(
                "There is something there already; choose another folder.", where=self._options.out
            )

    def _load(self, name: str) -> Suggester:
        folder, language = self._project.folder, self._project.schema.language
        return trusting(lambda trusted: suggesters.load(name, folder, trusted, language), self._options.trust)

    def _used(self, folder: Path, troubles: list[str]) -> int:
        """Have the project use the pipeline; return how many articles were looked through again, 0 when it was in vain."""
        project = self._project
        name = switching.called(project.folder, folder)
        by = annotator_name(None, Settings()) if self._who == GOLD else self._who
        again = switching.use(project, name, by=by)
        what = "all" if project.schema.proposes_facts else "spans"
        try:
            job = job_for(project, spread := Here(), name, what, self._options.trust)
            run = LookRun(project, spread, job, wanted_in(project, what, again=True, among=again))
            run.fill(troubles.append, ProgressReport(False, ""))
            return run.articles
        except UserError as error:  # of a second opinion, for instance, that is its kin
            troubles.append(str(error))
            return 0


def package_it(folder: Path, out: Path) -> dict[str, str]:
    """Write the pipeline in the folder as a package below `out`; return the paths of its folder and distributions."""
    made = package(folder, out)
    return {"folder": str(made.folder), "sdist": str(made.sdist), "wheel": str(made.wheel)}
