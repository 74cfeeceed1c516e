"""Evidence on a claim: what the other facts of its group say of it, role by role, and the label that follows.

That both tell of one event supports no claim that says more of it.  A repetition within one text is no witness, so of
the claim's own article, and of other articles of the same text, only what contradicts it counts.  A label says how
reports go together; no verdict of ours says what is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from annotations.compare.comparison import ComparedGroup, JudgedRow
from annotations.compare.items import Verdict
from annotations.compare.verdicts.computing import MODALITY

SUPPORTING = frozenset({Verdict.SAME, Verdict.COMPATIBLE})
SUPPORTED, REFUTED = "Supported", "Refuted"
CONFLICTING, NOT_ENOUGH = "Conflicting Evidence", "Not Enough Evidence"
BOTH_SAY = "Both say {shown}."
SAYS_NOTHING = "It says nothing of what the claim says."
BY_A_PERSON = "A person judged it so."


class ClaimEvidence(NamedTuple):
    """How the fact at that place of the group goes with the claim in one role; silent ones have none."""

    place: int
    role: str | None
    verdict: Verdict
    reason: str


class GroupEvidence:
    """Evidence within one group; its facts are known by their places in it."""

    def __init__(self, group: ComparedGroup) -> None:
        self._facts = group.there
        self._rows = [_RoleEvidence(row) for row in group.verdicts]

    def on(self, claim: int) -> list[ClaimEvidence]:
        """Return what the other facts say of the one at that place, fact by fact."""
        text = self._facts[claim].article.text_key
        found: list[ClaimEvidence] = []
        for place, other in enumerate(self._facts):
            told = list(self._between(claim, place)) if place != claim else []
            if other.article.text_key == text:
                found += [one for one in told if one.verdict is Verdict.CONTRADICTS]
            else:
                found += told or [ClaimEvidence(place, None, Verdict.SILENT, SAYS_NOTHING)]
        return found

    def _between(self, claim: int, place: int) -> Iterator[ClaimEvidence]:
        """Yield how two facts go together in each role in which both say something that can be compared."""
        weighed = [(row.role, *row.between(claim, place)) for row in self._rows]
        told = [one for one in weighed if one[1] is not Verdict.SILENT]
        says_more = any(row.says(claim) for row in self._rows if row.role != MODALITY)
        if says_more and all(role == MODALITY and verdict in SUPPORTING for role, verdict, _ in told):
            return
        yield from (ClaimEvidence(place, *one) for one in told)


class _RoleEvidence:
    """The verdicts on one role, by the places of two facts."""

    def __init__(self, row: JudgedRow) -> None:
        self.role, self._computed, self._judged = row.role, row.computed, row.judged
        self._value_of = {place: n for n, value in enumerate(row.computed.values) for place in value.facts}
        self._pairs = {frozenset((pair.a, pair.b)): pair for pair in row.computed.pairs}

    def says(self, place: int) -> bool:
        """Return whether the fact has a value."""
        return place in self._value_of

    def between(self, claim: int, place: int) -> tuple[Verdict, str]:
        """Return how two facts go together, and why; silent where one says nothing that can be compared."""
        one, other = self._value_of.get(claim), self._value_of.get(place)
        if one is None or other is None:
            return Verdict.SILENT, ""
        if one == other:
            shown = self._computed.values[one].shown
            return self._corrected(Verdict.SAME, BOTH_SAY.format(shown=shown))
        pair = self._pairs.get(frozenset((one, other)))
        return self._corrected(pair.verdict, pair.reason) if pair else (Verdict.SILENT, "")

    def _corrected(self, verdict: Verdict, reason: str) -> tuple[Verdict, str]:
        """Return the verdict as a person corrected it: the worst pairs are what was judged, and none is worse."""
        judged = self._judged
        if judged and (verdict is self._computed.computed or verdict.badness > judged.verdict.badness):
            return judged.verdict, judged.reason or BY_A_PERSON
        return verdict, reason


def label_of(evidence: Iterable[tuple[object, Verdict]]) -> str:
    """Return the label that follows from the verdicts, each with what its fact is known by; a fact has its worst."""
    by_fact = groupby(evidence, key=lambda one: one[0])
    worst = {max((verdict for _, verdict in told), key=lambda one: one.badness) for _, told in by_fact}
    supports, refutes = bool(worst & SUPPORTING), Verdict.CONTRADICTS in worst
    if supports and refutes:
        return CONFLICTING
    return REFUTED if refutes else SUPPORTED if supports else NOT_ENOUGH
