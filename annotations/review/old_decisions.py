"""Decisions of before version 14: their ids, made of the items' ids, are all that they say of what they saw."""

from __future__ import annotations

from dataclasses import replace

from annotations.facts import Fact
from annotations.review.cases import Case, Item, case_key
from annotations.review.decisions import BOTH, OTHER, TAKE
from annotations.sets import GOLD, AnnotationSet, Decision
from annotations.spans import derived_id


def old_key(case: Case) -> str:
    """Return the id that a decision on the case had."""
    return case_key(case.article, (item.id for item in case.sides.values()))


def old_gold_id(article: str, fact: Fact) -> str:
    """Return the id that a fact had in gold, when who typed a value counted as a difference, and no note."""
    said = [
        (role.role, tuple(sorted(((f.start, f.end, f.value) for f in role.fillers), key=repr)))
        for role in fact.roles
    ]
    content = fact.type, fact.trigger, tuple(sorted(said, key=repr)), fact.compared()
    return derived_id(GOLD, article, content)


def old_added(gold: AnnotationSet, said: Decision) -> list[Item]:
    """Return the item that was added."""
    own: list[Item] = [*gold.spans.values(), *gold.facts.values()]
    return [item for item in own if case_key(gold.article, [item.id]) == said.id]


def with_items(said: Decision, case: Case, gold: AnnotationSet) -> Decision:
    """Return the decision with what it gives gold, as far as gold still has it."""
    kind, _, rest = said.choice.partition(" ")
    made: dict[str, list[Item]] = {
        TAKE: [case.sides[rest]] if rest in case.sides else [],
        BOTH: list(case.sides.values()),
        OTHER: [items[rest] for items in (gold.spans, gold.facts) if rest in items],
    }
    return replace(said, made=tuple(made.get(kind, [])))
