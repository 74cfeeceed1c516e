"""Lapsed decisions: those on a case that is there no more as they saw it, and the case that took its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotations.review.cases import Case, meet
from annotations.sets import Decision


def with_lapsed(cases: Sequence[Case], lapsed: Sequence[Decision]) -> tuple[list[Case], list[Decision]]:
    """Return the cases with the decisions that were made on them before, and the decisions of no case."""
    before: dict[str, list[Decision]] = {}
    rest = []
    for said in lapsed:
        key = _nearest(cases, said) if cases else None
        if key is None:
            rest.append(said)
        else:
            before.setdefault(key, []).append(said)
    return [replace(c, before=tuple(before[c.key])) if c.key in before else c for c in cases], rest


def _nearest(cases: Sequence[Case], said: Decision) -> str | None:
    """Return the key of the case with an item that the decision saw, else of one that overlaps it."""
    saw = {(who, item.id) for who, item in said.saw if item}
    for case in cases:
        if saw & {(who, item.id) for who, item in case.sides.items()}:
            return case.key
    items = [*(item for _, item in said.saw if item), *said.made]
    for case in cases:
        if any(meet(item, other) for item in items for other in case.sides.values()):
            return case.key
    return None
