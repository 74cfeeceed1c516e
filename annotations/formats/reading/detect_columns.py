"""Detection of tables of tokens with tags, by their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from annotations.formats.columns.conll2012 import BEGIN
from annotations.formats.columns.conllu import NUMBER, USUAL
from annotations.formats.columns.layout import Layout, told
from annotations.formats.columns.tag_words import TagWords
from annotations.formats.columns.tagged import OUTSIDE, START
from annotations.formats.columns.tagged_text import mark_of

MOSTLY, HEAD = 0.9, 6  # share of the lines; the column of words' heads
ROWS = 400  # lines of a table that are looked at
ENDINGS = (".conll", ".bio", ".iob", ".iob1", ".iob2", ".bioes", ".biluo", ".conll2003", ".conll03")
FAMILY = {
    ".conllu": "conllu",
    ".conllup": "conllu",
    ".gold_conll": "conll2012",
    ".v4_gold_conll": "conll2012",
}
BEFORE = (START, "# ", "#\t")  # beginnings of lines that are no tokens


def columns(text: str) -> tuple[str, str] | None:
    """Return the format of a table of tokens with tags, and why it is that one; None unless nearly all its lines are such."""
    lines = [line for line in text.splitlines()[:ROWS] if line.strip()]
    if lines and BEGIN.match(lines[0].strip()):
        return "conll2012", "its first line begins a document as CoNLL 2012 has it"
    if _are_words([line for line in lines if not line.startswith("#")]):
        return "conllu", "its lines have numbered words in ten columns"
    if (mark := mark_of(lines)) and sum(len(line.split()) > 1 for line in lines) * 2 >= len(lines):
        return "tagged", f"its words have a tag each behind {mark}"
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


def _are_words(lines: Sequence[str]) -> bool:
    """Return whether the lines are of CoNLL-U."""
    rows = [line.split("\t") for line in lines]
    fit = [row for row in rows if len(row) >= USUAL and NUMBER.fullmatch(row[0]) and row[1]]
    heads = [row for row in fit if row[HEAD] in ("_", "") or row[HEAD].isdigit()]
    return len(fit) > MOSTLY * len(rows) and len(heads) == len(fit)


def named(ending: str, text: str) -> tuple[str, str] | None:
    """Return the format of a file whose name ends as tables of tokens do, if its lines have columns."""
    lines = [line for line in text.splitlines()[:ROWS] if line.strip()]
    if ending not in (*ENDINGS, *FAMILY) or sum(len(line.split()) > 1 for line in lines) * 2 < len(lines):
        return None
    return FAMILY.get(ending, "conll"), f"its name ends with {ending}"


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
