"""The words for what is done to the hits of a search."""

from __future__ import annotations

from annotations.carrying.carried import CarriedDecision, Extent
from annotations.text.counts import counted
from annotations.text.text import quoted


def named(decision: CarriedDecision, count: int, asked: str) -> str:
    """Return what the decision does to so many hits of a search: label 12 hits of “missile” as ORG."""
    hits = f"{counted(count, 'hit')} of {quoted(asked, 0, len(asked))}"
    match decision.kind:
        case "label":
            return f"label {hits} as {decision.label}"
        case "type":
            return f"make {hits} {decision.label}"
        case "comment":
            return f"comment on {hits}"
        case "boilerplate" if decision.extent is not Extent.WORDS:
            return f"make the {decision.extent} of {hits} boilerplate"
        case "boilerplate":
            return f"make {hits} boilerplate"
        case "stop":
            return f"reject {hits} and suggest their words no more"
    return f"{decision.kind} {hits}"
