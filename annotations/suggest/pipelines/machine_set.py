"""The set of a machine: all that a pipeline or a suggester finds in an article, confirmed as a finished piece of work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotations.facts import Fact
from annotations.sets import AnnotationSet, Boilerplate, Progress, State
from annotations.span_verbs import confirm
from annotations.spans import Status
from annotations.suggest.suggester import Suggested


def machine_set(found: Suggested, annotator: str, *, machine: str) -> AnnotationSet:
    """Return the annotator's finished set: the spans and boilerplate that were found, as they are.

    `machine`: who made it, a pipeline with its version.
    """
    marks = (Boilerplate(mark.start, mark.end) for mark in found.boilerplate)
    progress = Progress(State.DONE, machine=machine)
    return confirm(AnnotationSet.of(found.article, annotator, [*marks, progress]), *found.spans)


def with_facts(made: AnnotationSet, facts: Iterable[Fact]) -> AnnotationSet:
    """Return the machine's set with the facts, which were put on its spans."""
    return made.having(*(replace(fact, status=Status.CONFIRMED) for fact in facts))
