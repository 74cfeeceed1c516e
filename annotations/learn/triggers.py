"""The training of a trigger tagger: of facts the triggers alone, by the recipe for labels; rules fill their roles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from annotations.learn.recipe import train
from annotations.learn.shapes import EpochReport, IsStopped, Lesson, Tell, TrainingWish
from annotations.learn.teaching import parts
from annotations.text.counts import counted

if TYPE_CHECKING:
    from spacy.language import Language

LEAST_FACTS = 80  # confirmed facts from which on it is worth having; with fewer it finds next to nothing more
BUDGET = 60.0  # seconds
STAGE = "facts"  # of its reports


class LearnedTriggers(NamedTuple):
    """A tagger, None for none, and a sentence on it."""

    nlp: Language | None = None
    said: str = ""


def teach_triggers(
    lessons: Sequence[Lesson], wish: TrainingWish, parent: Language | None, tell: Tell, is_stopped: IsStopped
) -> LearnedTriggers:
    """Return the tagger, None where there is too little to learn from, with a sentence on it; "" without any fact."""
    facts = Counter(mark.label for lesson in lessons for mark in lesson.marks)
    if not facts or is_stopped():
        return LearnedTriggers()
    if facts.total() < LEAST_FACTS:
        return LearnedTriggers(
            None, f"{counted(facts.total(), 'confirmed fact')}; facts are learned from {LEAST_FACTS} on."
        )
    asked = replace(wish, labels=tuple(facts), budget=min(BUDGET, wish.budget), curve=False)
    learns, held_back = parts(lessons, wish.seed)

    def told(report: EpochReport) -> None:
        tell(replace(report, stage=STAGE))

    trained = train(learns, held_back, asked, parent, tell=told, is_stopped=is_stopped)
    if trained is None:
        return LearnedTriggers()
    said = f"Triggers of facts were learned from {counted(facts.total(), 'confirmed fact')}."
    trained.nlp.meta["factmark"] = {"calibration": list(trained.calibration)} if trained.calibration else {}
    return LearnedTriggers(trained.nlp, said)
