"""Grouping: facts read, put together by the scores of their pairs, and what must not meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from annotations.compare.groups.article_numbers import counts_of_articles, number_ratio
from annotations.compare.groups.candidates import candidates
from annotations.compare.groups.closeness import Closeness
from annotations.compare.groups.linking import MayJoin, Pair, linked
from annotations.compare.groups.neighbouring_days import NeighbouringDays
from annotations.compare.groups.read_facts import ReadFact
from annotations.compare.groups.scoring import evidence, is_ruled_out, score
from annotations.compare.material import Settled, Tick
from annotations.processes.quick_dataclass import dataclass

LEAST = 0.2  # average of the scores within a group
SILENT = 0.0  # of a pair: what two facts that have nothing in common to compare count in the average
CLOSE = 0.5  # of articles, from which it is a reason
MOST_REASONS = 4
MOST_COMPARED = 5  # facts of a group whose pairs give the reasons


@dataclass(frozen=True)
class FoundGroup:
    """A group as it is found; `settled` is the id of the group that a person made of some of its facts."""

    facts: Sequence[ReadFact]
    score: float
    reasons: tuple[str, ...]
    settled: str | None = None


class FactGrouping:
    """Facts with the scores of their pairs, and what must not meet."""

    def __init__(self, facts: Sequence[ReadFact], closeness: Closeness, settled: Settled, tick: Tick) -> None:
        self._facts, self._closeness, self._settled = facts, closeness, settled
        self._counts = counts_of_articles(facts)
        self._days = NeighbouringDays(facts)
        self._ratios: dict[Pair, float] = {}
        self._scores = self._scored(candidates(facts, closeness), tick)

    def groups(self) -> list[FoundGroup]:
        """Return the groups, strongest first."""
        place_of = {fact.key: place for place, fact in enumerate(self._facts)}
        begun: defaultdict[str, list[int]] = defaultdict(list)
        for key, group in sorted(self._settled.group_of.items()):
            if key in place_of:
                begun[group].append(place_of[key])
        found = linked(
            self._scores,
            least=LEAST,
            begun=[begun[group] for group in sorted(begun)],
            may_join=self._may_join(),
            silent=SILENT,
        )
        made = [(self._strength(places), self._id(places), places) for places in found]
        made.sort(key=lambda one: (-one[0], [self._facts[place].key for place in one[2]]))
        return [
            FoundGroup([self._facts[place] for place in places], strength, self._reasons(places), id_)
            for strength, id_, places in made
        ]

    def _scored(self, pairs: Sequence[Pair], tick: Tick) -> dict[Pair, float]:
        found: dict[Pair, float] = {}
        for place, (one, other) in enumerate(pairs):
            if place % 5000 == 0:
                tick("Comparing facts", place, len(pairs))
            a, b = self._facts[one], self._facts[other]
            close = self._close(a.article, b.article)
            if close and not self._days.part(a, b) and (scored := score(a, b, close)):
                found[one, other] = scored
        return found

    def _close(self, one: int, other: int) -> float:
        """Return the closeness of two articles times the ratio of their numbers."""
        if one == other:
            return 1.0
        pair = (min(one, other), max(one, other))
        if pair not in self._ratios:
            close = self._closeness.of(*pair)
            ratio = (
                number_ratio(self._counts.get(pair[0], {}), self._counts.get(pair[1], {})) if close else 0.0
            )
            self._ratios[pair] = close * ratio
        return self._ratios[pair]

    def _may_join(self) -> MayJoin:
        apart: defaultdict[str, set[str]] = defaultdict(set)
        for pair in self._settled.apart_facts:
            for key in pair:
                apart[key] |= pair - {key}

        def may_join(one: Sequence[int], other: Sequence[int]) -> bool:
            if self._id(one) and self._id(other):
                return False
            mine, theirs = ([self._facts[place] for place in places] for places in (one, other))
            keys = {fact.key for fact in theirs}
            if any(apart[fact.key] & keys for fact in mine if fact.key in apart):
                return False
            return not any(a.type == b.type and self._is_ruled_out(a, b) for a in mine for b in theirs)

        return may_join

    def _is_ruled_out(self, one: ReadFact, other: ReadFact) -> bool:
        return is_ruled_out(one, other) or self._days.part(one, other)

    def _id(self, places: Sequence[int]) -> str | None:
        """Return the id of the settled group that one of the facts is in."""
        group_of = self._settled.group_of
        return next((group_of[key] for place in places if (key := self._facts[place].key) in group_of), None)

    def _strength(self, places: Sequence[int]) -> float:
        """Return the mean of the scores of the pairs that are not settled, 1 without any."""
        group_of = self._settled.group_of
        free = [
            self._scores.get((one, other), 0.0)
            for at, one in enumerate(places)
            for other in places[at + 1 :]
            if not (self._facts[one].key in group_of and self._facts[other].key in group_of)
        ]
        return round(max(0.0, min(1.0, sum(free) / len(free))), 4) if free else 1.0

    def _reasons(self, places: Sequence[int]) -> tuple[str, ...]:
        """Return the reasons of the pairs, those of most weight together first."""
        weights: Counter[str] = Counter()
        for at, one in enumerate(places[:MOST_COMPARED]):
            for other in places[at + 1 : MOST_COMPARED]:
                a, b = self._facts[one], self._facts[other]
                for weight, reason, of in evidence(a, b):
                    if reason:
                        weights[reason.format(of)] += round(weight * 1000)
                if a.article != b.article and self._close(a.article, b.article) >= CLOSE:
                    weights["close articles"] += 100
        return tuple(
            reason for reason, _ in sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:MOST_REASONS]
        )
