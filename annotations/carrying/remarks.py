"""Decisions that say something of a place whatever stands there: a comment, boilerplate."""

from __future__ import annotations

from collections.abc import Sequence

from annotations import comments
from annotations.carrying.carried import CarriedDecision, Extent
from annotations.carrying.hits import Fate, Hit, to_be
from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import united
from annotations.text.text import quoted


def weigh_comment(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of a comment on the span or fact, else on the article."""
    where = "" if _on(hit) else " on the article"
    return to_be(f"comment{where}")


def comment(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set with a comment for each hit; one on the article quotes the words."""
    return comments.comment_each(to, (_said(hit, decision.text) for hit in hits), at=decision.at)


def weigh_boilerplate(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of making its stretch boilerplate; None where all of that is so already."""
    if hit.is_boilerplate:
        return None
    return to_be("boilerplate" + f": its {decision.extent}" * (decision.extent is not Extent.WORDS))


def boilerplate(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set with the stretches of the hits marked; those that touch are one."""
    ranges = united(hit.stretch for hit in hits)
    return to.having(*(Boilerplate(start, end) for start, end in ranges))


def _on(hit: Hit) -> str | None:
    """Return the id of what a comment is on, None for the article."""
    if hit.item:
        return hit.item
    return hit.seen[0].id if len(hit.seen) == 1 else None


def _said(hit: Hit, text: str) -> tuple[str, str | None]:
    """Return the words of a comment, and the id that it is on."""
    on, words = _on(hit), hit.words[1]
    return (text if on else f"{quoted(words, 0, len(words))}: {text}"), on
