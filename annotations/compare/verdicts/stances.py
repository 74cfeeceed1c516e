"""Stances: how two articles present a fact, by modality and negation, go together."""

from __future__ import annotations

from annotations.articles import published_of
from annotations.compare.items import Verdict
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.compare.verdicts.weighing import ComparedRole, ToldValue, Weighed
from annotations.fact_attributes import Modality
from annotations.processes.quick_dataclass import dataclass

SAID_SO = frozenset({Modality.ASSERTED, Modality.CLAIMED})  # those that say that it is so


@dataclass(frozen=True, slots=True)
class FactStance:
    """How a fact is presented: its modality, and whether what is told is that it is not so."""

    modality: Modality
    negated: bool

    @property
    def key(self) -> tuple[Modality, bool]:
        return (self.modality, self.negated)

    @property
    def shown(self) -> str:
        return f"not: {self.modality}" if self.negated else str(self.modality)

    @property
    def says_no(self) -> bool:
        """Return whether it is told that it is not so: denied, or negated; not where that is denied."""
        return self.negated != (self.modality == Modality.DENIED)

    @property
    def is_firm(self) -> bool:
        """Return whether it is told as so or not so, and neither as planned nor as possible."""
        return self.modality in SAID_SO or self.modality == Modality.DENIED


def stance_of(placed: PlacedFact) -> FactStance | None:
    """Return how the fact is presented, None of one that says nothing."""
    fact = placed.fact
    return None if fact.is_empty() else FactStance(fact.modality, fact.negated)


def weigh_stances(one: ToldValue[FactStance], other: ToldValue[FactStance], _: ComparedRole) -> Weighed:
    """Return how two ways of presenting one thing go together."""
    mine, theirs = one.value, other.value
    if mine.says_no != theirs.says_no:
        if (mine.is_firm and theirs.is_firm) or _is_told(mine, theirs) or _is_told(theirs, mine):
            return Verdict.CONTRADICTS, "one says that it is so, the other that it is not"
        return Verdict.DIFFERS, "neither says for certain that it is so and the other that it is not"
    if mine.is_firm and theirs.is_firm:
        return Verdict.COMPATIBLE, "both say that it is not so" if mine.says_no else "both say that it is so"
    if Modality.SPECULATED in (mine.modality, theirs.modality):
        return Verdict.DIFFERS, "one only thinks it possible"
    plans, others = (one, other) if mine.modality == Modality.PLANNED else (other, one)
    if _is_later(plans, others):
        return Verdict.DIFFERS, "the plan was told after what it is of"
    return Verdict.COMPATIBLE, "one tells the plan, the other what became of it"


def _is_told(firm: FactStance, negated: FactStance) -> bool:
    """Return whether the first says that it is so, and the other negates it, in whatever way."""
    return firm.modality in SAID_SO and not firm.negated and negated.negated and negated.says_no


def _is_later(plans: ToldValue[FactStance], others: ToldValue[FactStance]) -> bool:
    """Return whether all that tell of the plan are of a later day than all others, as far as can be trusted."""
    planned = [published_of(fact.article.article) for fact in plans.facts]
    told = [published_of(fact.article.article) for fact in others.facts]
    if None in planned or None in told:
        return False
    return min(day for day in planned if day) > max(day for day in told if day)
