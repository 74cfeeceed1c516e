"""Proposing groups: facts of one type that report one event, strongest first; only a person makes them one.

What is settled stands: a settled group keeps its id and its facts, takes in others, and never meets another settled
one; facts kept apart are in one group neither directly nor through a third.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from annotations.compare.groups.article_numbers import counts_of_articles, number_ratio
from annotations.compare.groups.article_words import words_of_project
from annotations.compare.groups.candidates import candidates
from annotations.compare.groups.closeness import Closeness, closeness_of
from annotations.compare.groups.fact_reading import FactReader, ReadFact
from annotations.compare.groups.linking import MayJoin, Pair, linked
from annotations.compare.groups.scoring import evidence, is_ruled_out, score
from annotations.compare.groups.see_also import EventFinder
from annotations.compare.material import ComparedArticle, Settled, Tick, no_tick
from annotations.compare.proposed import ProposedGroup, group_id, in_article_order
from annotations.facts import Fact
from annotations.schema.types import Schema
from annotations.sentences import sentence_of

LEAST = 0.25  # average of the scores within a group
CLOSE = 0.5  # of articles, from which it is a reason
MOST_REASONS = 4


def propose_groups(
    articles: Sequence[ComparedArticle],
    schema: Schema,
    entity_of: Mapping[str, str],
    settled: Settled,
    tick: Tick = no_tick,
) -> list[ProposedGroup]:
    """Return the groups of two facts and more, the settled ones among them, strongest first.

    `entity_of`: the entity of each mention by its key, settled or proposed.  The order of `articles` does not matter.
    """
    ordered = in_article_order(articles)
    words = words_of_project(ordered, tick)
    closeness = closeness_of(words, tick)
    keyed: dict[str, tuple[ComparedArticle, Fact]] = {}
    read: list[ReadFact] = []
    for place, article in enumerate(ordered):
        if place % 100 == 0:
            tick("Reading facts", place, len(ordered))
        reader = FactReader(place, article, schema, entity_of, words)
        for key, fact in article.keyed_facts():
            keyed[key] = article, fact
            read.append(reader.read(key, fact))
    grouping = Grouping(read, closeness, settled, tick)
    finder = EventFinder(read)
    return [_named(group, keyed, schema, finder) for group in grouping.groups()]


class Grouping:
    """Facts with the scores of their pairs, and what must not meet."""

    def __init__(self, facts: Sequence[ReadFact], closeness: Closeness, settled: Settled, tick: Tick) -> None:
        self._facts, self._closeness, self._settled = facts, closeness, settled
        self._counts = counts_of_articles(facts)
        self._ratios: dict[Pair, float] = {}
        self._scores = self._scored(candidates(facts, closeness), tick)

    def groups(self) -> list[tuple[float, str | None, list[ReadFact], tuple[str, ...]]]:
        """Return score, settled id, facts and reasons of each group, strongest first."""
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
        )
        made = [(self._strength(places), self._id(places), places) for places in found]
        made.sort(key=lambda one: (-one[0], [self._facts[place].key for place in one[2]]))
        return [(s, id_, [self._facts[p] for p in places], self._reasons(places)) for s, id_, places in made]

    def _scored(self, pairs: Sequence[Pair], tick: Tick) -> dict[Pair, float]:
        found: dict[Pair, float] = {}
        for place, (one, other) in enumerate(pairs):
            if place % 5000 == 0:
                tick("Comparing facts", place, len(pairs))
            a, b = self._facts[one], self._facts[other]
            close = self._close(a.article, b.article)
            if close and (scored := score(a, b, close)):
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
            return not any(a.type == b.type and is_ruled_out(a, b) for a in mine for b in theirs)

        return may_join

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
        for at, one in enumerate(places):
            for other in places[at + 1 :]:
                a, b = self._facts[one], self._facts[other]
                for found in evidence(a, b):
                    if found.reason:
                        weights[found.reason] += round(found.weight * 1000)
                if a.article != b.article and self._close(a.article, b.article) >= CLOSE:
                    weights["close articles"] += 100
        return tuple(
            reason for reason, _ in sorted(weights.items(), key=lambda one: (-one[1], one[0]))[:MOST_REASONS]
        )


def _named(
    group: tuple[float, str | None, list[ReadFact], tuple[str, ...]],
    keyed: Mapping[str, tuple[ComparedArticle, Fact]],
    schema: Schema,
    finder: EventFinder,
) -> ProposedGroup:
    """Return the group with its id, the sentence of its fullest fact as its name, and facts of other types."""
    score_, settled_id, facts, reasons = group
    fullest = max(facts, key=lambda fact: len(keyed[fact.key][1].fillers()))  # of as full ones the first
    article, fact = keyed[fullest.key]
    first, begins = keyed[facts[0].key]
    made = ProposedGroup(
        id=settled_id or group_id(first.id, begins.type, begins.place[0]),
        name=sentence_of(fact, article.text, schema, article.by_id).words,
        type=Counter(one.type for one in facts).most_common(1)[0][0],
        facts=tuple(one.key for one in facts),
        score=score_,
        reasons=reasons,
    )
    return replace(made, see_also=finder.others(facts))
