"""Facts on triggers that a pipeline learned, beside those that the rules propose: the rules fill their roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from annotations.facts import Fact, in_text_order
from annotations.schema.types import Schema
from annotations.suggest.mentions import LEARNED
from annotations.suggest.parse import TaggedTrigger
from annotations.text.word_forms import as_trigger

FIRM = 4  # decisions that weigh as much as the score which a proposal has by itself


def with_learned(
    text: str,
    schema: Schema,
    proposed: list[Fact],
    tagged: Iterable[TaggedTrigger],
    propose: Callable[[Schema], list[Fact]],
) -> list[Fact]:
    """Return the proposed facts and those on the tagged triggers, in text order.

    `propose` gives the facts by a schema's triggers.  Where a proposed fact has its trigger nothing is added, nor
    where no role is filled.
    """
    taken = {at for fact in proposed if fact.trigger for at in range(*fact.trigger)}
    free = [one for one in tagged if one.type in schema.facts and taken.isdisjoint(range(one.start, one.end))]
    if not free:
        return proposed
    by_place = {at: one for one in free for at in range(one.start, one.end)}
    more = [fact for fact in propose(_only(schema, text, free)) if _at(fact, by_place)]
    return sorted([*proposed, *(_scored(fact, by_place) for fact in more)], key=in_text_order)


def weighed(
    text: str, facts: Iterable[Fact], decided: Mapping[tuple[str, str], tuple[int, int]]
) -> list[Fact]:
    """Return the facts with their scores moved towards the share of their trigger's that was right.

    `decided`: how many suggested facts were right, and how many decided, by type and trigger.  Nothing is left out
    by it: that costs more right ones than it spares wrong ones.
    """
    found = []
    for fact in facts:
        words = as_trigger(text[slice(*fact.trigger)]) if fact.trigger else ""
        right, of = decided.get((fact.type, words), (0, 0))
        if of and fact.score is not None:
            fact = replace(fact, score=round((right + FIRM * fact.score) / (of + FIRM), 4))
        found.append(fact)
    return found


def _only(schema: Schema, text: str, tagged: Iterable[TaggedTrigger]) -> Schema:
    """Return the schema with the words of the tagged triggers in place of each type's own."""
    words: dict[str, list[str]] = defaultdict(list)
    for one in tagged:
        words[one.type].append(as_trigger(text[one.start : one.end]))
    types = {
        name: replace(schema.facts[name], triggers=tuple(dict.fromkeys(said))) for name, said in words.items()
    }
    return replace(schema, facts=types)


def _at(fact: Fact, by_place: Mapping[int, TaggedTrigger]) -> TaggedTrigger | None:
    """Return the tagged trigger that the fact is on, of its own type."""
    start = fact.trigger[0] if fact.trigger else -1
    found = by_place.get(start)
    return found if found and found.type == fact.type and found.start == start else None


def _scored(fact: Fact, by_place: Mapping[int, TaggedTrigger]) -> Fact:
    found = _at(fact, by_place)
    return replace(fact, origin=LEARNED, score=found.score if found else fact.score)
