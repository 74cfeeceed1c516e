"""Decisions on facts: confirmed, of another type, rejected, deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotations import fact_verbs
from annotations.carrying.carried import CarriedDecision
from annotations.carrying.hits import Fate, Hit, barred, to_be
from annotations.facts import Fact
from annotations.schema.types import FactType
from annotations.sets import AnnotationSet
from annotations.span_index import SpanIndex
from annotations.span_verbs import put_facts
from annotations.spans import Span, Status


def weigh_confirm(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of confirming the fact; not offered while a needed role is open."""
    fact = _fact(hit)
    if fact.status is Status.CONFIRMED:
        return None
    if hit.obstacle:
        return barred(hit.obstacle)
    return to_be("confirmed" + _lacking(hit.lacks), offered=not hit.lacks)


def confirm(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set with the facts confirmed, and with them those of their fillers that cross nothing."""
    return _put(to, [(_fact(hit), hit.filling) for hit in hits])


def weigh_type(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of giving the type; not offered where a filled role goes, or a needed one is open."""
    fact, type_ = _fact(hit), decision.fact_type or FactType(decision.label)
    if (fact.type, fact.status) == (type_.name, Status.CONFIRMED):
        return None
    made = fact_verbs.retyped(fact, type_)
    if hit.obstacle or made.is_empty():
        return barred(hit.obstacle or f"{type_.name} has none of its roles")
    lost = [role.role for role in fact.roles if role.fillers and role.role not in type_.roles]
    lacks = tuple(fact_verbs.incomplete(made, type_))
    without = f", without {', '.join(lost)}" * bool(lost)
    return to_be(type_.name + without + _lacking(lacks), offered=not (lost or lacks))


def retype(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set with the facts confirmed as ones of that type."""
    type_ = decision.fact_type or FactType(decision.label)
    return _put(to, [(fact_verbs.retyped(_fact(hit), type_), hit.filling) for hit in hits])


def weigh_none(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of rejecting or deleting the fact; one confirmed may be spared unless somebody asks."""
    status = _fact(hit).status
    if status is Status.REJECTED:
        return None
    return to_be("no fact", offered=not (decision.spares and status is Status.CONFIRMED))


def none(to: AnnotationSet, hits: Sequence[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set without the facts; a suggested one stays, rejected."""
    return fact_verbs.reject_fact(to, *map(_fact, hits))


def weigh_reject(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of rejecting a suggestion, confirmed or not; barred is what was made by hand."""
    if hit.by_hand:
        return barred("made by hand: delete it")
    fate = weigh_none(hit, decision)
    return fate and fate._replace(said="rejected")


def weigh_delete(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect of deleting what was confirmed; barred is what nobody decided on."""
    is_undecided = _fact(hit).status is Status.SUGGESTED
    return barred("undecided: reject it") if is_undecided else weigh_none(hit, decision)


def _fact(hit: Hit) -> Fact:
    if hit.fact is None:
        raise ValueError("This hit is no fact.")
    return hit.fact


def _lacking(roles: Sequence[str]) -> str:
    return f", no {' and no '.join(roles)} yet" if roles else ""


def _put(to: AnnotationSet, facts: list[tuple[Fact, tuple[Span, ...]]]) -> AnnotationSet:
    """Return the set with the facts confirmed; an undecided filler that crosses a span stays as a bare range."""
    held = SpanIndex(span for span in to.spans.values() if span.status is Status.CONFIRMED)
    fitting = []
    for fact, filling in facts:
        fits = list[Span]()
        for span in filling:
            if all(
                span.nests(other) or span.id == other.id for other in held.overlapping(span.start, span.end)
            ):
                fits.append(span)
                held.add(replace(span, status=Status.CONFIRMED))
        fitting.append((fact, fits))
    return put_facts(to, fitting)
