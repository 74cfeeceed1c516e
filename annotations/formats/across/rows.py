"""The formats of the whole project, rows of the registry."""

from __future__ import annotations

from annotations.formats.base import AcrossFormat, Format, later
from annotations.formats.units import CODE_POINTS

ACROSS: tuple[Format, ...] = (
    Format(
        "clusters",
        "entities, fact groups and verdicts across articles, a line each",
        (".jsonl",),
        later("across.clusters_reading", "read"),
        facts="all",
        attributes="all",
        units=(CODE_POINTS,),
        across=AcrossFormat(
            later("across.clusters", "write"),
            later("across.clusters_proof", "said"),
            later("across.clusters_proof", "reread"),
        ),
    ),
)
