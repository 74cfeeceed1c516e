"""Twins: facts that stand at one place of one text, in an article and its mirrors; one of them is compared for all.

What people decided about a fact makes it one of its own, and so does another value: "yesterday", printed on two days.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from annotations.compare.groups.article_words import ProjectWords
from annotations.compare.material import ComparedArticle, Settled
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class Twins:
    """Twins by the key of the first of them, in the order of articles; `left_out` are all of them but the firsts."""

    of: dict[str, list[str]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()


def twins_in(articles: Sequence[ComparedArticle], words: ProjectWords, settled: Settled) -> Twins:
    """Return the twins of the articles, which are in order."""
    firsts = words.first_of_text
    decided = {*settled.group_of, *(key for pair in settled.apart_facts for key in pair)}
    known: dict[tuple[int, object], str] = {}
    of: dict[str, list[str]] = {}
    mirrored = {first for place, first in enumerate(firsts) if place != first}
    for place, article in enumerate(articles):
        if firsts[place] not in mirrored:
            continue
        for key, fact in article.keyed_facts():
            if key in decided or fact.is_empty():
                continue
            first = known.setdefault((firsts[place], _place(fact)), key)
            if first != key and not first.startswith(f"{article.id}/"):
                of.setdefault(first, []).append(key)
    return Twins(of, frozenset(key for twins in of.values() for key in twins))


def _place(fact: Fact) -> object:
    fillers = tuple((role.role, one.start, one.end, one.value) for role in fact.roles for one in role.fillers)
    return fact.type, fact.trigger, fillers, fact.attributes
