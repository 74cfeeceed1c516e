"""A check of JSON against the part of JSON Schema that our own schemas use; any other keyword is an error."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
TYPES = {"object": dict, "array": list, "string": str, "null": type(None), "boolean": bool}
PLAIN = {"$schema", "$defs", "title", "description"}


def shipped(name: str) -> dict:
    """The schema of that name in the docs."""
    return json.loads((ROOT / "docs" / name).read_text("utf-8"))


def wrong(value: Any, schema: dict, root: dict | None = None, at: str = "") -> list[str]:
    """What is wrong with the value, each with where it is; nothing when the schema takes it."""
    root = root or schema
    found: list[str] = []
    for keyword, wanted in schema.items():
        if keyword not in PLAIN:
            found += CHECKS[keyword](value, wanted, schema, root, at)
    return found


def _ref(value, wanted, schema, root, at) -> list[str]:
    return wrong(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, at)


def _type(value, wanted, schema, root, at) -> list[str]:
    names = [wanted] if isinstance(wanted, str) else wanted
    return [] if any(_is(value, name) for name in names) else [f"{at}: no {' or '.join(names)}"]


def _is(value: Any, name: str) -> bool:
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def _required(value, wanted, schema, root, at) -> list[str]:
    there = value if isinstance(value, dict) else dict.fromkeys(wanted)
    return [f"{at}: no {name}" for name in wanted if name not in there]


def _properties(value, wanted, schema, root, at) -> list[str]:
    there = [name for name in wanted if isinstance(value, dict) and name in value]
    return [said for name in there for said in wrong(value[name], wanted[name], root, f"{at}/{name}")]


def _additional(value, wanted, schema, root, at) -> list[str]:
    rest = set(value if isinstance(value, dict) else ()) - {*schema.get("properties", ())}
    if wanted is False:
        return [f"{at}: {name} has no place" for name in sorted(rest)]
    return [said for name in rest for said in wrong(value[name], wanted, root, f"{at}/{name}")]


def _items(value, wanted, schema, root, at) -> Iterator[str]:
    for number, item in enumerate(value if isinstance(value, list) else ()):
        yield from wrong(item, wanted, root, f"{at}/{number}")


def _choices(value, wanted, root, at) -> int:
    return sum(not wrong(value, one, root, at) for one in wanted)


CHECKS = {
    "$ref": _ref,
    "type": _type,
    "required": _required,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "const": lambda v, wanted, s, r, at: [] if v == wanted and type(v) is type(wanted) else [f"{at}: {v!r}"],
    "enum": lambda v, wanted, s, r, at: [] if v in wanted else [f"{at}: {v!r}"],
    "minimum": lambda v, wanted, s, r, at: [f"{at}: {v}"] if isinstance(v, int) and v < wanted else [],
    "pattern": lambda v, wanted, s, r, at: [] if not isinstance(v, str) or re.search(wanted, v) else [f"{at}: {v!r}"],
    "anyOf": lambda v, wanted, s, r, at: [] if _choices(v, wanted, r, at) else [f"{at}: none of {len(wanted)}"],
    "oneOf": lambda v, wanted, s, r, at: [] if _choices(v, wanted, r, at) == 1 else [f"{at}: not one of {len(wanted)}"],
}  # fmt: skip
