"""Detection of tables of tokens with tags, by their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotations.formats.columns.layout import Layout, told
from annotations.formats.columns.tag_words import TagWords
from annotations.formats.columns.tagged import OUTSIDE, START

ROWS = 400  # lines of a table that are looked at
ENDINGS = (".conll", ".bio", ".iob", ".iob1", ".iob2", ".bioes", ".biluo", ".conll2003", ".conll03")
BEFORE = (START, "# ", "#\t")  # beginnings of lines that are no tokens


def columns(text: str) -> tuple[str, str] | None:
    """Return the format of a table of tokens with tags, and why it is that one; None unless nearly all its lines are such."""
    lines = [line for line in text.splitlines()[:ROWS] if line.strip()]
    rows = [line for line in lines if not line.startswith(BEFORE)]
    layout = told(rows) if len(rows) > 1 else None
    if layout is None:
        return None
    cells = [found for found in map(layout.cells, rows[layout.header :]) if len(found) > max(1, *layout.tags)]
    if _is_2003(layout, cells):
        return "conll2003", "its lines have four columns, the last of tags"
    if layout.way is None:
        return "conll", "its lines have tags without signs, and O"
    tags = TagWords(layout.way)
    return _scheme([tags[found[layout.tags[-1]]] for found in cells])


def named(ending: str, text: str) -> tuple[str, str] | None:
    """Return the format of a file whose name ends as tables of tokens do, if its lines have columns."""
    lines = [line for line in text.splitlines()[:ROWS] if line.strip()]
    if ending not in ENDINGS or sum(len(line.split()) > 1 for line in lines) * 2 < len(lines):
        return None
    return "conll", f"its name ends with {ending}"


def _is_2003(layout: Layout, cells: Sequence[Sequence[str]]) -> bool:
    return {len(found) for found in cells} == {4} and (layout.token, layout.tags) == (0, (-1,))


def _scheme(tags: Iterable[str]) -> tuple[str, str]:
    found = list(tags)
    if {tag[0] for tag in found} & set("LUESW"):
        return "biluo", "its lines end with BILUO tags"
    before = OUTSIDE
    for tag in found:
        if tag[0] == "I" and before == OUTSIDE:
            return "iob1", "its lines end with tags that begin with I"
        before = tag
    return "conll", "its lines have BIO tags"
