"""Adjudication: the sets of one article under review, and the edits that a review consists of.

Each edit is one step over the gold and, when the review begins or ends, over the annotators' sets too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from annotations.edits import Edit
from annotations.errors import UserError
from annotations.facts import Fact
from annotations.review import decisions
from annotations.review.cases import Case, Comparison, Difference, Known, case_key, content
from annotations.review.feedback import USUAL
from annotations.review.proposals import Proposal, proposal
from annotations.sets import AnnotationSet, Decision, State
from annotations.spans import Span

Item = Span | Fact
Pairs = list[tuple[AnnotationSet, AnnotationSet]]
NOT_ENTITY, NOT_FACT, MISSED, BOUNDS, LABEL = (
    "not an entity",
    "wrong fact",
    "missed",
    "wrong bounds",
    "wrong label",
)


@dataclass(frozen=True)
class Adjudication:
    """The review of one article: the sets in the reviewer's order, their differences, and the gold so far."""

    text: str
    sets: tuple[AnnotationSet, ...]
    gold: AnnotationSet
    comparison: Comparison

    @cached_property
    def decided(self) -> dict[str, Decision]:
        return decisions.decisions(self.gold)

    @property
    def open_cases(self) -> list[Case]:
        return decisions.open_cases(self.comparison, self.gold)

    def taken(self, case: Case) -> list[Item]:
        """Return the gold's items for a case that is decided or agreed; none for an open one."""
        said = self.decided.get(case.key)
        if said is None and case.difference is not Difference.AGREED:
            return []
        kind, _, rest = (said.choice if said else decisions.BOTH).partition(" ")
        sides = {who: case.sides[who] for who in case.of if who in case.sides}
        taken = {
            decisions.TAKE: [sides[rest]] if rest in sides else [],
            decisions.BOTH: list(sides.values()),
        }.get(kind, [])
        ids = (
            [rest] if kind == decisions.OTHER else [decisions.gold_copy(self.gold, item).id for item in taken]
        )
        held: dict[str, Item] = {**self.gold.spans, **self.gold.facts}
        found = [held[id_] for id_ in dict.fromkeys(ids) if id_ in held]
        return found if said else found or taken[:1]

    def is_added(self, span: Span) -> bool:
        """Return whether the reviewer added the span, since everybody missed it."""
        said = self.decided.get(case_key(self.gold.article, [span.id]))
        return said is not None and said.choice == decisions.ADDED

    def proposal(self, case: Case, known: Known = lambda wording, label: 0) -> Item | None:
        """Return the item that is decided on the case, else the one to offer; None stands for no item."""
        return self.offered(case, known).item

    def offered(self, case: Case, known: Known = lambda wording, label: 0) -> Proposal:
        """Return what is decided on the case, else what to offer and why, or that it is a draw."""
        if case.key in self.decided:
            return Proposal(next(iter(self.taken(case)), None))
        return proposal(case, self.text, known)

    def reading(self, case: Case, item: Item | None) -> Item | None:
        """Return an annotator's item in the case with the same content as this one; None without one."""
        if item is None:
            return None
        return next((side for side in case.sides.values() if content(side) == content(item)), None)

    # --- edits

    def begun(self) -> AnnotationSet:
        """Return the gold; when the review begins, with all that is agreed on."""
        return decisions.begin(self.gold, self.comparison) if self._is_new else self.gold

    @property
    def _is_new(self) -> bool:
        return any(made.state is State.DONE for made in self.sets)

    def pairs(self, gold: AnnotationSet) -> Pairs:
        """Return the sets before and after a step to that gold; sets that were done are in review after it.

        UserError when an annotator is not done, or the review is approved.
        """
        self._check_open()
        return [*((made, decisions.take_into_review(made)) for made in self.sets), (self.gold, gold)]

    def step(self, verb: str, gold: AnnotationSet) -> Edit:
        return Edit.over(verb, self.pairs(gold))

    def approved(self, verb: str) -> Edit:
        """Return the edit that approves the review.  UserError while a case is open."""
        self._check_open()
        if left := len(self.open_cases):
            cases = "1 case is" if left == 1 else f"{left:,} cases are"
            raise UserError(f"{cases} still open in this article; decide first, then approve.")
        pairs = [(made, decisions.approve(decisions.take_into_review(made))) for made in self.sets]
        return Edit.over(verb, [*pairs, (self.gold, decisions.approve(self.begun()))])

    def returned(self, verb: str, annotator: str, *, reason: str, by: str, at: str, note: str = "") -> Edit:
        """Return the edit that sends that annotator's set back; see `decisions.send_back`."""
        self._check_open()
        made = next(made for made in self.sets if made.annotator == annotator)
        there = decisions.take_into_review(made)
        return Edit.over(verb, [(made, decisions.send_back(there, reason=reason, by=by, at=at, note=note))])

    def reopened(self, verb: str) -> Edit:
        """Return the edit that reopens an approved review.  UserError when it was not approved."""
        closed = [made for made in (*self.sets, self.gold) if made.state is State.REVIEWED]
        if not closed:
            raise UserError("The review of this article is not closed.")
        return Edit.over(verb, [(made, decisions.reopen(made)) for made in closed])

    def _check_open(self) -> None:
        if self.gold.state is State.REVIEWED and any(made.state is State.REVIEWED for made in self.sets):
            raise UserError(
                "The article is reviewed; to change a decision, reopen its review in the menu Review."
            )


def usual(case: Case, item: Item | None, reasons: Sequence[str]) -> str:
    """Return the usual reason for a decision against all annotators; "" when the project has no reasons."""
    sides = list(case.sides.values())
    if item is None:
        wanted = NOT_FACT if case.is_fact else NOT_ENTITY
    elif isinstance(item, Span) and any(isinstance(s, Span) and s.label == item.label for s in sides):
        wanted = BOUNDS
    elif isinstance(item, Span):
        wanted = LABEL
    else:
        wanted = USUAL.get(case.difference, NOT_FACT)
    return wanted if wanted in reasons else next(iter(reasons), "")


def all_of(cases: Iterable[Case], work: Adjudication, annotator: str, by: str) -> AnnotationSet:
    """Return the gold with those cases as that annotator has them."""
    return decisions.take_all(work.begun(), cases, annotator, by=by)
