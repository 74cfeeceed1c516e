"""Runs of training: each begins anew, reports every epoch, and keeps the best one while there is time.

The time, the stop and what a pipeline begins with are one for all runs of a training.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.learn.loop import LARGEST, Found, HeldOut, epochs, unfound, worth
from annotations.learn.pace import A_SECOND, length_of, planned
from annotations.learn.parents import NER, begun, mapped, origin
from annotations.learn.pieces import LessonExamples, taught
from annotations.learn.shapes import EpochReport, IsStopped, Lesson, Tell, TrainingWish
from annotations.training.scores import ALL, Counts

if TYPE_CHECKING:
    from spacy.language import Language

PATIENCE = 4  # epochs without a better one
GENTLE = 0.0005  # the rate at which the last epoch learns, on all articles
SAMPLE = 20  # lessons by which a pipeline's layers are sized
FIRST, EVERY = "first", "all"  # the stages


class Run(NamedTuple):
    """One run over some articles; `model`: of the epoch `best`, b"" when none was kept."""

    nlp: Language
    taught: LessonExamples
    model: bytes = b""
    best: int = 0
    epochs: int = 0
    found: Found = {}  # noqa: RUF012 - never written to
    counts: Counts = Counts()
    seconds: float = 0.0  # of an epoch, its figures included


class Runs:
    """Everything that the runs of a training have in common: the wish, the beginning, the time, who is told."""

    def __init__(
        self,
        lessons: Sequence[Lesson],
        held_out: Sequence[Lesson],
        wish: TrainingWish,
        parent: Language | None,
        tell: Tell,
        is_stopped: IsStopped,
    ) -> None:
        self._began = time.monotonic()
        self.lessons, self.held_out, self.wish = lessons, held_out, wish
        self.is_stopped, self._tell = is_stopped, tell
        self.origin = origin(parent, wish.language)
        kin = self.origin.parent
        self.mapped = mapped(kin, lessons, wish.labels) if kin else {}
        self.most, self._longest = planned(length_of(lessons), from_nothing=not kin)

    def left(self) -> float:
        """Return the seconds that are left of the budget."""
        return self.wish.budget - (time.monotonic() - self._began)

    def begun(self, lessons: Sequence[Lesson]) -> tuple[Language, LessonExamples]:
        """Return a pipeline to train and the examples for it; every random number begins at the seed."""
        from thinc.api import fix_random_seed

        wish = self.wish
        done = [one for one in (*lessons, *self.held_out) if one.is_done and one.text.strip()]
        some = done[:SAMPLE]
        fix_random_seed(wish.seed)
        nlp = begun(
            self.origin,
            wish.language,
            self.mapped,
            wish.labels,
            lambda nlp: taught(nlp, some, wish.labels).examples,
        )
        return nlp, taught(nlp, lessons, wish.labels)

    def goes_on(self, reserve: float = 0.0) -> Callable[[], bool]:
        """Return what says whether there is time beyond the reserve, and nobody has stopped the training."""
        return lambda: not self.is_stopped() and self.left() > reserve

    def choose(self, stage: str, lessons: Sequence[Lesson], most: int, patience: int = PATIENCE) -> Run:
        """Train until the best epoch lies `patience` behind, `most` have been, or it has to end."""
        run = Run(*self.begun(lessons))
        held = HeldOut(run.nlp, self.held_out, self.wish.labels)
        model: Any = run.nlp.get_pipe(NER)
        began, best = time.monotonic(), -10.0
        goes_on = self.goes_on(reserve=held.tokens / A_SECOND)
        for number, end in enumerate(epochs(run.nlp, run.taught.examples, self.wish.seed, goes_on), 1):
            if self.is_stopped():
                break
            with run.nlp.use_params(end.averages):
                found = held.found(run.nlp)
                counts = held.counts(found)
                value = worth(counts, run.taught.trained)
                if value > best:
                    best = value
                    run = run._replace(model=model.model.to_bytes(), best=number, found=found, counts=counts)
            run = run._replace(epochs=number, seconds=(time.monotonic() - began) / number)
            self.report(stage, run, most, end.loss, counts)
            more = unfound(run.counts, run.taught.trained) and patience == PATIENCE
            is_stuck = number - run.best >= patience and any(run.found.values())  # not before the first find
            if number >= (self._longest if more else most) or is_stuck:
                break
        if run.model:
            model.model.from_bytes(run.model)
        return run

    def go_on(self, lessons: Sequence[Lesson], first: Run) -> bool:
        """Train the run's best epoch one epoch further, gently, on all lessons; return whether there was time.

        Where there was not it is left as it was.
        """
        from thinc.api import fix_random_seed

        fix_random_seed(self.wish.seed)
        nlp, given = first.nlp, taught(first.nlp, lessons, self.wish.labels)
        began, seed = time.monotonic(), self.wish.seed + 1
        rounds = epochs(nlp, given.examples, seed, self.goes_on(), rate=GENTLE, smallest=LARGEST)
        end = next(rounds)
        run = first._replace(epochs=1, best=1, seconds=time.monotonic() - began)
        self.report(EVERY, run, 1, end.loss, first.counts)
        ner: Any = nlp.get_pipe(NER)
        with nlp.use_params(end.averages):
            kept = ner.model.to_bytes() if end.is_whole else first.model
        ner.model.from_bytes(kept)
        return end.is_whole

    def report(self, stage: str, run: Run, of: int, loss: float, counts: Counts) -> None:
        """Tell how far the run is; `counts`: of the epoch that has just ended."""
        labels = {label: round(count.f, 4) for label, count in counts.of.items() if label != ALL}
        left = max(min((of - run.epochs) * run.seconds, self.left()), 0.0)
        seconds, f = self.wish.budget - self.left(), round(counts.of[ALL].f, 4)
        self._tell(
            EpochReport(
                stage, run.epochs, of, round(seconds, 1), round(left, 1), round(loss, 1), f, run.best, labels
            )
        )
