"""The licence that `project.yaml` names: a line of the author's, which means nothing to the schema."""

from __future__ import annotations

import yaml

from annotations.errors import UserError
from annotations.schema import reader


def licence_of(text: str) -> str:
    r"""Return the licence that the text of a `project.yaml` names, in one line; "" for none.

    >>> licence_of("name: Mine\nlicence: CC-BY-4.0\n")
    'CC-BY-4.0'
    """
    try:
        root = reader.parsed(text).root
    except UserError:
        return ""
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    said = (
        value.value
        for key, value in pairs
        if key.value in reader.ASIDE and isinstance(value, yaml.ScalarNode)
    )
    return " ".join(str(next(said, "")).split())
