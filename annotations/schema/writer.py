"""The writer of `project.yaml`: a schema as text, which `reader` reads back as the same schema."""

from __future__ import annotations

import yaml

from annotations.schema.types import FactType, Label, RoleType, Schema

BREAKS = frozenset("\r\x85\u2028\u2029")  # what YAML takes for the end of a line, besides its own


def dump(schema: Schema) -> str:
    """Return the schema as `project.yaml` text; `parse` gives the same schema back."""
    labels = {name: _label(label) for name, label in schema.labels.items()}
    facts = {name: _fact_type(fact) for name, fact in schema.facts.items()}
    topics = {n: _said(key=t.key, guideline=t.guideline) for n, t in schema.topics.items()}
    whole = {
        "name": schema.name,
        "language": schema.language,
        "pipeline": schema.pipeline,
        **({"labels": labels} if labels else {}),
        **({"facts": facts} if facts else {}),
        **({"topics": topics} if topics else {}),
        "reasons": list(schema.reasons),
    }
    return yaml.dump(
        whole, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, default_flow_style=None
    )


class _Dumper(yaml.SafeDumper):
    """A dumper with block style for names and guidelines, flow style for lists and leaves."""

    def represent_text(self, text: str) -> yaml.Node:
        """Write a text of several lines as lines, for whoever reads the file, where that can be.

        It is put in double quotes where PyYAML would take a character for a line break and read back a blank.
        """
        style = '"' if set(text) & BREAKS else "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _Dumper.represent_text)


def _label(label: Label) -> dict[str, object]:
    return _said(
        key=label.key, hue=label.hue, gloss=label.gloss, guideline=label.guideline, archived=label.archived
    )


def _fact_type(fact: FactType) -> dict[str, object]:
    roles = {name: _role(role) for name, role in fact.roles.items()}
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


def _role(role: RoleType) -> dict[str, object]:
    return _said(
        labels=list(role.labels),
        required=role.required,
        most=role.most,
        value=role.value,
        ordered=role.ordered,
        kind=role.said_kind,
    )


def _said(**fields: object) -> dict[str, object]:
    """Return the fields that are not empty."""
    return {k: v for k, v in fields.items() if not (v is None or v is False or v in ("", [], {}))}
