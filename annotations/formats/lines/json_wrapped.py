"""A list of records that is a field of a file's one object, beside what is told of the file."""

from __future__ import annotations

import re
from typing import Any

from annotations.formats.reading.fields import USUAL

ABOVE = re.compile(  # single fields, and a list of objects
    r'\{\s*((?:"[^"\\\n]{1,60}"\s*:\s*(?:"(?:[^"\\\n]|\\.){0,999}"|[-\w.+]{1,30})\s*,\s*)*+)"([^"\\\n]{1,60})"\s*:\s*\[\s*(?=\{)'
)
LISTS = frozenset(  # names that are those of a list of records in the files that people have
    [
        "data",
        "articles",
        "examples",
        "documents",
        "docs",
        "records",
        "rows",
        "items",
        "results",
        "tasks",
        "entries",
        "news",
        "posts",
        "stories",
        "texts",
    ]
)
PARTS = frozenset(  # and those of lists within a record
    [
        "spans",
        "annotations",
        "predictions",
        "entities",
        "relations",
        "label",
        "labels",
        "tokens",
        "denotations",
        "facts",
        "comments",
        "result",
    ]
)


def above_a_list(held: str, start: int) -> re.Match[str] | None:
    """Return what stands at the start before a list of records that is a field of an object; the name is its group 2."""
    found = ABOVE.match(held, start)
    is_list = found and found[2].lower() in LISTS and '"text"' not in found[1].lower()
    return found if is_list else None


def list_in(value: Any) -> str:
    """Return the name of the one list of objects in an object that has no text itself, or ""."""
    if not isinstance(value, dict) or any(isinstance(value.get(name), str) for name in USUAL["text"]):
        return ""
    lists = [
        name for name, one in value.items() if isinstance(one, list) and one and isinstance(one[0], dict)
    ]
    return lists[0] if len(lists) == 1 and lists[0].lower() not in PARTS else ""
