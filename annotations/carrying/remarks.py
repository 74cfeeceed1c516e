"""Decisions that say something of a place whatever stands there: a comment, boilerplate."""

from __future__ import annotations

from collections.abc import Sequence

from annotations import comments, span_verbs
from annotations.carrying.carried import CarriedDecision, Extent
from annotations.carrying.hits import Fate, Hit, Range, to_be
from annotations.sets import AnnotationSet
from annotations.sheet import united
from annotations.text.text import quoted


def weigh_comment(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of a comment on the span or fact, else on the article."""
    where = "" if _on(hit) else " on the article"
    return to_be(f"comment{where}")


def comment(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set with a comment for each hit; one on the article quotes the words."""
    for hit in hits:
        on, words = _on(hit), hit.words[1]
        text = decision.text if on else f"{quoted(words, 0, len(words))}: {decision.text}"
        to = comments.comment(to, text, at=decision.at, on=on)
    return to


def weigh_boilerplate(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of making the stretch boilerplate; None for words that are so already."""
    if decision.extent is Extent.WORDS:
        return None if hit.is_boilerplate else to_be("boilerplate")
    return to_be(f"boilerplate: its {decision.extent}")


def boilerplate(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set with the stretches of the hits marked; those that touch are one."""
    for start, end in united(stretch(hit, decision.extent) for hit in hits):
        to = span_verbs.mark_boilerplate(to, start, end)
    return to


def stretch(hit: Hit, extent: Extent) -> Range:
    """Return what that extent is of the hit; the words alone where nothing more was looked for."""
    whole = {Extent.SENTENCE: hit.sentence, Extent.PARAGRAPH: hit.paragraph}.get(extent) or (0, 0)
    return whole if whole[1] else (hit.start, hit.end)


def _on(hit: Hit) -> str | None:
    """Return the id of what a comment is on, None for the article."""
    if hit.item:
        return hit.item
    return hit.seen[0].id if len(hit.seen) == 1 else None
