"""The formats of the whole project, rows of the registry."""

from __future__ import annotations

from typing import Any

from annotations.formats.base import AcrossFormat, Format, later
from annotations.formats.units import CODE_POINTS


def _row(name: str, about: str, proof: str, **more: Any) -> Format:
    """Return a format that is only written; `proof`: the module that reads it again."""
    written = later(f"across.{name}", "write")
    across = AcrossFormat(written, later(f"across.{proof}", "said"), later(f"across.{proof}", "reread"))
    return Format(name, about, across=across, **more)


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
    _row(
        "coref",
        "chains for scorers of coreference, as in CoNLL-2012: entities, and fact groups",
        "coref",
        suffixes=(".conll",),
        facts="events",
        tokens="own",
        chains=True,
    ),
    _row(
        "ecb",
        "ECB+: an XML an article in a folder a story",
        "ecb_proof",
        facts="events",
        tokens="own",
        folder=True,
    ),
    _row(
        "claims",
        "claims for fact checking, a line each, with what other articles say of it",
        "claims",
        facts="all",
        attributes="who says it, when, the verdicts",
        units=(CODE_POINTS,),
    ),
)
