"""Reasons: the sentence that says how two values, or all values of a role, go together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotations.compare.items import Verdict
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.compare.verdicts.weighing import ToldValue

LONGEST_NAME = 40  # code points of an outlet's name
SAYS = {"count": "counts", "amount": "counts", "modality": "has it as"}


def outlet(placed: PlacedFact) -> str:
    """Return the name of the article's source, else its title, "" where it has neither."""
    article = placed.article.article
    source = article.meta.get("source")
    name = " ".join((source if isinstance(source, str) and source.strip() else article.title).split())
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def pair_reason(kind: str, one: ToldValue[Any], other: ToldValue[Any], why: str) -> str:
    """Return the sentence on two values: "A counts 3 depots, B 2 sites: other things are counted."."""
    names, values = (one.outlet, other.outlet), (one.shown, other.shown)
    if not all(names):
        return f"{values[0]} and {values[1]}: {why}."
    second = f"elsewhere {values[1]}" if names[0] == names[1] else f"{names[1]} {values[1]}"
    return f"{names[0]} {SAYS.get(kind, 'says')} {values[0]}, {second}: {why}."


def role_reason(kind: str, told: Sequence[ToldValue[Any]]) -> str:
    """Return the sentence on a role of which no two values are compared."""
    if not told:
        return "No article says it."
    if len(told) > 1:
        return "The values cannot be compared."
    one, verb = told[0], SAYS.get(kind, "says")
    if kind == "modality":
        return f"All have it as {one.shown}."
    if len(one.facts) > 1:
        if len({fact.article.text_key for fact in one.facts}) == 1:
            return f"Only one text says it: {one.shown}."
        return f"All articles that say it have {one.shown}."
    return f"Only {one.outlet or 'one article'} {verb} {one.shown}."


def role_verdict(told: Sequence[ToldValue[Any]]) -> Verdict:
    """Return the verdict on a role of which no two values are compared."""
    return Verdict.SAME if any(len(one.facts) > 1 for one in told) else Verdict.SILENT
