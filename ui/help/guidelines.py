"""The guidelines of a project in one text: of its labels, its types of fact, and its topics."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.schema.types import FactType, Label, Schema, TopicType

NONE = "*There is no guideline yet: Edit, Schema has a place for it.*"


def guidelines(schema: Schema) -> str:
    """Return the guidelines as Markdown; what is archived is left out."""
    parts = (
        _part("Labels", (label for label in schema.labels.values() if not label.archived)),
        _part("Types of fact", (type_ for type_ in schema.facts.values() if not type_.archived)),
        _part("Topics", schema.topics.values()),
    )
    return "\n\n".join(filter(None, parts)) or NONE


def _part(title: str, rows: Iterable[Label | FactType | TopicType]) -> str:
    said = [f"### {row.name}\n\n{row.guideline.strip() or NONE}" for row in rows]
    return "\n\n".join([f"## {title}", *said]) if said else ""
