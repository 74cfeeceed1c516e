"""The room that a schema has for more labels: `project.yaml` holds so many values and characters, and no more."""

from __future__ import annotations

import json
from collections.abc import Collection

import yaml

from annotations.schema.types import Schema
from annotations.schema.writer import dump
from annotations.schema.yaml_nodes import LONGEST, MOST

VALUES, AROUND = 5, 40  # of a label with a hue alone: values, and characters besides its name
LIMIT = f"a schema has no more than {MOST:,} values in {LONGEST:,} characters"


class SchemaRoom:
    """The values and characters that a schema may still have."""

    def __init__(self, schema: Schema) -> None:
        text = dump(schema)
        loader = yaml.CLoader if yaml.__with_libyaml__ else yaml.BaseLoader
        self._values = MOST - sum(1 for _ in yaml.parse(text, Loader=loader))
        self._characters = LONGEST - len(text)

    def take(self, names: Collection[str]) -> bool:
        """Return whether labels of those names fit in; if so, the room for them is taken."""
        values = self._values - VALUES * len(names)
        characters = self._characters - sum(len(json.dumps(name)) + AROUND for name in names)
        if min(values, characters) < 0:
            return False
        self._values, self._characters = values, characters
        return True
