"""Kinds of labels: names are compared within a kind, and NORP and ORG, GPE and LOC are one kind each."""

from __future__ import annotations

PERSON, BODY, PLACE, BUILT, EVENT, PRODUCT, LAW = "PERSON", "BODY", "PLACE", "FAC", "EVENT", "PRODUCT", "LAW"
STATE, PEOPLE = "STATE", "PEOPLE"  # of wordings: a state by name, and what is of it or its people

KINDS = {
    "PERSON": PERSON, "PER": PERSON, "NORP": BODY, "ORG": BODY, "ORGANIZATION": BODY, "ORGANISATION": BODY,
    "GPE": PLACE, "LOC": PLACE, "LOCATION": PLACE, "FAC": BUILT, "FACILITY": BUILT, "EVENT": EVENT,
    "PRODUCT": PRODUCT, "LAW": LAW,
}  # fmt: skip
OWN_KINDS = frozenset(KINDS.values())
MAY_BE_STATE = frozenset({BODY, PLACE})


def kind_of(label: str) -> str:
    """Return the kind that a label's names are compared in; of a project's own label, the label itself."""
    return KINDS.get(label.upper(), f"own {label}")
