"""The writer of `project.yaml`: a schema as text, which `reader` reads back as the same schema."""

from __future__ import annotations

from annotations.schema import yaml_text
from annotations.schema.types import FactType, Label, RoleType, Schema
from annotations.schema.yaml_text import Value


def dump(schema: Schema) -> str:
    """Return the schema as `project.yaml` text; `parse` gives the same schema back."""
    return "".join(yaml_text.entry(name, value, 0) for name, value in plain(schema).items())


def plain(schema: Schema) -> dict[str, Value]:
    """Return what is written of the schema, as mappings, lists, texts, numbers and flags."""
    labels: dict[str, Value] = {name: _label(label) for name, label in schema.labels.items()}
    facts: dict[str, Value] = {name: _fact_type(fact) for name, fact in schema.facts.items()}
    topics: dict[str, Value] = {n: _said(key=t.key, guideline=t.guideline) for n, t in schema.topics.items()}
    return {
        "name": schema.name,
        "language": schema.language,
        "pipeline": schema.pipeline,
        **({"second_opinion": schema.second_opinion} if schema.second_opinion else {}),
        **({"labels": labels} if labels else {}),
        **({"facts": facts} if facts else {}),
        **({"topics": topics} if topics else {}),
        "reasons": list(schema.reasons),
        **({"review": {"anonymous": True}} if schema.anonymous else {}),
    }


def _label(label: Label) -> dict[str, Value]:
    return _said(
        key=label.key, hue=label.hue, gloss=label.gloss, guideline=label.guideline, archived=label.archived
    )


def _fact_type(fact: FactType) -> dict[str, Value]:
    roles: dict[str, Value] = {name: _role(role) for name, role in fact.roles.items()}
    triggers = list(fact.triggers)
    return _said(
        key=fact.key,
        gloss=fact.gloss,
        guideline=fact.guideline,
        sentence=fact.sentence,
        triggers=triggers,
        roles=roles,
        archived=fact.archived,
    )


def _role(role: RoleType) -> dict[str, Value]:
    return _said(
        labels=list(role.labels),
        required=role.required,
        most=role.most,
        value=role.value,
        ordered=role.ordered,
        kind=role.said_kind,
    )


def _said(**fields: Value | None) -> dict[str, Value]:
    """Return the fields that are not empty."""
    return {k: v for k, v in fields.items() if v is not None and v is not False and v not in ("", [], {})}
