"""The request that a suggester gets for an article: a line of JSON, in ASCII, whatever the text holds."""

from __future__ import annotations

import json
from typing import Any

from annotations.articles import Asked
from annotations.schema.types import FactType, Label, RoleType, Schema

Json = dict[str, Any]


def questions(schema: Schema, *, facts: bool) -> Json:
    """Return what is asked about every article: labels, fact types if `facts` are wanted, and the language.

    What is archived is not asked for.
    """
    asked: Json = {"labels": [_label(one) for one in schema.labels.values() if not one.archived]}
    if facts and schema.makes_facts:
        asked["fact_types"] = [_fact_type(one) for one in schema.facts.values() if not one.archived]
    return {**asked, "language": schema.language}


def request(article: Asked, about: Json) -> bytes:
    """Return the line for the article, with its line end."""
    return json.dumps({"id": article.id, "text": article.text, **about}).encode("ascii") + b"\n"


def _label(label: Label) -> Json:
    return {"name": label.name, "guideline": label.guideline or label.gloss}


def _fact_type(type_: FactType) -> Json:
    return {
        "name": type_.name,
        "guideline": type_.guideline or type_.gloss,
        "triggers": list(type_.triggers),
        "roles": [_role(role) for role in type_.roles.values()],
    }


def _role(role: RoleType) -> Json:
    """Return the role: `labels` are those of what may fill it, empty for any; `most` is null for any number."""
    return {
        "name": role.name,
        "kind": role.kind,
        "labels": list(role.labels),
        "required": role.required,
        "most": role.most,
        "value": role.value,
    }
