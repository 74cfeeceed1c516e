"""`project.yaml` after a change of the schema: the text that a person wrote, with only what was changed written anew."""

from __future__ import annotations

import yaml

from annotations.errors import UserError
from annotations.schema import carried_keys, reader, writer, yaml_text
from annotations.schema.splicing import Splice
from annotations.schema.types import Schema
from annotations.schema.yaml_places import NotInPlace, is_flow

DEPTHS = (9, 2, 1)  # as deep as can be, then whole labels, then all labels
ROUNDS = (
    3  # what followed from the rest of the text, such as a hue, may have to be written once that is another
)


def rewritten(text: str, schema: Schema) -> str:
    """Return the text with the schema in it; comments, order, quotes and unknown keys stay.

    A text that holds no schema gives way.  UserError when what would be written cannot be read back.
    """
    try:
        root = reader.root_of(text)
        before = reader.schema_of(root)
    except UserError:
        return _readable(writer.dump(schema))
    if before == schema:
        return text
    for deepest in DEPTHS:
        made = _spliced(text, root, before, schema, deepest)
        if made is not None:
            return made
    whole = carried_keys.kept(writer.plain(schema), root, writer.plain(before), 0)
    assert isinstance(whole, dict)
    return _readable(_top(text) + "".join(yaml_text.entry(name, value, 0) for name, value in whole.items()))


def _readable(text: str) -> str:
    reader.parse(text)
    return text


def _spliced(text: str, root: yaml.Node, before: Schema, schema: Schema, deepest: int) -> str | None:
    """Return the text with the schema in it; None where it cannot be changed as it stands."""
    text = text if text.endswith("\n") else f"{text}\n"
    want = writer.plain(schema)
    for _ in range(ROUNDS):
        try:
            text = _once(text, root, before, want, deepest)
            root = reader.root_of(text)
            before = reader.schema_of(root)
        except (NotInPlace, UserError):
            return None
        if before == schema:
            return text
    return None


def _once(text: str, root: yaml.Node, before: Schema, want: dict[str, yaml_text.Value], deepest: int) -> str:
    splice = Splice(text, deepest)
    have = writer.plain(before)
    if is_flow(root):
        start, end = root.start_mark.index, root.end_mark.index
        return text[:start] + splice.flow(root, have, want, 0) + text[end:]
    made, end = splice.root(root, have, want)
    return made + text[end:]


def _top(text: str) -> str:
    """Return the comment at the top."""
    lines = text.splitlines(keepends=True)
    count = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), len(lines))
    return "".join(lines[:count])
