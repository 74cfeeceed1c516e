"""Decisions on words and spans: a label, confirmed, rejected, deleted, no more suggested."""

from __future__ import annotations

from collections.abc import Sequence

from annotations import span_verbs
from annotations.carrying.carried import CarriedDecision
from annotations.carrying.hits import Fate, Hit, barred, to_be
from annotations.sets import AnnotationSet
from annotations.spans import Span, Status, new_id


def weigh_label(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of giving the label.

    Not offered, so that a person must ask for it, where the annotator rejected that very label.
    """
    label = decision.label
    if any((span.status, span.label) == (Status.CONFIRMED, label) for span in hit.seen):
        return None
    if hit.obstacle:
        return barred(hit.obstacle)
    if hit.beside:
        return barred(f"{hit.beside[0].label} is on these words too")
    return to_be(label, offered=label not in (span.label for span in hit.refused))


def label(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set with a span of the label at each hit."""
    return span_verbs.confirm(to, *(_labelled(hit, decision.label, to.annotator) for hit in hits))


def weigh_confirm(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of confirming the span as it is; of several the surest.

    Not offered where another label stands on the same words.
    """
    if any(span.status is Status.CONFIRMED for span in hit.seen):
        return None
    if not hit.seen:
        return barred("rejected here" if hit.refused else "no suggestion here")
    best = _best(hit)
    if hit.obstacle:
        return barred(hit.obstacle)
    if any(span.label == best.label for span in hit.beside):
        return barred(f"{best.label} is on these words already")
    return to_be(best.label, offered=not hit.beside and len(hit.seen) == 1)


def confirm(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set with the span at each hit confirmed."""
    return span_verbs.confirm(to, *map(_best, hits))


def weigh_type(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return that spans and words are no facts."""
    return barred("a span has a label, no type" if hit.seen else "no fact")


def weigh_none(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of rejecting or deleting what stands there.

    Not offered where none has the label decided about, if there is one.
    """
    there = [span for span in hit.seen if span.status is not Status.REJECTED]
    if not there:
        return None
    return to_be("no span", offered=not decision.was or any(span.label == decision.was for span in there))


def none(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set without the spans at the hits; fillers of facts stay as bare ranges."""
    return span_verbs.reject(to, *(span for hit in hits for span in _refusable(hit, decision.was)))


def weigh_reject(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of rejecting a suggestion, confirmed or not; barred is what was made by hand."""
    if hit.by_hand:
        return barred("made by hand: delete it")
    fate = weigh_none(hit, decision)
    return fate and fate._replace(said="rejected")


def weigh_delete(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of deleting what was confirmed; barred is what nobody decided on."""
    if any(span.status is Status.SUGGESTED for span in hit.seen):
        return barred("undecided: reject it")
    return weigh_none(hit, decision)


def weigh_stop(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of suggesting the words with their label no more; barred where that was confirmed."""
    if any(span.status is Status.CONFIRMED for span in hit.seen):
        return barred("confirmed: delete it first")
    if not (hit.seen or hit.refused):
        return barred("nothing is suggested here")
    return to_be("rejected, no more suggested" if hit.seen else "no more suggested")


def stopped(hits: Sequence[Hit]) -> list[tuple[str, str]]:
    """Return the (label, wording) that these hits would stop, each once, in their order."""
    said = ((span.label, hit.words[1]) for hit in hits for span in hit.seen or hit.refused)
    return list(dict.fromkeys(said))


def _best(hit: Hit) -> Span:
    return max(hit.seen, key=lambda span: (span.status is Status.CONFIRMED, span.score or 0))


def _refusable(hit: Hit, label: str) -> list[Span]:
    return [span for span in hit.seen if span.label == label] or list(hit.seen)


def _labelled(hit: Hit, label: str, annotator: str) -> Span:
    """Return the span at the hit that has the label, else the best one relabelled, else a new one.

    One that was rejected with it is taken back, but where another is confirmed.
    """
    is_held = any(span.status is Status.CONFIRMED for span in hit.seen)
    there = hit.seen if is_held else (*hit.seen, *hit.refused)
    if said := [span for span in there if span.label == label]:
        return said[0]
    if hit.seen:
        return _best(hit).changed(label=label)
    return Span(new_id(), hit.start, hit.end, label, origin=annotator)
