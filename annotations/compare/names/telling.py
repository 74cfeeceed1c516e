"""Proposals in words: an entity's name, label, score and reasons."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from annotations.compare.names.acronyms import is_acronym
from annotations.compare.names.countries import OPENERS
from annotations.compare.names.fold import fold
from annotations.compare.names.joining import Cluster
from annotations.compare.names.nodes import Node

MOST_REASONS = 8
MOST_WORDINGS = 8
LEAST_SHARE = 5  # times that a second wording is rarer than the first, at most, to be the name
COMMONEST = 2  # wordings of which the longest is the name


def name_of(nodes: Sequence[Node]) -> str:
    """Return the longer of the two commonest wordings that are no acronym, of these alone the commonest."""
    if len(nodes) == 1 and len(nodes[0].wordings) == 1:
        (wording,) = nodes[0].wordings
        return _without_opener(shown(wording), nodes[0])
    counts: Counter[str] = Counter()
    for node in nodes:
        for wording, count in node.wordings.items():
            counts[_without_opener(shown(wording), node)] += count
    ranked = sorted(counts, key=lambda one: (is_acronym(one), -counts[one], -len(one), one))
    whole = [one for one in ranked if not is_acronym(one)]
    best = [one for one in whole if LEAST_SHARE * counts[one] >= counts[whole[0]]][:COMMONEST] or ranked[:1]
    return max(best, key=lambda one: (len(one), -ranked.index(one)))


def shown(wording: str) -> str:
    """Return the wording on one line, without an article in front and a possessive behind."""
    line = " ".join(wording.split())
    if line[:1].isalpha() and line[-1:].isalpha() and line[:4].lower() != "the " and line[-2:-1].isalpha():
        return line
    bare = re.sub(r"^(?:the|The) (?=\S)|['’]s?$", "", line)
    bare = re.sub(r"^[^\w(]+|[^\w)!?.]+$", "", bare)
    return bare or line or wording


def _without_opener(wording: str, node: Node) -> str:
    """Return the wording without a preposition that its bounds took in: "Beyond Peru"."""
    first, _, rest = wording.partition(" ")
    if not rest or first.lower() not in OPENERS:
        return wording
    label = label_of([node])
    return rest if fold(rest, label) == fold(wording, label) else wording


def label_of(nodes: Sequence[Node]) -> str:
    """Return the commonest label."""
    if len(nodes) == 1 and len(nodes[0].labels) == 1:
        return next(iter(nodes[0].labels))
    counts: Counter[str] = Counter()
    for node in nodes:
        counts.update(node.labels)
    return min(counts, key=lambda label: (-counts[label], label))


def reasons_of(cluster: Cluster, nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return a sentence a reason, with the wordings that it is about, the commonest kind of reason first."""
    made = []
    for reason, numbers in sorted(cluster.reasons.items(), key=lambda item: (-len(item[1]), item[0])):
        wordings = list(dict.fromkeys(shown(nodes[number].shown) for number in sorted(numbers)))
        more = len(wordings) - MOST_WORDINGS
        made.append(
            f"{reason}: {', '.join(wordings[:MOST_WORDINGS])}" + (f" and {more} more" if more > 0 else "")
        )
    return tuple(made[:MOST_REASONS])
