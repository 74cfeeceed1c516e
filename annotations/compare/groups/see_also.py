"""See also: facts of other types that may be of the event of a group; only a person adds them to it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from annotations.compare.groups.article_words import cosine
from annotations.compare.groups.candidates import LONGEST_LIST
from annotations.compare.groups.days import ZONES
from annotations.compare.groups.read_facts import ReadFact

MOST = 5
LEAST = 2  # keys in common
ALIKE = 0.3  # cosine of a sentence with one of the group's


class EventFinder:
    """Finds facts by their keys, whatever their type."""

    def __init__(self, facts: Sequence[ReadFact]) -> None:
        self._facts = facts
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        for place, fact in enumerate(facts):
            for key in fact.keys:
                self._by_key[key].append(place)

    def others(self, group: Sequence[ReadFact]) -> tuple[str, ...]:
        """Return the keys of at most five facts of other types, the likest first."""
        inside, types = {fact.key for fact in group}, {fact.type for fact in group}
        shared: Counter[int] = Counter()
        for key in dict.fromkeys(key for fact in group for key in fact.keys):
            places = self._by_key[key]
            if len(places) <= LONGEST_LIST:
                shared.update(places)
        found: list[tuple[int, float, str]] = []
        for place, count in shared.items():
            fact = self._facts[place]
            if fact.key in inside or fact.type in types or count < LEAST or fact.running != group[0].running:
                continue
            likeness = max(cosine(fact.words, one.words) for one in group)
            if likeness >= ALIKE and not _is_of_another_day(fact, group):
                found.append((-count, -round(likeness, 6), fact.key))
        return tuple(key for _, _, key in sorted(found)[:MOST])


def _is_of_another_day(fact: ReadFact, group: Sequence[ReadFact]) -> bool:
    days = [day for one in group for day in one.days]
    return bool(days and fact.days) and all(a.gap(b) > ZONES for a in days for b in fact.days)
