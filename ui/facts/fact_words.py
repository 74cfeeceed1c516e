"""The marks of a fact in the article: the words of its trigger and of its fillers, with their names."""

from __future__ import annotations

from annotations.facts import Fact
from annotations.spans import Status
from ui.facts.fact_chips import FactMark
from ui.facts.fact_painter import Shown


def marked(fact: Fact | None) -> Shown:
    """Return the marks of the fact in the article."""
    if fact is None:
        return Shown()
    trigger = [FactMark(*fact.trigger, fact.type, True)] if fact.trigger else []
    fillers = [
        FactMark(filler.start, filler.end, role.role) for role in fact.roles for filler in role.fillers
    ]
    return Shown([*trigger, *fillers], dashed=fact.status is Status.SUGGESTED)
