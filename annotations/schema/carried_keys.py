"""Keys of a person's `project.yaml` that mean nothing, carried into a value that is written anew."""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from annotations.errors import UserError
from annotations.schema.yaml_text import Value

MOST = 20_000  # values beside the schema: an alias stands for many


def kept(want: Value, node: yaml.Node, have: Value | None, depth: int) -> Value:
    """Return the value wanted with the keys of the node that mean nothing, or say what goes without saying.

    `have` is what the node means; `depth` how deep it lies.  UserError where its aliases stand for too much.
    """
    if not isinstance(want, Mapping) or not isinstance(node, yaml.MappingNode):
        return want
    have = have if isinstance(have, Mapping) else {}
    news = renamed(have, want) if depth in (1, 3) else {}
    made = dict(want)
    for key, value in node.value:
        name = news.get(key.value, key.value)
        if name in want:
            made[name] = kept(want[name], value, have.get(key.value), depth + 1)
        elif key.value not in have:
            made[name] = _plain(value, [MOST])
    return made


def renamed(have: Mapping[str, Value], want: Mapping[str, Value]) -> dict[str, str]:
    """Return the new names of entries that are in their place under another name, and say much the same."""
    if len(have) != len(want):
        return {}
    pairs = zip(have, want, strict=True)
    return {
        old: new
        for old, new in pairs
        if old not in want and new not in have and _is_alike(have[old], want[new])
    }


def _is_alike(one: Value, other: Value) -> bool:
    if not isinstance(one, Mapping) or not isinstance(other, Mapping):
        return False
    return one == other or any(one.get(name) == value for name, value in other.items())


def _plain(node: yaml.Node, left: list[int]) -> Value:
    """Return what the node says; `left` is how many values may still come."""
    left[0] -= 1
    if left[0] < 0:
        raise UserError("This file holds too much beside the schema to be changed here; change it by hand.")
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value, left) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(value, left) for value in node.value]
    text, is_plain = str(node.value), not getattr(node, "style", None)
    if is_plain and text in ("true", "false"):
        return text == "true"
    return int(text) if is_plain and text.isdecimal() and str(int(text)) == text else text
