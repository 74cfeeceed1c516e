"""Fates of suggestions, as the statistics of a project count them."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

from annotations.blind_check.interval import wilson
from annotations.paper.pseudonyms import ShownNames
from annotations.statistics.shapes import EVERYONE, FactFates, FactsPart, Fates, LabelsPart, Scope
from models.project import Project
from models.queries.statistics.gathering import gathered

Json = dict[str, Any]


def suggestions_of(project: Project, shown: ShownNames) -> Json:
    """Return the fates of suggested spans in all, by origin and by label, and those of facts; of all people's work."""
    said, facts = LabelsPart(), FactsPart()
    for part in gathered(project, Scope(EVERYONE)):
        said = part if isinstance(part, LabelsPart) else said
        if isinstance(part, FactsPart):  # the last of the two; what comes behind is not in a paper
            facts = part
            break
    return {
        "spans": _fates(said.total),
        "origins": [
            {"name": shown.origin(one.origin), "kind": one.kind, **_fates(one.fates)}
            for one in said.origins
            if one.fates.suggested
        ],
        "labels": [{"name": one.label, **_fates(one.fates)} for one in said.labels if one.fates.suggested],
        "facts": _fact_fates(facts),
    }


def _fates(fates: Fates) -> Json:
    return {
        "suggested": fates.suggested,
        **asdict(fates),
        "corrected": fates.corrected,
        "share_taken": _rounded(fates.share_taken),
        "interval": [round(end, 4) for end in wilson(fates.taken, fates.suggested)],
    }


def _fact_fates(part: FactsPart) -> Json:
    names = (field.name for field in fields(FactFates))
    total = FactFates(**{name: sum(getattr(one.fates, name) for one in part.types) for name in names})
    return {
        "suggested": total.suggested,
        **asdict(total),
        "share_taken": _rounded(total.share_taken),
    }


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 4)
