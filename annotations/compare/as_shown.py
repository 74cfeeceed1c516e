"""Checks of a comparison: that what was shown still stands so, and that what was kept apart is together."""

from __future__ import annotations

from annotations.compare.comparison import ComparedEntity, ComparedGroup, CrossComparison
from annotations.compare.items import KeptApart
from annotations.compare.verbs import wordings
from annotations.compare.verdicts.shapes import PlacedFact


def is_as_shown(comparison: CrossComparison, shown: ComparedEntity | ComparedGroup | PlacedFact) -> bool:
    """Return whether it is in the comparison as it is given: with the same content, and what people said of it."""
    if isinstance(shown, PlacedFact):
        found = comparison.fact(shown.key)
        return found is not None and found[1] == shown.fact
    if isinstance(shown, ComparedEntity):
        entity = comparison.entity(shown.id)
        return entity is not None and (entity.item, entity.mentions) == (shown.item, shown.mentions)
    group = comparison.group(shown.id)
    return group is not None and _content(group) == _content(shown)


def are_together(comparison: CrossComparison, apart: KeptApart) -> bool:
    """Return whether the two facts, or mentions of the two wordings, are in one group or entity."""
    if apart.of == "fact":
        one, other = (comparison.group_of.get(key) for key in (apart.one, apart.other))
        return one is not None and one == other
    return any(set(apart.said) <= set(wordings(entity)) for entity in comparison.entities)


def _content(group: ComparedGroup) -> tuple[object, ...]:
    facts = [(one.key, one.is_settled, one.fact and one.fact.fact) for one in group.facts]
    return group.item, facts, [row.judged for row in group.verdicts]
