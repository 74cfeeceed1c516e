"""Project sets of annotators in the store, for agreement across articles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotations.agreement.across import PlacedAcross, placed_across
from annotations.compare.in_force import in_force
from annotations.sets import PROJECT
from models.project import Project
from models.queries.comparing import gathering
from models.store.database import stamps_of


def placed_by(
    project: Project, annotators: Iterable[str], articles: Sequence[str]
) -> dict[str, PlacedAcross | None]:
    """Return where each annotator put the mentions and facts of those articles; None for who has no project set."""
    return {who: _placed(project, who, articles) for who in annotators}


def _placed(project: Project, who: str, articles: Sequence[str]) -> PlacedAcross | None:
    said = project.annotation_set(PROJECT, who)
    if not len(said):
        return None
    held = in_force(said, stamps_of(project.db, who))
    return placed_across(gathering.compared(project, who, articles), held)
