"""Kinds apart: places of other sizes, of which one may lie in the other, and people of whom one is no other."""

from __future__ import annotations

from annotations.compare.names.countries import country_of
from annotations.text.word_forms import listed

BUILT, COUNTRY, AREA = "built", "country", "area"
ARMED = listed(
    "fighter soldier police guard commando paratrooper marine troop jihadist terrorist attacker assailant"
)
UNARMED = listed(
    "civilian child woman boy girl baby infant bystander passer-by villager resident journalist reporter medic nurse"
    " doctor patient teacher pupil student tourist pilgrim refugee farmer fisherman shepherd herder"
)


def size_of(label: str, wording: str) -> str | None:
    """Return of which size a place is: built, a country or an area; None for what is no place by its label."""
    if label == "FAC":
        return BUILT
    if label not in ("GPE", "LOC"):
        return None
    return COUNTRY if country_of(wording) else AREA


def are_opposed(one: str, other: str) -> bool:
    """Return whether the nouns name people of whom one is never the other: a fighter is no child."""
    return (one in ARMED and other in UNARMED) or (one in UNARMED and other in ARMED)
