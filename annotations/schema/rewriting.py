"""`project.yaml` after a change of the schema: the text that a person wrote, with only what was changed written anew."""

from __future__ import annotations

from annotations.errors import UserError
from annotations.schema import carried_keys, reader, writer, yaml_text
from annotations.schema.reader import ParsedSchema
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
        there = reader.parsed(text)
    except UserError:
        return _readable(writer.dump(schema))
    if there.schema == schema:
        return text
    for deepest in DEPTHS:
        made = _spliced(text, there, schema, deepest)
        if made is not None:
            return made
    whole = carried_keys.kept(writer.plain(schema), there.root, writer.plain(there.schema), 0)
    assert isinstance(whole, dict)
    return _readable(_top(text) + "".join(yaml_text.entry(name, value, 0) for name, value in whole.items()))


def _readable(text: str) -> str:
    reader.parse(text)
    return text


def _spliced(text: str, there: ParsedSchema, schema: Schema, deepest: int) -> str | None:
    """Return the text with the schema in it; None where it cannot be changed as it stands."""
    text = text if text.endswith("\n") else f"{text}\n"
    want = writer.plain(schema)
    for _ in range(ROUNDS):
        try:
            text = _once(text, there, want, deepest)
            there = reader.parsed(text)
        except (NotInPlace, UserError):
            return None
        if there.schema == schema:
            return text
    return None


def _once(text: str, there: ParsedSchema, want: dict[str, yaml_text.Value], deepest: int) -> str:
    splice, root = Splice(text, deepest), there.root
    have = writer.plain(there.schema)
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
