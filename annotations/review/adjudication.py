"""Adjudication: the sets of one article under review, and the edits that a review consists of.

Each edit is one step over the gold and, when the review begins or ends, over the annotators' sets too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property

from annotations.edits import Edit
from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions, set_states
from annotations.review.cases import Case, Comparison, Difference, Item, Known, in_text, same
from annotations.review.comparing import confirmed
from annotations.review.fair.proposals import Proposal, proposal
from annotations.review.feedback import USUAL
from annotations.review.founded import Footing, Founded
from annotations.review.standing import Standing
from annotations.review.still_open import still_open
from annotations.sets import AnnotationSet, Decision, State
from annotations.spans import Span

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
    """The review of one article: the sets in the reviewer's order, their differences, and the gold so far.

    `is_of_all`: the sets are all that are to be reviewed; else the gold says whose work it is of.  `stored` is
    the gold in the store, where that is not what follows by now.
    """

    text: str
    sets: tuple[AnnotationSet, ...]
    gold: AnnotationSet
    comparison: Comparison
    is_of_all: bool = True
    stored: AnnotationSet | None = None

    @cached_property
    def standing(self) -> Standing:
        """Return what stands of the review: cases, outcomes, and the gold that follows."""
        return Standing(self.sets, self.gold, self.comparison)

    @property
    def cases(self) -> list[Case]:
        """Return all cases, in the order to decide them."""
        return [*self.standing.cases]

    @property
    def decided(self) -> dict[str, Decision]:
        """Return the decisions that stand, by key of the case."""
        return self.standing.decided

    @property
    def open_cases(self) -> list[Case]:
        return [*self.standing.open]

    def changed(self, case: Case) -> Decision | None:
        """Return the decision on the case that stands no more, since a side has changed; None when there is none."""
        return None if case.key in self.decided else case.changed

    def conflict(self, case: Case) -> list[Decision]:
        """Return the decisions of reviewers who differ on the case; none where they do not."""
        return self.standing.conflicts.get(case.key, [])

    def taken(self, case: Case) -> list[Item]:
        """Return the gold's items for a case that is decided, agreed or added; none for an open one."""
        said = self.decided.get(case.key)
        if said is None and case.difference not in (Difference.AGREED, Difference.ADDED):
            return []
        items = list(said.made) if said else list(case.sides.values())[:1]
        rests = [one.item for one in self.standing.founded if said and one.said and one.said.id == said.id]
        return rests or items

    def is_added(self, item: Item) -> bool:
        """Return whether the reviewer added the item, since everybody missed it."""
        return any(one.item.id == item.id for one in self._added)

    @property
    def added(self) -> list[Case]:
        """Return what reviewers have added, as cases with nothing to decide, in text order."""
        article, ordered = self.gold.article, self.comparison.ordered
        found = [
            Case(article, Difference.ADDED, {one.voice: one.item}, (one.voice,), ordered)
            for one in self._added
        ]
        return sorted(found, key=in_text)

    @property
    def _added(self) -> list[Founded]:
        return [one for one in self.standing.founded if one.how is Footing.ADDED]

    def without_added(self, item: Item) -> AnnotationSet:
        """Return the gold without what a reviewer added."""
        steps = (one.said for one in self._added if one.item.id == item.id and one.said)
        return self.gold.lacking(*steps)

    def proposal(self, case: Case, known: Known = lambda wording, label: 0) -> Item | None:
        """Return the item that is decided on the case, else the one to offer; None stands for no item."""
        return self.offered(case, known).item

    def offered(self, case: Case, known: Known = lambda wording, label: 0) -> Proposal:
        """Return what is decided on the case, else what to offer and why, or that it is a draw."""
        if case.difference is Difference.ADDED:
            return Proposal(next(iter(case.sides.values())))
        if case.key in self.decided:
            return Proposal(next(iter(self.taken(case)), None))
        return proposal(case, self.text, known)

    def reading(self, case: Case, item: Item | None) -> Item | None:
        """Return an annotator's item in the case with the same content as this one; None without one."""
        if item is None:
            return None
        return next((side for side in case.sides.values() if same(side, item, case.ordered)), None)

    # --- edits

    def begun(self) -> AnnotationSet:
        """Return the gold to decide on."""
        return self.gold

    def pairs(self, gold: AnnotationSet) -> Pairs:
        """Return the sets before and after a step to that gold; sets that were done are in review after it.

        UserError when an annotator is not done, or the review is approved.
        """
        self._check_open()
        gold = decisions.without_approval(self._of_sides(_dated(self.gold, gold)))
        after = Standing(self.sets, gold, self.comparison).settled()
        return [*((made, set_states.take_into_review(made)) for made in self.sets), (self._before, after)]

    def step(self, verb: str, gold: AnnotationSet) -> Edit:
        return Edit.over(verb, self.pairs(gold))

    def approved(self, verb: str, *, by: str = "") -> Edit:
        """Return the edit that approves the review.  UserError while a case is open."""
        self._check_open()
        if left := self.open_cases:
            raise UserError(still_open(left, self.conflict(left[0]), self.text))
        pairs = [(made, set_states.approve(set_states.take_into_review(made))) for made in self.sets]
        gold = self._of_sides(self.gold)
        seal = Standing(self.sets, gold, self.comparison).seal
        gold = decisions.note_approval(gold, seal, by=by, at=now())
        gold = Standing(self.sets, gold, self.comparison).settled()
        return Edit.over(verb, [*pairs, (self._before, set_states.approve(gold))])

    def returned(self, verb: str, *annotators: str, reason: str, by: str, at: str, note: str = "") -> Edit:
        """Return the edit that sends those annotators' sets back; see `set_states.send_back`."""
        self._check_open()
        sets = [made for made in self.sets if made.annotator in annotators]
        there = [set_states.take_into_review(made) for made in sets]
        back = [set_states.send_back(made, reason=reason, by=by, at=at, note=note) for made in there]
        gold = decisions.without_approval(self._of_sides(self.gold))
        for made in sets:
            gold = decisions.note_return(
                gold, made, confirmed(made), reason=reason, by=by, at=now(), note=note
            )
        return Edit.over(verb, [*zip(sets, back, strict=True), (self._before, gold)])

    def reopened(self, verb: str) -> Edit:
        """Return the edit that reopens an approved review.  UserError when it was not approved."""
        pairs = [(made, set_states.reopen(made)) for made in self.sets if made.state is State.REVIEWED]
        if self._before.state is State.REVIEWED:
            pairs.append((self._before, decisions.without_approval(self._before)))
        if not pairs:
            raise UserError("The review of this article is not closed.")
        return Edit.over(verb, pairs)

    @property
    def _before(self) -> AnnotationSet:
        return self.gold if self.stored is None else self.stored

    def _of_sides(self, gold: AnnotationSet) -> AnnotationSet:
        names = [made.annotator for made in self.sets]
        return decisions.of_sides(gold, names, only=not self.is_of_all)

    def _check_open(self) -> None:
        if self.gold.state is State.REVIEWED and any(made.state is State.REVIEWED for made in self.sets):
            raise UserError(
                "The article is reviewed; to change a decision, reopen its review in the menu Review."
            )


def now() -> str:
    """Return the time, in UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _dated(before: AnnotationSet, after: AnnotationSet) -> AnnotationSet:
    """Return the gold with the time on the decisions that are new."""
    held, at = decisions.decisions(before), now()
    fresh = [said for said in decisions.all_of(after) if not said.at and held.get(said.id) != said]
    return after.having(*(replace(said, at=at) for said in fresh if said.case)) if fresh else after


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


def open_of(work: Adjudication, annotator: str) -> list[Case]:
    """Return the open cases in which the annotator is compared: not those between reviewers."""
    return [case for case in work.open_cases if annotator in case.of]


def all_of(cases: Iterable[Case], work: Adjudication, annotator: str, by: str) -> AnnotationSet:
    """Return the gold with those cases as that annotator has them."""
    return decisions.take_all(work.begun(), cases, annotator, by=by)
