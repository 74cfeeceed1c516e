"""Labels of one's own read as the known ones: a label that only roles of time may take names times, and so on.

How a sentence is read goes by what its names are: people, places, times, numbers.  Of the labels of `KNOWN` that is
known; of others the kinds of the roles that take them tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from annotations.schema.kinds import RoleKind
from annotations.schema.types import FactType, RoleType
from annotations.spans import Span
from annotations.suggest.facts.grammar.word import NUMBERS, TIMES

KNOWN = (
    NUMBERS
    | TIMES
    | frozenset(
        {
            "PERSON",
            "NORP",
            "ORG",
            "GPE",
            "LOC",
            "FAC",
            "EVENT",
            "ORDINAL",
            "PRODUCT",
            "LAW",
            "WEAPON",
            "TITLE",
        }
    )
)
ALIKE: Mapping[RoleKind | None, str] = {
    "time": "DATE",
    "place": "LOC",
    "count": "CARDINAL",
    "amount": "MONEY",
    "instrument": "WEAPON",
    "post": "TITLE",
}


def readings(types: Iterable[FactType]) -> dict[str, str]:
    """Return the known labels that labels of one's own are read as; one that roles of several kinds take is not there.

    >>> when, where = RoleType("when", ("DAY",), kind="time"), RoleType("where", ("DAY", "SHOP"), kind="place")
    >>> readings([FactType("BAKE", roles={"when": when, "where": where})])
    {'SHOP': 'LOC'}
    """
    kinds: dict[str, set[RoleKind | None]] = {}
    for role in (role for type_ in types for role in type_.roles.values()):
        for label in role.labels:
            kinds.setdefault(label, set()).add(role.kind)
    told = ((label, next(iter(found))) for label, found in kinds.items() if len(found) == 1)
    return {label: ALIKE[kind] for label, kind in told if kind in ALIKE and label not in KNOWN}


def read_as(type_: FactType, known: Mapping[str, str]) -> FactType:
    """Return the type with the labels that its roles take read so."""
    return replace(type_, roles={name: _role(role, known) for name, role in type_.roles.items()})


def spans_read_as(spans: Iterable[Span], known: Mapping[str, str]) -> list[Span]:
    """Return the spans with their labels read so."""
    return [replace(span, label=known[span.label]) if span.label in known else span for span in spans]


def _role(role: RoleType, known: Mapping[str, str]) -> RoleType:
    return replace(role, labels=tuple(dict.fromkeys(known.get(label, label) for label in role.labels)))
