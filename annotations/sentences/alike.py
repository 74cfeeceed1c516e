"""The shipped sentence that fits a type under another name: one with the same verbs and the same roles."""

from __future__ import annotations

from functools import lru_cache

from annotations.schema.kinds import IMPLIED, RoleKind
from annotations.schema.sentence_templates import template
from annotations.sentences.shipped import SHIPPED
from annotations.sentences.verbs import found

FEWEST, SHARE = 3, 0.6  # triggers, and how many of them the sentence has a verb for


@lru_cache(maxsize=256)
def like_shipped(triggers: tuple[str, ...], roles: tuple[tuple[str, RoleKind | None], ...]) -> str:
    """Return the sentence of the shipped type that one with these triggers and roles, by kind, is; "" for none."""
    if len(triggers) < FEWEST:
        return ""
    kinds = {kind for _, kind in roles} | {IMPLIED.get(name.lower()) for name, _ in roles}
    for written in SHIPPED.values():
        made = template(written)
        known = sum(any(found(made, trigger.lower())) for trigger in triggers)
        needed = {IMPLIED.get(blank.role) for blank in made.lines[0].said}
        if known >= SHARE * len(triggers) and needed <= kinds:
            return written
    return ""
