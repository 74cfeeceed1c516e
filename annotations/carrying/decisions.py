"""Decisions carried to many hits: the table of them, and how one is weighed and carried.

Each is weighed hit by hit, so that a person sees before what would be; what is barred is never carried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from annotations.carrying import on_facts, on_spans, remarks
from annotations.carrying.carried import CarriedDecision
from annotations.carrying.hits import Fate, Hit, barred
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import AnnotationSet

Weigh = Callable[[Hit, CarriedDecision], Fate | None]
Carry = Callable[[AnnotationSet, Sequence[Hit], CarriedDecision], AnnotationSet]
DONE = "the article is done"


@dataclass(frozen=True)
class KindOfDecision:
    """A row of the table: what it does to words and spans and to facts, or why it does nothing to facts.

    `weigh` gives the effect on a hit, None when it is so already; `carry` the set after it.  `is_remark`: it changes no work, so that it may be carried
    into what is done.
    """

    weigh: Weigh
    carry: Carry
    weigh_fact: Weigh | str
    carry_facts: Carry | None = None
    is_remark: bool = False


DECISIONS: Mapping[str, KindOfDecision] = {
    "label": KindOfDecision(on_spans.weigh_label, on_spans.label, "a fact has a type, no label"),
    "confirm": KindOfDecision(
        on_spans.weigh_confirm, on_spans.confirm, on_facts.weigh_confirm, on_facts.confirm
    ),
    "type": KindOfDecision(on_spans.weigh_type, on_spans.none, on_facts.weigh_type, on_facts.retype),
    "none": KindOfDecision(on_spans.weigh_none, on_spans.none, on_facts.weigh_none, on_facts.none),
    "reject": KindOfDecision(on_spans.weigh_reject, on_spans.none, on_facts.weigh_reject, on_facts.none),
    "delete": KindOfDecision(on_spans.weigh_delete, on_spans.none, on_facts.weigh_delete, on_facts.none),
    "comment": KindOfDecision(
        remarks.weigh_comment, remarks.comment, remarks.weigh_comment, remarks.comment, is_remark=True
    ),
    "boilerplate": KindOfDecision(
        remarks.weigh_boilerplate, remarks.boilerplate, remarks.weigh_boilerplate, remarks.boilerplate
    ),
    "stop": KindOfDecision(
        on_spans.weigh_stop, on_spans.none, "facts are not suggested by their words alone"
    ),
}


def weigh(hit: Hit, decision: CarriedDecision) -> Fate | None:
    """Return the effect that the decision would have on the hit; None when it is so already."""
    if hit.beyond:
        return barred(hit.beyond)
    kind = DECISIONS[decision.kind]
    how = kind.weigh_fact if hit.fact else kind.weigh
    fate = barred(how) if isinstance(how, str) else how(hit, decision)
    if fate is None or not fate.is_open:
        return fate
    if hit.closed:
        return barred(hit.closed)
    return barred(DONE) if hit.is_done and not (kind.is_remark or decision.in_done) else fate


def decided(to: AnnotationSet, chosen: Iterable[Hit], decision: CarriedDecision) -> AnnotationSet:
    """Return the set after the decision was carried to these hits, all of its article and open.

    A suggestion keeps id, origin and score; what is made here is by the set's annotator.
    """
    hits, kind = list(chosen), DECISIONS[decision.kind]
    facts, others = [hit for hit in hits if hit.fact], [hit for hit in hits if not hit.fact]
    if others:
        to = kind.carry(to, others, decision)
    if facts and kind.carry_facts:
        to = kind.carry_facts(to, facts, decision)
    return to
