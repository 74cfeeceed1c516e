"""The fillers of gold's facts: each stands where gold has the span that it refers to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from annotations.facts import Fact, Filler, Role
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Case, Item
from annotations.review.founded import Founded, copy
from annotations.spans import Span

Outcome = Callable[[Case], tuple[Item, ...] | None]
Place = tuple[int, int]


def still_following(cases: Sequence[Case], outcome: Outcome) -> list[Case]:
    """Return the cases, those of facts without fillers whose span was decided as no one span: these follow nothing."""
    if not any(case.follows for case in cases):
        return [*cases]
    made = {case.key: outcome(case) for case in cases if not case.is_fact}
    lost = {key for key, items in made.items() if items is not None and len(items) != 1}
    return [
        replace(case, follows={place: key for place, key in case.follows.items() if key not in lost})
        if lost.intersection(case.follows.values())
        else case
        for case in cases
    ]


@dataclass(frozen=True)
class FillerMoves:
    """The moves of the sides' spans to gold: `to` by annotator and span, `at` by annotator and bounds.

    `held` are gold's spans by bounds, `was` the bounds of the sides' spans.
    """

    to: dict[tuple[str, str], Span]
    at: dict[tuple[str, Place], Span]
    was: dict[tuple[str, str], Place]
    held: dict[Place, str]

    @classmethod
    def of(
        cls,
        cases: Sequence[Case],
        agreed: Sequence[Case],
        outcome: Outcome,
        gold: Iterable[Founded],
    ) -> FillerMoves:
        """Return the moves that the outcomes of the cases of spans make; none where the outcome is not one span."""
        to: dict[tuple[str, str], Span] = {}
        at: dict[tuple[str, Place], Span] = {}
        was: dict[tuple[str, str], Place] = {}
        for case in (*cases, *agreed):
            made = outcome(case) or ()
            for who, item in case.sides.items():
                if isinstance(item, Span):
                    was[who, item.id] = (item.start, item.end)
                    if len(made) == 1 and isinstance(made[0], Span):
                        to[who, item.id] = at[who, (item.start, item.end)] = made[0]
        held = {(one.item.start, one.item.end): one.item.id for one in gold if isinstance(one.item, Span)}
        return cls(to, at, was, held)

    def founded(self, article: str, one: Founded) -> Founded:
        """Return the fact with its fillers where gold has their spans, bare where it has none there."""
        if not isinstance(fact := one.item, Fact):
            return one
        roles = tuple(
            Role(role.role, tuple(dict.fromkeys([self._filler(one.side, f) for f in role.fillers])))
            for role in fact.roles
        )
        moved = Fact(
            "", fact.type, fact.trigger, roles, fact.attributes, fact.status, fact.origin, fact.score
        )
        return Founded(copy(article, moved), one.how, one.agreed, one.said, one.side)

    def _filler(self, side: str, old: Filler) -> Filler:
        place = (old.start, old.end)
        span = self._span(side, old, place)
        if span is not None:
            place = (span.start, span.end)
        id_ = self.held.get(place) if old.span or span else None
        return Filler(*place, id_, old.value)

    def _span(self, side: str, old: Filler, place: Place) -> Span | None:
        """Return the span of gold that the filler's span became; None when it stays where it is."""
        if side:
            return (self.to.get((side, old.span)) if old.span else None) or self.at.get((side, place))
        if old.span is None:
            return None
        moved = (
            self.to[who, id_]
            for (who, id_), was in self.was.items()
            if id_ == old.span and was == place and (who, id_) in self.to
        )
        return next(moved, None)
