"""The gazetteer: names known as they stand, found token by token, the longest that begins at a unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from annotations.suggest.rules.organisations import EVENTS, LAWS, ORGANISATIONS
from annotations.suggest.rules.peoples import adjectives, peoples
from annotations.suggest.rules.places import CITIES, REGIONS, STATES, countries

#: Later tables win where two have the same name.
TABLES: tuple[tuple[str, Iterable[str]], ...] = (
    ("GPE", (*CITIES, *STATES, *countries())),
    ("LOC", REGIONS),
    ("NORP", (*adjectives(), *peoples())),
    ("ORG", ORGANISATIONS),
    ("EVENT", EVENTS),
    ("LAW", LAWS),
)
IN_CAPITALS = frozenset({"GPE"})  # datelines: "BAGHDAD"
SHORTEST_IN_CAPITALS = 5
WORD = re.compile(
    r"(?:[A-Z]\.)+[A-Z](?![.\w])|(?:[A-Z]\.){2,}|G-\d+|St\.|Inc\.|Amazon\.com|(?:O|N|d|Shi|Ba|Baha|Sana)'\w+|'s"
    r"|[^\W_]+\+?|[^\w\s]"
)

Names = dict[str, list[tuple[tuple[str, ...], str]]]


def words(name: str) -> tuple[str, ...]:
    """Return a name as the wordings that `units` would cut it into."""
    return tuple(WORD.findall(name))


@cache
def names() -> Names:
    """Return the listed names: first word -> (words, label), the longest first."""
    label_of: dict[tuple[str, ...], str] = {}
    for label, table in TABLES:
        for name in table:
            label_of[words(name)] = label
            if label in IN_CAPITALS and len(name) >= SHORTEST_IN_CAPITALS:
                label_of[words(name.upper())] = label
    by_first: Names = {}
    for sequence, label in label_of.items():
        by_first.setdefault(sequence[0], []).append((sequence, label))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return by_first


def listed(line: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield (first unit, unit after the last, label) of every name, also of those that overlap."""
    known = names()
    for i, word in enumerate(line):
        if word in known:
            for sequence, label in known[word]:
                if len(sequence) == 1 or tuple(line[i : i + len(sequence)]) == sequence:
                    yield i, i + len(sequence), label
                    break
