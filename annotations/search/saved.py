"""Saved searches as text: YAML of a name and a line each, in order."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from annotations.errors import UserError
from annotations.schema import yaml_nodes, yaml_text
from annotations.schema.node_reader import NodeReader


def searches_read(text: str) -> dict[str, str]:
    """Return the line of each search by its name, in order.  UserError with the line of the text's first mistake."""
    reader = NodeReader()
    try:
        root = yaml_nodes.compose(text)
    except (yaml.YAMLError, RecursionError) as error:
        mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
        raise UserError("This is no YAML of saved searches.", line=mark.line + 1 if mark else None) from error
    pairs = reader.pairs(root, "saved searches")
    return {key.value: reader.text(value, f"search {key.value}") for key, value in pairs}


def searches_written(searches: Mapping[str, str]) -> str:
    """Return the searches as text that `searches_read` reads."""
    return "".join(yaml_text.entry(name, line, 0) for name, line in searches.items())
