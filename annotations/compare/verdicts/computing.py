"""Verdicts of a group, role by role."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.compare.items import Verdict
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact, RoleVerdict
from annotations.schema.types import FactType


def compute_verdicts(
    facts: Sequence[PlacedFact], type_: FactType | None, known: KnownEntities
) -> list[RoleVerdict]:
    """Return the verdict on each role of the facts of a group."""
    roles = dict.fromkeys(role.role for placed in facts for role in placed.fact.roles)
    return [RoleVerdict(role, Verdict.SILENT, "Nothing is compared yet.") for role in roles]
